import type { Message } from '#tickets/rules/ticket.ts';
import { Button } from '#ui/ui.ts';
import type { Box } from '../../messages/EditForm.tsx';
import { EditForm } from '../../messages/parts.ts';
import { useMessageWords } from '../../messages/words/use-words.ts';
import { useCommands } from '../frame/commands/commands.ts';
import { useDone } from '../undo/use-done.ts';
import { useMentions } from '../write/mentions/use-mentions.ts';
import { useTicketChanged } from './use-ticket-changed.ts';

const useNoteMentions = ({ area, value, set }: Box) => useMentions(area, value, set);

/** Beside one's own message: the way to edit it. */
export function EditButton({ onEdit }: { onEdit: () => void }) {
  const words = useMessageWords();
  return (
    <Button small look="bare" className="edit-own" onClick={onEdit}>
      {words.edit}
    </Button>
  );
}

interface EditBoxProps {
  number: number;
  message: Message;
  onClose: () => void;
}

/** In the message's place, the box in which it is edited; the palette and `z` take it back. */
export function EditBox({ number, message, onClose }: EditBoxProps) {
  const changed = useTicketChanged();
  const done = useDone();
  return (
    <EditForm
      number={number}
      message={message}
      {...(message.kind === 'note' && { useOffers: useNoteMentions })}
      onDone={(ticket, said) => {
        onClose();
        if (!ticket) return;
        changed(ticket);
        done(ticket, said);
      }}
    />
  );
}

/** The last of one's own messages that may still be edited, by the palette. */
export function EditLastCommand({ onEdit }: { onEdit: () => void }) {
  const { edit_last } = useMessageWords();
  useCommands([{ id: 'edit_last', name: edit_last, where: 'ticket', group: 'command', run: onEdit }]);
  return null;
}
