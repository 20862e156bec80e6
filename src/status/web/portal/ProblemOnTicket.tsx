import type { ProblemOfTicket } from '#status/rules/problem.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { Notice, useGet, useLive } from '#ui/ui.ts';
import { NoticeHead } from '../shown/NoticeHead.tsx';
import { NoticeText } from '../shown/NoticeText.tsx';
import { useStatusWords } from './words.ts';

/** On her ticket's page: the known problem that it is of, in its public words. */
export function ProblemOnTicket({ ticket }: { ticket: TicketWithMessages }) {
  const words = useStatusWords();
  const { data, reload } = useGet<ProblemOfTicket>(`/api/tickets/${ticket.number}/problem`);
  useLive(
    () => {},
    first => !first && reload(),
    signal => signal.kind === 'status' && reload(),
  );
  const problem = data?.problem;
  if (!problem) return null;
  return (
    <div className="status-of-ticket">
      <Notice title={words.of_ticket}>
        <p className="second t-14">{words.of_ticket_hint}</p>
        <details>
          <summary lang={problem.lang}>{problem.title}</summary>
          <NoticeText notice={problem} />
        </details>
        <NoticeHead notice={problem} />
      </Notice>
    </div>
  );
}
