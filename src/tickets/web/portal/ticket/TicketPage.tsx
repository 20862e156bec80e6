import { useSession } from '#accounts/web/accounts.tsx';
import { Link, PageHeading, useRoute } from '#ui/route/router.tsx';
import { Icon, Notice, ProgressLine, Skeleton, useGet, useLive } from '#ui/ui.ts';
import type { TicketWithMessages } from '../../../rules/ticket.ts';
import { Failed, LostPage } from '../frame/LostPage.tsx';
import { usePortalWords } from '../words.ts';
import { History } from './History.tsx';
import { IsItSolved, OtherMoves } from './Moves.tsx';
import { People } from './People.tsx';
import { Reply } from './Reply.tsx';
import { StateStrip } from './StateStrip.tsx';
import { Talk } from './Talk.tsx';
import './ticket.css';
import { useTellRead } from './use-tell-read.ts';

/** One ticket: where it is, its story, and everything that the school can do with it now. */
export function TicketPage({ number }: { number: string }) {
  const {
    data: ticket,
    problem,
    loading,
    reload,
    put,
  } = useGet<TicketWithMessages>(`/api/tickets/${encodeURIComponent(number)}`);
  useLive(event => event.ticket === Number(number) && reload(), reload);
  if (problem && !ticket && (problem.status === 404 || problem.status === 422)) return <LostPage />;
  if (!ticket)
    return (
      <div className="page">
        {problem ? <Failed problem={problem} retry={reload} /> : <Skeleton lines={9} />}
      </div>
    );
  return (
    <>
      <ProgressLine when={loading} />
      <Shown ticket={ticket} put={put} reload={reload} />
    </>
  );
}

export interface OfTicket {
  ticket: TicketWithMessages;
  /** Shows what the server answered to a deed. */
  put: (ticket: TicketWithMessages) => void;
  reload: () => void;
}

function Shown({ ticket, put, reload }: OfTicket) {
  const words = usePortalWords();
  const { query } = useRoute();
  const { school } = useSession();
  useTellRead(ticket);
  return (
    <div className="page ticket">
      <p className="crumb no-print">
        <Link to="/tickets">{words.list.title}</Link> <Icon name="right" size={12} />{' '}
        <span>{ticket.number}</span>
      </p>
      <PageHeading title={ticket.subject} tab={words.ticket.tab(ticket.number, ticket.subject)} />
      <p className="only-print">
        {ticket.number} · {school?.name}
      </p>
      {query.get('sent') && ticket.state === 'new' && ticket.messages.length === 1 && (
        <div role="status">
          <Notice tone="good" title={words.ticket.sent(ticket.number)} />
        </div>
      )}
      <StateStrip ticket={ticket} />
      <div className="columns">
        <section aria-label={words.ticket.talk}>
          <Talk ticket={ticket} />
          <History ticket={ticket} />
          <IsItSolved ticket={ticket} put={put} reload={reload} />
          <Reply ticket={ticket} put={put} reload={reload} />
        </section>
        <aside>
          <People ticket={ticket} />
          <OtherMoves ticket={ticket} put={put} reload={reload} />
        </aside>
      </div>
    </div>
  );
}
