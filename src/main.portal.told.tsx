import { AgreementNotice } from '#agreements/web/portal/AgreementNotice.tsx';
import { FreshChanges } from '#configuration/web/portal/FreshChanges.tsx';
import { ExceptionOnTicket } from '#exceptions/web/portal/ExceptionOnTicket.tsx';
import { FreshExceptions } from '#exceptions/web/portal/FreshExceptions.tsx';
import { FreshTopics } from '#forum/web/portal/FreshTopics.tsx';
import { FreshNetwork } from '#guide/web/network/FreshNetwork.tsx';
import { FreshStatement } from '#reports/web/statements/portal/FreshStatement.tsx';
import { ProblemOnTicket } from '#status/web/portal/ProblemOnTicket.tsx';
import { ToldNow } from '#status/web/portal/ToldNow.tsx';
import { SlipRows } from '#tickets/web/portal/slips/SlipRows.tsx';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';

interface ToldProps {
  /** Above the question of the first page, in place of beneath it. */
  above?: true;
  /** On the page of this ticket. */
  ticket?: TicketWithMessages;
}

/** What other houses tell a school: on its first page, above the question and beneath it; and on a ticket. */
export function Told({ above, ticket }: ToldProps) {
  if (ticket)
    return (
      <>
        <ProblemOnTicket ticket={ticket} />
        <ExceptionOnTicket ticket={ticket} />
      </>
    );
  if (above) return <ToldNow />;
  return (
    <>
      <SlipRows />
      <AgreementNotice />
      <FreshStatement />
      <FreshChanges />
      <FreshExceptions />
      <FreshNetwork />
      <FreshTopics />
    </>
  );
}
