import { useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { askAgents } from '#accounts/web/desk/accounts.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { PickMenu } from '#ui/floating/PickMenu.tsx';
import { Button, Face, IconButton } from '#ui/ui.ts';
import { StateShape } from '../../StateShape.tsx';
import { useTicketWords } from '../../words.ts';
import { useDeskWords } from '../words/use-words.ts';
import type { Writing } from '../write/Composer.tsx';
import { useAssign } from './deeds.ts';
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
        <span className="second">{ticket.next}</span>
      </div>
      <MovesBar ticket={ticket} writing={writing} onWrite={onWrite} />
    </header>
  );
}

/** Who has it; a press, or `a`, gives it to another. */
function Assignee({
  ticket,
  open,
  onOpen,
}: {
  ticket: TicketWithMessages;
  open: boolean;
  onOpen: (open: boolean) => void;
}) {
  const words = useDeskWords();
  const { person } = useSession();
  const assign = useAssign(ticket.number);
  const agents = (useQuery(askAgents()).data ?? []).filter(({ left, roles }) => !left && roles.some(works));
  const { assignee } = ticket;
  // Who has it may have left since, and still has to be named.
  const known = !assignee || agents.some(({ id }) => id === assignee.id) ? agents : [assignee, ...agents];
  const mine = (id: number) => id === person.id;
  return (
    <PickMenu
      className="assignee"
      label={words.ticket.assign}
      value={assignee ? String(assignee.id) : 'none'}
      disabled={!ticket.can.assign}
      open={open}
      onOpen={onOpen}
      options={[
        { id: 'none', name: words.ticket.nobody, mark: <Face name={null} /> },
        ...known.map(({ id, name }) => ({
          id: String(id),
          name,
          mark: <Face name={name} ours={mine(id)} />,
          ...(mine(id) && { hint: words.ticket.me }),
        })),
      ]}
      onPick={id => assign.mutate({ agent: known.find(agent => String(agent.id) === id) ?? null })}
    >
      <span className="sr">{words.ticket.assign}: </span>
      <Face name={assignee?.name ?? null} ours={assignee !== null && mine(assignee.id)} />
      <span className="assignee-name">{assignee?.name ?? words.list.nobody}</span>
    </PickMenu>
  );
}

const works = (role: string) => role === 'agent' || role === 'coordinator' || role === 'level2_contact';
