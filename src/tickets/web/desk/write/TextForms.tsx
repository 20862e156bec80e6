import { useId, useState, type ReactNode } from 'react';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { Button, FileField, useCatchFiles, useFiles, type Files, type Problem } from '#ui/ui.ts';
import { file_limits } from '../../portal/file-limits.ts';
import { useDeskWords } from '../words/use-words.ts';
import { Refused } from './Refused.tsx';
import { useDraft } from './use-draft.ts';
import { useSending } from './use-sending.ts';

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
      onSend={() => text.send('notes', body => body)}
    >
      <Button look="main" type="submit" busy={text.busy}>
        {text.busy ? words.sending : words.keep_note}
      </Button>
    </TextForm>
  );
}

interface Text {
  value: string;
  set: (value: string) => void;
  files: Files;
  busy: boolean;
  problem: Problem | undefined;
  /** What is missing before it can be sent at all. */
  missing: string | undefined;
  sent: boolean;
  send: (
    deed: 'replies' | 'notes' | 'moves',
    shape: (body: { text: string; files: string[] }) => object,
  ) => void;
}

function useText(number: number, kind: 'reply' | 'note'): Text {
  const words = useDeskWords().write;
  const [fields, set, clear] = useDraft(number, kind);
  const files = useFiles(file_limits);
  const sending = useSending(number);
  const [missing, setMissing] = useState<string>();
  const [sent, setSent] = useState(false);
  const value = fields['text'] ?? '';
  return {
    value,
    set: next => {
      set('text', next);
      setMissing(undefined);
      setSent(false);
    },
    files,
    busy: sending.busy,
    problem: sending.problem,
    missing,
    sent,
    send: (deed, shape) => {
      if (!value.trim()) return setMissing(words.first_write);
      if (files.pending) return setMissing(words.wait_for_files);
      setMissing(undefined);
      void sending.send(deed, shape({ text: value, files: files.ids })).then(done => {
        if (!done) return;
        clear();
        files.clear();
        setSent(true);
      });
    },
  };
}

interface TextFormProps {
  text: Text;
  label: string;
  placeholder: string;
  done: string;
  onSend: () => void;
  onSendAndWait?: () => void;
  children: ReactNode;
}

function TextForm({ text, label, placeholder, done, onSend, onSendAndWait, children }: TextFormProps) {
  const refused_id = useId();
  const refused =
    text.missing ?? text.problem?.of('text') ?? text.problem?.of('question') ?? text.problem?.detail;
  return (
    <form
      className="text-form"
      {...useCatchFiles(text.files)}
      onSubmit={event => {
        event.preventDefault();
        onSend();
      }}
      onKeyDown={event => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        if (event.shiftKey && onSendAndWait) onSendAndWait();
        else onSend();
      }}
    >
      <textarea
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
        {children}
      </div>
      <p className="sr" role="status">
        {text.sent && done}
      </p>
    </form>
  );
}
