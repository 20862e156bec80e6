import { useState } from 'react';
import { isAsked, line_parts, type LinePart } from '#tickets/rules/story-lines.ts';
import type { HistoryLine } from '#tickets/rules/ticket.ts';
import { Select } from '#ui/ui.ts';
import { ChangeLines } from '../../ticket/Changes.tsx';
import { joinInside } from '../../ticket/story-lines.ts';
import { useDeskWords } from '../../words/use-words.ts';

type Person = number | 'software';
const most_unfiltered = 4;

/** The whole story of a ticket, or a part of it: what was said or what changed, and by whom. */
export function HistoryPart({ history }: { history: readonly HistoryLine[] }) {
  const words = useDeskWords().rail;
  const [what, setWhat] = useState<LinePart>();
  const [who, setWho] = useState<Person>();
  const lines = joinInside(history);
  const people = new Map<Person, string>(lines.map(line => [line.person ?? 'software', line.who]));
  // Who did nothing here any more (a deed was undone and tidied away) is nobody to choose.
  const by = who !== undefined && people.has(who) ? who : undefined;
  const asked = { what: what && [what], who: by === undefined ? undefined : [by] };
  const shown = lines.filter(line => isAsked(line, asked));
  return (
    <details className="rail-part">
      <summary>
        <h2>{words.history}</h2>
      </summary>
      {lines.length > most_unfiltered && (
        <div className="history-filters">
          <Select
            label={words.history_what}
            value={what ?? ''}
            onChange={event => setWhat(line_parts.find(part => part === event.target.value))}
          >
            <option value="">{words.history_all}</option>
            {line_parts.map(part => (
              <option key={part} value={part}>
                {words.history_parts[part]}
              </option>
            ))}
          </Select>
          <Select
            label={words.history_who}
            value={by ?? ''}
            onChange={event =>
              setWho([...people.keys()].find(person => String(person) === event.target.value))
            }
          >
            <option value="">{words.history_anybody}</option>
            {[...people].map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </div>
      )}
      {shown.length > 0 ? (
        <ChangeLines lines={shown} />
      ) : (
        <p className="quiet t-13">{lines.length > 0 ? words.history_none : words.no_history}</p>
      )}
    </details>
  );
}
