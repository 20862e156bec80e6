import { ChecksPart } from '#guide/web/desk/rail/ChecksPart.tsx';
import { AnswersPart } from '#knowledge/web/desk/rail/AnswersPart.tsx';
import { ProblemPart } from '#status/web/desk/ProblemPart.tsx';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';

/** What other houses bring to the rail of a ticket. */
export function RailParts({ ticket }: { ticket: TicketWithMessages }) {
  return (
    <>
      <ProblemPart ticket={ticket} />
      <ChecksPart ticket={ticket} />
      <AnswersPart ticket={ticket} />
    </>
  );
}
