import { ChecksPart } from '#guide/web/desk/rail/ChecksPart.tsx';
import { AnswersPart } from '#knowledge/web/desk/rail/AnswersPart.tsx';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';

/** What other houses put into the rail of a ticket. */
export function InRail({ ticket }: { ticket: TicketWithMessages }) {
  return (
    <>
      <ChecksPart ticket={ticket} />
      <AnswersPart ticket={ticket} />
    </>
  );
}
