import type { Message, TicketWithMessages } from '#tickets/rules/ticket.ts';
import { Button, toast } from '#ui/ui.ts';
import { EditForm } from '../../messages/parts.ts';
import { useMessageWords } from '../../messages/words/use-words.ts';

interface EditOwnProps {
  number: number;
  message: Message;
  editing: boolean;
  onEdit: (editing: boolean) => void;
  put: (ticket: TicketWithMessages) => void;
}

/** Under one's own message, as long as nobody of the desk has read it: a way to edit it. */
export function EditOwn({ number, message, editing, onEdit, put }: EditOwnProps) {
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
        if (!ticket) return;
        put(ticket);
        toast({ text: said });
      }}
    />
  );
}
