import { useEffect, useRef, useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { soon } from '#ui/floating/soon.tsx';
import { Link, navigate, PageHeading, useRoute } from '#ui/route/router.tsx';
import { Button, buttonClass, Icon, ProgressLine, Skeleton } from '#ui/ui.ts';
import { Failed } from '../frame/LostPage.tsx';
import { usePortalWords } from '../words.ts';
import { addressOf, useChoice, which_ones, type Choice } from './choice.ts';
import { TicketRow } from './TicketRow.tsx';
import { useTicketList } from './use-ticket-list.ts';
import './list.css';

const SlipRows = soon(async () => (await import('../slips/SlipRows.tsx')).SlipRows);

/** Tickets: one's own, those that are shared with one, for a lead all of the school. The address is the state. */
export function TicketListPage() {
  const { list: words } = usePortalWords();
  const { school, open } = useSession();
  const { choice, whose_ones } = useChoice(useRoute().query);
  const { whose, which, q } = choice;
  const { tickets, counts, problem, loading, more, reload } = useTicketList(choice);
  return (
    <div className="page list-page">
      <ProgressLine when={loading} />
      <header>
        <div>
          <PageHeading title={words.title} />
          <p className="second">{words.lead(school?.name ?? '')[whose]}</p>
        </div>
        {open.includes('startup_question') && (
          <Link className={buttonClass({ look: 'main' })} to="/ask">
            {words.ask}
          </Link>
        )}
      </header>
      <SlipRows />
      <nav className="whose" aria-label={words.whose}>
        {whose_ones.map(known => (
          <Link
            key={known}
            to={addressOf({ ...choice, whose: known })}
            aria-current={known === whose ? 'page' : undefined}
          >
            {words[known]}
          </Link>
        ))}
      </nav>
      <div className="filters">
        <nav className="which" aria-label={words.which}>
          {which_ones.map(known => (
            <Link
              key={known}
              to={addressOf({ ...choice, which: known })}
              aria-current={known === which ? 'page' : undefined}
            >
              {words[known]} <span className="count">{counts?.[known]}</span>
            </Link>
          ))}
        </nav>
        <Find q={q} onFind={wanted => navigate(addressOf({ ...choice, q: wanted }), { replace: true })} />
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
      {tickets?.length === 0 && <Empty choice={choice} />}
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

function Empty({ choice }: { choice: Choice }) {
  const { list: words } = usePortalWords();
  const { q, which, whose } = choice;
  const sentence =
    whose === 'shared' || whose === 'passed' ? words[`empty_${whose}`] : words[`empty_${which}`];
  return (
    <div className="sheet empty">
      <p>{q ? words.empty_search(q) : sentence}</p>
      {q ? (
        <Link to={addressOf({ ...choice, q: '' })}>{words.clear}</Link>
      ) : (
        <Link to="/ask">{words.ask}</Link>
      )}
    </div>
  );
}
