import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { Icon } from '#ui/ui.ts';

/** Before the first message, how a ticket came that somebody else wrote down: the same line on both faces. */
export function Came({ came, className }: { came: TicketWithMessages['came']; className: string }) {
  if (!came) return null;
  return (
    <p className={className}>
      <Icon name="person" size={12} /> {came.words}
    </p>
  );
}
