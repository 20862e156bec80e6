import { useId, useRef, type ReactNode } from 'react';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { Button, FileField, useCatchFiles } from '#ui/ui.ts';
import { useDeskWords } from '../words/use-words.ts';
import { useMentions } from './mentions/use-mentions.tsx';
import { Refused } from './Refused.tsx';
import { useSendKeys } from './use-send-keys.ts';
import { useText, type Text } from './use-text.ts';

/** A reply to the school: a plain message, or one after which the school's answer is awaited. */
export function ReplyForm({ ticket }: { ticket: TicketWithMessages }) {
  const words = useDeskWords().write;
  const to = ticket.requester.name;
  const text = useText(ticket.number, 'reply');
  const waits = ticket.can.moves.some(({ move }) => move === 'ask_school');
  const send = () => text.send('replies', body => body);
  const sendAndWait = () =>
    text.send('moves', ({ text: question, files }) => ({ move: 'ask_school', question, files }));
  return (
    <TextForm
      text={text}
      label={words.reply_text}
      placeholder={words.reply_here(to)}
      done={words.sent(to)}
      onSend={send}
      gone={!ticket.can.reply}
      {...(waits && { onSendAndWait: sendAndWait })}
    >
      {waits && (
        <Button busy={text.busy} onClick={sendAndWait}>
          {words.send_and_wait}
        </Button>
      )}
      <Button look="main" type="submit" busy={text.busy}>
        {text.busy ? words.sending : words.send_to(to)}
      </Button>
    </TextForm>
  );
}

/** A note has no road to the school: another draft, another surface, another address at the server. */
export function NoteForm({ ticket }: { ticket: TicketWithMessages }) {
  const words = useDeskWords().write;
  const text = useText(ticket.number, 'note');
  return (
    <TextForm
      text={text}
      label={words.note_text}
      placeholder={words.note_here}
      done={words.kept}
      gone={!ticket.can.note}
      mentions
      onSend={() => text.send('notes', body => body)}
    >
      <Button look="main" type="submit" busy={text.busy}>
        {text.busy ? words.sending : words.keep_note}
      </Button>
    </TextForm>
  );
}

interface TextFormProps {
  text: Text;
  label: string;
  placeholder: string;
  done: string;
  /** It is no longer possible: what was written can be read and copied, not sent. */
  gone: boolean;
  onSend: () => void;
  onSendAndWait?: () => void;
  /** Whether `@` offers the people of the iGroup. */
  mentions?: boolean;
  children: ReactNode;
}

function TextForm({
  text,
  label,
  placeholder,
  done,
  gone,
  onSend,
  onSendAndWait,
  mentions = false,
  children,
}: TextFormProps) {
  const { no_longer } = useDeskWords().problem;
  const refused_id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const people = useMentions(area, text.value, text.set, mentions);
  const form = useSendKeys({ send: () => !gone && onSend(), ...(!gone && { sendAndWait: onSendAndWait }) });
  const refused =
    text.missing ??
    text.problem?.of('text') ??
    text.problem?.of('question') ??
    text.problem?.detail ??
    (gone ? no_longer : undefined);
  return (
    <form
      ref={form}
      className="text-form"
      {...useCatchFiles(text.files)}
      onSubmit={event => {
        event.preventDefault();
        if (!gone) onSend();
      }}
    >
      {people.list}
      <textarea
        ref={area}
        {...people.field}
        className="control"
        rows={3}
        aria-label={label}
        placeholder={placeholder}
        value={text.value}
        aria-keyshortcuts="Control+Enter"
        {...(refused && { 'aria-invalid': true, 'aria-describedby': refused_id })}
        onChange={event => text.set(event.target.value)}
        onKeyDown={event => event.key === 'Escape' && event.currentTarget.blur()}
      />
      <Refused id={refused_id} sentence={refused} status={text.problem?.status} />
      <div className="go">
        <FileField files={text.files} small />
        {!gone && children}
      </div>
      <p className="sr" role="status">
        {text.sent && done}
      </p>
    </form>
  );
}
