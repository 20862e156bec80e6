import { Suspense } from 'react';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { ChecklistPart } from './ChecklistPart.tsx';
import { FollowersPart } from './FollowersPart.tsx';
import { TasksPart } from './TasksPart.tsx';
import './work.css';

/** In the rail: what is to be ticked off and done on this ticket, and who follows it. */
export function WorkInRail({ ticket }: { ticket: TicketWithMessages }) {
  return (
    <Suspense fallback={null}>
      <ChecklistPart ticket={ticket} />
      <TasksPart ticket={ticket} />
      <FollowersPart ticket={ticket} />
    </Suspense>
  );
}
