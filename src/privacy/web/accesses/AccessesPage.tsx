import { useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { Access, Accesses } from '#privacy/rules/audit.ts';
import { Link, PageHeading } from '#ui/route/router.tsx';
import { api, Button, inPassing, laterWords, NotYet, Time, useGet, withQuery } from '#ui/ui.ts';
import './accesses.css';
import type { AccessWords } from './words/en.ts';

const useAccessWords = laterWords<AccessWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

const path = '/api/accesses';

/** For a school's lead: who of the iGroup looked at the school's tickets, newest first. */
export function AccessesPage() {
  const words = useAccessWords();
  const { school } = useSession();
  const { data, problem, reload } = useGet<Accesses>(path);
  const [older, setOlder] = useState<Accesses>();
  const items = [...(data?.items ?? []), ...(older?.items ?? [])];
  const next = (older ?? data)?.next;
  const more = async () => {
    const page = await api.get<Accesses>(withQuery(path, { cursor: next }));
    setOlder({ items: [...(older?.items ?? []), ...page.items], next: page.next });
  };
  return (
    <div className="page accesses-page">
      <header>
        <PageHeading title={words.title} />
        <p className="second">{words.lead(school?.name ?? '')}</p>
      </header>
      <NotYet asked={{ data, error: problem, refetch: reload }} lines={8} />
      {data && items.length === 0 && (
        <div className="empty">
          <p className="name">{words.none}</p>
          <p>{words.none_hint}</p>
        </div>
      )}
      {items.length > 0 && (
        <ul className="sheet accesses">
          {items.map(item => (
            <AccessLine key={item.id} item={item} />
          ))}
        </ul>
      )}
      {next && (
        <p>
          <Button onClick={() => void more().catch(inPassing)}>{words.more}</Button>
        </p>
      )}
    </div>
  );
}

function AccessLine({ item: { at, person, ticket, how } }: { item: Access }) {
  const words = useAccessWords();
  return (
    <li>
      <span>
        <span className="name">{person.name}</span> <span className="second">{words.how[how]}</span>
        <br />
        <Link to={`/tickets/${ticket.number}`}>{words.ticket_is(ticket.number, ticket.subject)}</Link>
      </span>
      <span className="quiet t-14">
        <Time moment={at} />
      </span>
    </li>
  );
}
