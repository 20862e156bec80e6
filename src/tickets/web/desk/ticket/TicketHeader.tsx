import { Suspense, type Ref } from 'react';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { Button, IconButton } from '#ui/ui.ts';
import { StateShape } from '../../StateShape.tsx';
import { useTicketWords } from '../../words.ts';
import { InsideSign } from '../inside/InsideSign.tsx';
import { useDeskWords } from '../words/use-words.ts';
import { SnoozeInHeader, WorkInHeader } from '../tasks/InHeader.tsx';
import type { Writing } from '../write/Composer.tsx';
import { Assignee } from './Assignee.tsx';
import { GoesOn } from '../joining/GoesOn.tsx';
import { WhoIsHere } from './here/WhoIsHere.tsx';
import { MovesBar } from './MovesBar.tsx';
import { useTicketCommands } from './ticket-commands.ts';

interface TicketHeaderProps {
  ticket: TicketWithMessages;
  heading: Ref<HTMLHeadingElement>;
  writing: Writing;
  onWrite: (what: Writing) => void;
  assigning: boolean;
  onAssigning: (open: boolean) => void;
  onBack: () => void;
  onDetails: () => void;
}

/** What it is, whose turn it is in words, who has it, and what can be done. */
export function TicketHeader({
  ticket,
  heading,
  writing,
  onWrite,
  assigning,
  onAssigning,
  onBack,
  onDetails,
}: TicketHeaderProps) {
  const labels = useTicketWords();
  const words = useDeskWords().ticket;
  useTicketCommands(ticket);
  const { number, school, category, priority, state, court } = ticket;
  return (
    <header className="ticket-header">
      <div className="ticket-line">
        <IconButton small icon="left" label={words.back} onClick={onBack} />
        <p className="quiet t-13">
          {number} · {school.name} · {labels.categories[category]} ·{' '}
          <span title={labels.priorities[priority]}>{priority}</span>
        </p>
        <WhoIsHere number={number} />
        <WorkInHeader ticket={ticket} />
        <Assignee ticket={ticket} open={assigning} onOpen={onAssigning} />
        <Button small look="bare" className="ticket-details" onClick={onDetails}>
          {words.details}
        </Button>
      </div>
      <h1 id="ticket-subject" ref={heading} tabIndex={-1}>
        {ticket.subject}
      </h1>
      <div className="ticket-turn">
        <span className={`turn ${court ?? 'none'}`}>
          <StateShape state={state} /> {court ? labels.courts[court] : labels.states[state]}
        </span>
        {ticket.inside && (
          <span className="tag inside-tag">
            <InsideSign />
          </span>
        )}
        {ticket.due && (
          <span className="due" data-late={ticket.due.late || undefined}>
            {ticket.due.words}
          </span>
        )}
        <span className="second">{ticket.next}</span>
        <SnoozeInHeader ticket={ticket} />
      </div>
      {ticket.goes_on_in !== null && (
        <Suspense fallback={null}>
          <GoesOn ticket={ticket} />
        </Suspense>
      )}
      <MovesBar ticket={ticket} writing={writing} onWrite={onWrite} />
    </header>
  );
}
