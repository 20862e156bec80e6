import type { AnchorHTMLAttributes, ReactNode } from 'react';
import type { ColumnName } from '#tickets/rules/lists/order.ts';
import type { Ticket } from '#tickets/rules/ticket.ts';
import { Time } from '#ui/ui.ts';
import { StateShape } from '../../../StateShape.tsx';
import { useTicketWords } from '../../../words.ts';
import { useAway } from '../../handing/asking.ts';
import { useFrameWords } from '../../frame/words/use-words.ts';
import { InsideSign } from '../../inside/InsideSign.tsx';
import { useDeskWords } from '../../words/use-words.ts';
import { Due } from '../Due.tsx';

interface TableCellsProps {
  ticket: Ticket;
  columns: readonly ColumnName[];
  link: AnchorHTMLAttributes<HTMLAnchorElement>;
}

/** One line of the full table. Its link lies over the whole row, in the subject's cell or else the first. */
export function TableCells({ ticket, columns, link }: TableCellsProps) {
  const shown = useCells(ticket);
  const linked = columns.includes('subject') ? 'subject' : columns[0];
  return columns.map(name => (
    <div key={name} role="gridcell" className={`cell ${name}`}>
      {name === linked ? <a {...link}>{shown[name] ?? ticket.subject}</a> : shown[name]}
    </div>
  ));
}

function useCells(ticket: Ticket): Record<ColumnName, ReactNode> {
  const words = useTicketWords();
  const { list } = useDeskWords();
  const { unread } = useFrameWords().talk;
  const away = useAway()(ticket.assignee);
  return {
    number: ticket.number,
    state: (
      <>
        <StateShape state={ticket.state} /> <span>{words.states[ticket.state]}</span>
      </>
    ),
    subject: ticket.unread ? (
      <span className="unread">
        <span className="sr">{unread}: </span>
        {ticket.subject}
      </span>
    ) : (
      ticket.subject
    ),
    school: ticket.inside ? (
      <>
        <InsideSign small /> {ticket.school.name}
      </>
    ) : (
      ticket.school.name
    ),
    requester: ticket.requester.name,
    assignee: ticket.assignee ? (
      <>
        {ticket.assignee.name}
        {away && <small title={away.words}> {away.word}</small>}
      </>
    ) : (
      <span className="quiet">–</span>
    ),
    team: ticket.team?.name ?? <span className="quiet">–</span>,
    category: words.categories[ticket.category],
    priority: ticket.priority,
    due: ticket.due && <Due due={ticket.due} />,
    tags: ticket.tags.map(({ name }) => name).join(', '),
    court: ticket.court && words.courts[ticket.court],
    opened: <Time moment={ticket.opened} />,
    activity: ticket.snooze ? list[ticket.snooze] : <Time moment={ticket.last_activity} />,
    planned: ticket.planned_for?.words,
    minutes: ticket.minutes || null,
    level2_reference: ticket.level2_reference,
  };
}
