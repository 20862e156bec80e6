import { useQuery } from '@tanstack/react-query';
import { ExceptionPart } from '#exceptions/web/desk/ExceptionPart.tsx';
import { askWhose } from '#guide/web/desk/asking.ts';
import { ChecksPart } from '#guide/web/desk/rail/ChecksPart.tsx';
import { WhosePart } from '#guide/web/desk/rail/WhosePart.tsx';
import { AnswersPart } from '#knowledge/web/desk/rail/AnswersPart.tsx';
import { ProblemPart } from '#status/web/desk/ProblemPart.tsx';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';

/** What other houses bring to the rail of a ticket. */
export function RailParts({ ticket }: { ticket: TicketWithMessages }) {
  const { data: whose } = useQuery(askWhose(ticket.number));
  return (
    <>
      {whose && <WhosePart ticket={ticket} whose={whose} />}
      <ExceptionPart ticket={ticket} topic={whose?.exception ?? undefined} />
      <ProblemPart ticket={ticket} />
      <ChecksPart ticket={ticket} />
      <AnswersPart ticket={ticket} />
    </>
  );
}
