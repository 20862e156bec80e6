import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import type { Message, TicketWithMessages } from '#tickets/rules/ticket.ts';
import { WritingBox } from '#ui/parts/WritingBox.tsx';
import { Button, useSubmit } from '#ui/ui.ts';
import './edited.css';
import { useMessageWords } from './words/use-words.ts';

interface EditFormProps {
  number: number;
  message: Message;
  /** It is edited, with what the server answered; or left as it was. */
  onDone: (ticket: TicketWithMessages | undefined, said: string) => void;
  /** What offers something while one types. */
  useOffers?: (box: Box) => { field: object; list: ReactNode };
}

export interface Box {
  area: RefObject<HTMLTextAreaElement | null>;
  value: string;
  set: (value: string) => void;
}

const useNothing = () => ({ field: {}, list: null });

/** One's own words, to change in their place. What is refused stays in the box. */
export function EditForm({ number, message, onDone, useOffers = useNothing }: EditFormProps) {
  const words = useMessageWords();
  const [value, set] = useState(message.text);
  const [missing, setMissing] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const { submit, busy, problem } = useSubmit<TicketWithMessages>('patch');
  const offered = useOffers({ area, value, set });
  useEffect(() => area.current?.focus(), []);
  const save = async () => {
    setMissing(!value.trim());
    if (!value.trim()) return;
    if (value === message.text) return onDone(undefined, '');
    const kind = message.kind === 'reply' ? 'replies' : 'notes';
    const ticket = await submit(`/api/tickets/${number}/${kind}/${message.id}`, { text: value });
    if (ticket) onDone(ticket, words.saved);
    else area.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      onDone(undefined, '');
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    }
  };
  const refused = missing ? words.first_write : (problem?.of('text') ?? problem?.detail);
  return (
    <form
      className="edit-form"
      onSubmit={event => {
        event.preventDefault();
        void save();
      }}
    >
      {offered.list}
      <WritingBox
        small
        className="control"
        rows={3}
        label={words.label}
        area={area}
        value={value}
        onChange={set}
        onKeyDown={press}
        {...(refused && { 'aria-invalid': true })}
        {...offered.field}
      />
      {refused && (
        <p className="refused" role="alert">
          {refused}
        </p>
      )}
      <div className="go">
        <Button look="bare" small onClick={() => onDone(undefined, '')}>
          {words.cancel}
        </Button>
        <Button look="main" small type="submit" busy={busy}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
