import { Suspense } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { Link, PageHeading, useRoute } from '#ui/route/router.tsx';
import { soon } from '#ui/floating/soon.tsx';
import { Icon, Notice, ProgressLine, Skeleton, useGet, useLive } from '#ui/ui.ts';
import type { HistoryLine, TicketWithMessages } from '../../../rules/ticket.ts';
import { RequestPart } from '../../beside.tsx';
import { useTimePasses } from '../../clocks/use-time-passes.ts';
import { Failed, LostPage } from '../frame/LostPage.tsx';
import { GoesOn, JoinedTickets } from '../joining/Joined.tsx';
import { usePortalWords } from '../words.ts';
import { IsItSolved, OtherMoves } from './Moves.tsx';
import { People } from './people/People.tsx';
import { Reply } from './Reply.tsx';
import { StateStrip } from './StateStrip.tsx';
import { Talk } from './Talk.tsx';
import { useNews } from './use-news.ts';
import { useSteady } from './use-steady.ts';
import './ticket.css';
import { useTellRead } from './use-tell-read.ts';

/** One ticket: where it is, its story, and everything that the school can do with it now. */
export function TicketPage({ number }: { number: string }) {
  const path = `/api/tickets/${encodeURIComponent(number)}`;
  const { data: ticket, problem, loading, ...asked } = useGet<TicketWithMessages>(path);
  const story = useGet<{ items: HistoryLine[] }>(`${path}/history`);
  const reload = () => {
    asked.reload();
    story.reload();
  };
  const put = (answer: TicketWithMessages) => {
    asked.put(answer);
    story.reload();
  };
  useLive(event => event.ticket === Number(number) && reload(), reload);
  useTimePasses(asked.reload);
  if (problem && !ticket && (problem.status === 404 || problem.status === 422)) return <LostPage />;
  // Shown as a whole, so that nothing is pushed aside by what comes a moment later.
  const history = story.data?.items ?? (story.problem ? [] : undefined);
  if (!ticket || !history)
    return (
      <div className="page">
        {problem ? <Failed problem={problem} retry={reload} /> : <Skeleton lines={9} />}
      </div>
    );
  return (
    <>
      <ProgressLine when={loading} />
      <Shown ticket={ticket} history={history} put={put} reload={reload} />
    </>
  );
}

const SlipReplies = soon(async () => (await import('../slips/SlipReplies.tsx')).SlipReplies);

const FilledFields = soon(async () => (await import('../fields/FilledFields.tsx')).FilledFields);

const Promised = soon(async () => (await import('./Promised.tsx')).Promised);

export interface OfTicket {
  ticket: TicketWithMessages;
  /** Shows what the server answered to a deed. */
  put: (ticket: TicketWithMessages) => void;
  reload: () => void;
}

function Shown({ history, ...of }: OfTicket & { history: readonly HistoryLine[] }) {
  const { ticket } = of;
  const words = usePortalWords();
  const { query } = useRoute();
  const { school } = useSession();
  const held = useSteady();
  const news = useNews(ticket);
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
      <div role="status">
        {query.get('sent') &&
          (ticket.state === 'new' || ticket.passed_to) &&
          ticket.messages.length === 1 && <Notice tone="good" title={words.ticket.sent(ticket.number)} />}
      </div>
      <p className="sr" role="status">
        {news}
      </p>
      {ticket.goes_on_in !== null && (
        <Suspense fallback={null}>
          <GoesOn number={ticket.goes_on_in} />
        </Suspense>
      )}
      <StateStrip ticket={ticket} />
      <RequestPart ticket={ticket} />
      <div className="columns">
        <section aria-label={words.ticket.talk}>
          <div>
            <Talk ticket={ticket} history={history} put={of.put} reload={of.reload} />
            <SlipReplies number={ticket.number} />
            <IsItSolved {...of} />
          </div>
          <div ref={held}>
            <Reply {...of} />
          </div>
        </section>
        <aside>
          <Promised ticket={ticket} />
          <People {...of} />
          {ticket.fields.length > 0 && <FilledFields ticket={ticket} />}
          <OtherMoves {...of} />
          <Suspense fallback={null}>
            <JoinedTickets ticket={ticket} />
          </Suspense>
        </aside>
      </div>
    </div>
  );
}
