import { useEffect, useRef, useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { Link, navigate, PageHeading, useRoute } from '#ui/route/router.tsx';
import { Button, buttonClass, Icon, ProgressLine, Skeleton, withQuery } from '#ui/ui.ts';
import { Failed } from '../frame/LostPage.tsx';
import { usePortalWords } from '../words.ts';
import { TicketRow } from './TicketRow.tsx';
import { useTicketList, type Which } from './use-ticket-list.ts';
import './list.css';

const which_ones = ['open', 'ended', 'all'] as const satisfies Which[];
const addressOf = (which: Which, q: string) =>
  withQuery('/tickets', { state: which === 'open' ? undefined : which, q });

/** All that the school has asked: which, with which words. The address is the state. */
export function TicketListPage() {
  const { query } = useRoute();
  const { list: words } = usePortalWords();
  const { school } = useSession();
  const which = which_ones.find(known => known === query.get('state')) ?? 'open';
  const q = query.get('q') ?? '';
  const { tickets, counts, problem, loading, more, reload } = useTicketList(which, q);
  return (
    <div className="page list-page">
      <ProgressLine when={loading} />
      <header>
        <div>
          <PageHeading title={words.title} tab={`${words.title} · Firstline`} />
          <p className="second">{words.lead(school?.name ?? '')}</p>
        </div>
        <Link className={buttonClass({ look: 'main' })} to="/ask">
          {words.ask}
        </Link>
      </header>
      <div className="filters">
        <nav className="which" aria-label={words.which}>
          {which_ones.map(known => (
            <Link key={known} to={addressOf(known, q)} aria-current={known === which ? 'page' : undefined}>
              {words[known]} {counts && <span className="count">{counts[known]}</span>}
            </Link>
          ))}
        </nav>
        <Find q={q} onFind={wanted => navigate(addressOf(which, wanted), { replace: true })} />
      </div>
      <p className="sr" role="status">
        {q && tickets && counts ? words.found(counts[which]) : ''}
      </p>
      {tickets && tickets.length > 0 && (
        <ul className="sheet ticket-rows">
          {tickets.map(ticket => (
            <TicketRow key={ticket.number} ticket={ticket} />
          ))}
        </ul>
      )}
      {tickets?.length === 0 && <Empty which={which} q={q} />}
      {!tickets && !problem && <Skeleton lines={9} />}
      {problem && <Failed problem={problem} retry={reload} />}
      {more && (
        <p className="more">
          <Button onClick={more}>{words.more}</Button>
        </p>
      )}
    </div>
  );
}

/** Searches while typing, a moment after the last letter. */
function Find({ q, onFind }: { q: string; onFind: (q: string) => void }) {
  const { list: words } = usePortalWords();
  const [typed, setTyped] = useState(q);
  const [asked, setAsked] = useState(q);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);
  // The address changed by itself (back, or the search cleared): the box follows, but never while it is typed in.
  if (q !== asked) {
    setAsked(q);
    if (q !== typed.trim()) setTyped(q);
  }
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(pause.current);
    pause.current = setTimeout(() => onFind(text.trim()), 250);
  };
  return (
    <search className="find">
      <Icon name="search" />
      <input
        className="control"
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        maxLength={200}
        value={typed}
        onChange={event => type(event.target.value)}
      />
    </search>
  );
}

function Empty({ which, q }: { which: Which; q: string }) {
  const { list: words } = usePortalWords();
  return (
    <div className="sheet empty">
      <p>{q ? words.empty_search(q) : words[`empty_${which}`]}</p>
      {q ? <Link to={addressOf(which, '')}>{words.clear}</Link> : <Link to="/ask">{words.ask}</Link>}
    </div>
  );
}
