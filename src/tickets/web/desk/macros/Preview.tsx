import { useQuery } from '@tanstack/react-query';
import type { Move } from '#tickets/rules/lifecycle.ts';
import type { MacroPreview } from '#tickets/rules/macros/macro.ts';
import { Problem } from '#ui/ui.ts';
import { useTicketWords } from '../../words.ts';
import { askMacroPreview } from './asking.ts';
import './macros.css';
import { Marked } from './Marked.tsx';
import { useMacroWords } from './words.ts';

/** What a macro would say and change on a ticket, before it does. */
export function Preview({ ticket, macro }: { ticket: number; macro: number }) {
  const words = useMacroWords().preview;
  const { data, error } = useQuery(askMacroPreview(ticket, macro));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is longer than its room is scrolled by keys too
    <section className="macro-preview" aria-label={words.label} tabIndex={0}>
      {error instanceof Problem && <p className="quiet">{error.detail}</p>}
      {!data && !error && <p className="quiet">{words.loading}</p>}
      {data && <Shown preview={data} />}
    </section>
  );
}

const texts = ['text', 'question', 'answer', 'note', 'pack', 'reason'];

function Shown({ preview: { into, fields, also, foreseen, unfilled } }: { preview: MacroPreview }) {
  const words = useMacroWords().preview;
  const { moves } = useTicketWords();
  const text = texts.map(name => fields[name]).find(value => typeof value === 'string');
  // A note that is possible stands there whole.
  const told = foreseen.filter(({ does, refused }) => does !== 'note' || refused !== null);
  const notes = also.flatMap(step => (step.does === 'note' ? [step.text] : []));
  const where =
    into === 'reply' || into === 'note' ? words.into[into] : into && words.into.move(moves[into as Move]);
  const nothing = into === null && also.length === 0;
  return (
    <>
      <p className="quiet t-12">{where ?? (nothing ? words.nothing : words.at_once)}</p>
      {typeof text === 'string' && <Marked text={text} />}
      {unfilled.length > 0 && <p className="macro-refused t-13">{words.unfilled(unfilled.join(', '))}</p>}
      {notes.map(note => (
        <div key={note} className="macro-note">
          <p className="t-12">{words.into.note}</p>
          <Marked text={note} />
        </div>
      ))}
      {told.length > 0 && (
        <ul className="macro-steps t-13">
          {told.map(({ does, says, changes, refused }) => (
            <li key={says} data-refused={refused !== null || undefined}>
              {/* What is corrected says itself what it was and will be. */}
              {(does !== 'change' || changes.length === 0) && <span className="name">{says}</span>}
              {refused !== null && <span className="macro-refused">{refused}</span>}
              {refused === null && changes.length === 0 && <span className="quiet">{words.unchanged}</span>}
              {changes.map(({ field, from, to }) => (
                <span key={field} className="quiet">
                  {words.from_to(field, from, to)}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
