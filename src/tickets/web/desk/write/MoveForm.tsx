import type { Move, Requirement } from '#tickets/rules/lifecycle.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { Button, FileField, toast, useCatchFiles, useFiles } from '#ui/ui.ts';
import { useTicketWords } from '../../words.ts';
import { useDeskWords } from '../words/use-words.ts';
import { Refused } from './Refused.tsx';
import { RequirementField } from './RequirementField.tsx';
import { useFields, type Fields } from './use-fields.ts';
import { useSendKeys } from './use-send-keys.ts';
import { useSending } from './use-sending.ts';

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
const isText = (name: string) => name === 'reason' || with_files.includes(name);
const textsFirst = (one: string, other: string) => Number(isText(other)) - Number(isText(one));

/** What a move requires, in the composer's place: nothing pops up over what one is reading. */
export function MoveForm({ ticket, move, requires, gone, onDone }: MoveFormProps) {
  const words = useDeskWords();
  const { states } = useTicketWords();
  const [fields, set, clear] = useFields(ticket.number, move);
  const files = useFiles();
  const { send, busy, problem } = useSending(ticket.number);
  const asked = [...requires, ...(move === 'escalate' ? ['level2_reference'] : [])].sort(textsFirst) as (
    Requirement | 'level2_reference'
  )[];
  const takes_files = requires.some(name => with_files.includes(name));
  const caught = useCatchFiles(files);
  const label = words.write.moving[move];

  const submit = async () => {
    if (gone || busy || files.pending) return;
    const done = await send('moves', {
      move,
      ...bodyOf(fields),
      ...(takes_files && files.ids.length > 0 && { files: files.ids }),
    });
    if (!done)
      return void setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
    clear();
    toast({ text: words.ticket.moved(states[done.state]) });
    onDone();
  };
  const form = useSendKeys({ send: () => void submit(), leave: onDone });
  return (
    <form
      ref={form}
      className="move-form"
      noValidate
      {...(takes_files && caught)}
      onSubmit={event => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="requirements">
        {asked.map(name => (
          <RequirementField
            key={name}
            name={name}
            value={fields[name] ?? ''}
            error={problem?.of(name)}
            onChange={value => set({ [name]: value })}
          />
        ))}
      </div>
      <Refused
        sentence={problem?.errors.length === 0 ? problem.detail : gone ? words.problem.no_longer : undefined}
        status={problem?.status}
      />
      <div className="go">
        {takes_files && <FileField files={files} small />}
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
function bodyOf(fields: Fields): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value.trim() === '') continue;
    if (name === 'minutes') body[name] = Number(value);
    else if (name === 'school_agreed') body[name] = true;
    else body[name] = value;
  }
  return body;
}
