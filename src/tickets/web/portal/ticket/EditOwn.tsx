import type { Message, TicketWithMessages } from '#tickets/rules/ticket.ts';
import { Button } from '#ui/ui.ts';
import { EditForm } from '../../messages/parts.ts';
import { useDone } from './use-done.ts';
import { useMessageWords } from '../../messages/words/use-words.ts';

interface EditOwnProps {
  number: number;
  message: Message;
  editing: boolean;
  onEdit: (editing: boolean) => void;
  put: (ticket: TicketWithMessages) => void;
  reload: () => void;
}

/** Under one's own message, as long as nobody of the desk has read it: a way to edit it, and for a while to take that back. */
export function EditOwn({ number, message, editing, onEdit, put, reload }: EditOwnProps) {
  const done = useDone({ put, reload });
  const words = useMessageWords();
  if (!editing)
    return (
      <Button small look="bare" className="edit-own no-print" onClick={() => onEdit(true)}>
        {words.edit}
      </Button>
    );
  return (
    <EditForm
      number={number}
      message={message}
      onDone={(ticket, said) => {
        onEdit(false);
        if (ticket) done(ticket, said);
      }}
    />
  );
}
