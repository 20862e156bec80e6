import { useRef } from 'react';
import type { Move, Requirement } from '#tickets/rules/lifecycle.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { FileField, useCatchFiles } from '#ui/files.ts';
import { Button, KeptWords, OtherText } from '#ui/ui.ts';
import { useTicketWords } from '../../words.ts';
import { NoFile } from '../../attached/NoFile.tsx';
import { withText } from '../macros/laying.ts';
import { WithText } from '../macros/WithText.tsx';
import { useSolving } from '../fields/use-solving.tsx';
import { useDone } from '../undo/use-done.ts';
import { useDeskWords } from '../words/use-words.ts';
import { BeforeEnding } from '../tasks/BeforeEnding.tsx';
import { Refused } from './Refused.tsx';
import { RequirementField } from './RequirementField.tsx';
import { Readers, Stopped } from './Stopped.tsx';
import type { Fields } from './use-fields.ts';
import { audienceOf, keptAudience } from './use-guard.ts';
import { useSendKeys } from './use-send-keys.ts';
import { useWhenArrived } from './use-text.ts';
import { useWriting } from './use-writing.ts';

interface MoveFormProps {
  ticket: TicketWithMessages;
  move: Move;
  /** The names of the fields that this move asks for, as the server offers it. */
  requires: readonly string[];
  /** It is no longer possible: what was written can be read and copied, not sent. */
  gone: boolean;
  onDone: () => void;
}

const with_files = ['question', 'answer', 'reply', 'note', 'pack'];
const to_school = ['question', 'answer'];
const isText = (name: string) => name === 'reason' || with_files.includes(name);
const textsFirst = (one: string, other: string) => Number(isText(other)) - Number(isText(one));

/** What a move requires, in the composer's place: nothing pops up over what one is reading. */
export function MoveForm({ ticket, move, requires, gone, onDone }: MoveFormProps) {
  const words = useDeskWords();
  const { states, moves } = useTicketWords();
  const done = useDone();
  const said = ticket.inside ? undefined : requires.find(name => to_school.includes(name));
  const writing = useWriting(ticket, move, {
    said,
    area: () => form.current?.querySelector('textarea'),
  });
  const { fields, change, clear, keeping, files, guard, noFile, unfilled, mayLeave } = writing;
  const { send, busy, problem } = writing.sending;
  const asked = [...requires, ...(move === 'escalate' ? ['level2_reference'] : [])].sort(textsFirst) as (
    Requirement | 'level2_reference'
  )[];
  const takes_files = requires.some(name => with_files.includes(name));
  const caught = useCatchFiles(files);
  const solving = useSolving(ticket, move === 'resolve', fields, change);
  const label = ticket.inside ? moves[move] : words.write.moving[move];
  const submitNow = async () => {
    if (gone || busy) return;
    if (!mayLeave()) return;
    if (!(await solving.save())) return;
    const after = await send('moves', {
      move,
      ...bodyOf(fields, asked),
      ...(fields['with_open_tasks'] && { with_open_tasks: fields['with_open_tasks'] }),
      ...withText(fields),
      ...(takes_files && files.ids.length > 0 && { files: files.ids }),
      ...(said && guard.body()),
    });
    if (!after)
      return void setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
    clear();
    done(after, said ? words.write.sent(ticket.requester.name) : words.ticket.moved(states[after.state]));
    onDone();
  };
  const submit = useWhenArrived<true>(files, () => void submitNow());
  const form = useSendKeys({ send: () => submit(true), leave: onDone });
  const began = useRef(fields['to'] !== undefined);
  return (
    <form
      ref={form}
      className="move-form"
      noValidate
      {...(takes_files && caught)}
      onSubmit={event => {
        event.preventDefault();
        submit(true);
      }}
    >
      {said && <Readers guard={guard} school={ticket.school.name} />}
      <OtherText keeping={keeping} />
      <div className="requirements">
        {asked.map(name => (
          <RequirementField
            key={name}
            name={name}
            value={fields[name] ?? ''}
            error={problem?.of(name)}
            inside={ticket.inside}
            onChange={value => {
              // Whom it is for is fixed with the first letter.
              change({
                [name]: value,
                ...(said && !began.current && { to: keptAudience(audienceOf(ticket)) }),
              });
              began.current = true;
            }}
          />
        ))}
        {solving.part(problem)}
      </div>
      <BeforeEnding
        ticket={ticket}
        move={move}
        fate={fields['with_open_tasks'] ?? ''}
        problem={problem}
        onFate={with_open_tasks => change({ with_open_tasks })}
      />
      <Refused
        sentence={
          problem?.errors.length === 0 && !problem.stop
            ? problem.detail
            : gone
              ? words.problem.no_longer
              : undefined
        }
        status={problem?.status}
      />
      <WithText fields={fields} change={change} stopped={unfilled} />
      {said && <Stopped guard={guard} />}
      {said && <NoFile asking={noFile.asking} sendAnyway={() => submit(true)} />}
      <div className="go">
        {takes_files && <FileField files={files} small />}
        <KeptWords keeping={keeping} />
        <Button look="bare" className="cancel" onClick={onDone}>
          {words.write.cancel}
        </Button>
        {!gone && (
          <Button look="main" type="submit" busy={busy}>
            {busy ? words.write.sending : typeof label === 'function' ? label(ticket.requester.name) : label}
          </Button>
        )}
      </div>
    </form>
  );
}

/** The fields as the server wants them; what is empty is left out, and the server says that it is needed. */
function bodyOf(fields: Fields, asked: readonly string[]): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const name of asked) {
    const value = fields[name] ?? '';
    if (value.trim() === '') continue;
    if (name === 'minutes') body[name] = Number(value);
    else if (name === 'school_agreed') body[name] = true;
    else body[name] = value;
  }
  return body;
}
