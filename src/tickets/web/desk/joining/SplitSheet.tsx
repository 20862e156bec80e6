import { useState } from 'react';
import { category_ids, type Category } from '#tickets/rules/categories.ts';
import type { Message, TicketWithMessages } from '#tickets/rules/ticket.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { Select, TextField, useSubmit } from '#ui/ui.ts';
import { useTicketWords } from '../../words.ts';
import { endChoosing } from './choosing.ts';
import { useJoined, useToTicket } from './use-joined.ts';
import { useJoiningWords } from './use-words.ts';

interface SplitSheetProps {
  ticket: TicketWithMessages;
  messages: readonly Message[];
  onClose: () => void;
}

/** What the new ticket is about; how it begins is the first chosen message. */
export function SplitSheet({ ticket, messages, onClose }: SplitSheetProps) {
  const words = useJoiningWords().split_sheet;
  const { categories } = useTicketWords();
  const joined = useJoined();
  const toTicket = useToTicket();
  const [subject, setSubject] = useState(() => firstLine(messages));
  const [category, setCategory] = useState<Category>(ticket.category);
  const { submit, busy, problem } = useSubmit<TicketWithMessages>();
  const split = async () => {
    const chosen = messages.map(({ kind, id }) => ({ kind, id }));
    const after = await submit(`/api/tickets/${ticket.number}/split`, {
      subject,
      category,
      messages: chosen,
    });
    if (!after) return;
    endChoosing();
    joined(after, ticket.number, words.done(after.number));
    onClose();
    toTicket(after.number);
  };
  return (
    <SheetForm
      title={words.title}
      deed={words.deed}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void split()}
      onClose={onClose}
    >
      <p className="quiet t-13">{words.lead(messages.length)}</p>
      <TextField
        label={words.subject}
        autoFocus
        autoComplete="off"
        maxLength={200}
        value={subject}
        error={problem?.of('subject') ?? problem?.of('messages')}
        onChange={event => setSubject(event.target.value)}
      />
      <Select
        label={words.category}
        value={category}
        onChange={event => setCategory(event.target.value as Category)}
      >
        {category_ids.map(id => (
          <option key={id} value={id}>
            {categories[id]}
          </option>
        ))}
      </Select>
    </SheetForm>
  );
}

const most_letters = 80;

/** What the first of them begins with: a subject to start from. */
function firstLine(messages: readonly Message[]): string {
  const line = (messages.find(({ kind }) => kind === 'reply')?.text ?? '').split('\n', 1)[0]!.trim();
  return line.length > most_letters ? `${line.slice(0, most_letters).replace(/\s+\S*$/, '')} …` : line;
}
