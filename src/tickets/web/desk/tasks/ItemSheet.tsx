import { useState } from 'react';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { CheckBox, TextField, useSubmit } from '#ui/ui.ts';
import { useTicketChanged } from '../ticket/use-ticket-changed.ts';
import { useDone } from '../undo/use-done.ts';
import { useWorkWords } from './words/use-words.ts';

/** An item that only this ticket has. */
export function ItemSheet({ number, onClose }: { number: number; onClose: () => void }) {
  const words = useWorkWords();
  const { submit, busy, problem } = useSubmit<TicketWithMessages>();
  const changed = useTicketChanged();
  const done = useDone();
  const [text, setText] = useState('');
  const [required_before_solving, setRequired] = useState(false);
  const save = async () => {
    const ticket = await submit(`/api/tickets/${number}/checklist`, { text, required_before_solving });
    if (!ticket) return;
    changed(ticket);
    done(ticket, words.checklist.added(text));
    onClose();
  };
  return (
    <SheetForm
      title={words.checklist.new_title}
      deed={words.checklist.put}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <TextField
        label={words.checklist.text}
        autoFocus
        autoComplete="off"
        maxLength={200}
        value={text}
        error={problem?.errors[0]?.sentence}
        onChange={event => setText(event.target.value)}
      />
      <CheckBox
        label={words.checklist.must}
        checked={required_before_solving}
        onChange={event => setRequired(event.target.checked)}
      />
    </SheetForm>
  );
}
