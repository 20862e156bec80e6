import { useState } from 'react';
import { Icon, Skeleton, Time, useGet } from '#ui/ui.ts';
import type { HistoryLine, TicketWithMessages } from '../../../rules/ticket.ts';
import { Failed } from '../frame/LostPage.tsx';
import { usePortalWords } from '../words.ts';

/** Everything that happened to the ticket, a line each; folded, and asked for when it is opened. */
export function History({ ticket }: { ticket: TicketWithMessages }) {
  const words = usePortalWords().ticket;
  const [open, setOpen] = useState(false);
  const { data, problem, reload } = useHistory(ticket, open);
  return (
    <details className="history" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="fold" /> {words.history}
      </summary>
      {data && (
        <ol>
          {data.items.map(line => (
            <Line key={line.position} line={line} />
          ))}
        </ol>
      )}
      {!data && (problem ? <Failed problem={problem} retry={reload} /> : <Skeleton />)}
    </details>
  );
}

/** Asked for when wanted, and again whenever the ticket has moved. */
export const useHistory = (ticket: TicketWithMessages, wanted: boolean) =>
  useGet<{ items: HistoryLine[] }>(
    wanted ? `/api/tickets/${ticket.number}/history` : null,
    ticket.last_activity.at,
  );

function Line({ line }: { line: HistoryLine }) {
  const words = usePortalWords().ticket;
  return (
    <li>
      <Time moment={line.at} />
      <div>
        {line.words}
        {line.changes.map(({ field, from, to }) => (
          <span key={field} className="quiet t-14">
            {words.from_to(field, from ?? words.nothing, to ?? words.nothing)}
          </span>
        ))}
      </div>
    </li>
  );
}
