import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Agreement, SigningLine } from '#agreements/rules/agreement.ts';
import { MorePages } from '#ui/parts/MorePages.tsx';
import { api, attempt, Button, NotYet, TextField } from '#ui/ui.ts';
import type { AgreementSearch } from '../search.ts';
import { askSignings, useChanged, useDeskWords } from './asking.ts';
import { CountersignSheet } from './CountersignSheet.tsx';
import { PaperSheet } from './PaperSheet.tsx';
import { SigningRow } from './SigningRow.tsx';
import '#ui/parts/ways.css';

/** Who has signed a version: narrowed by the address, with counts of all; what waits is countersigned from here. */
export function Signings({ agreement }: { agreement: Agreement }) {
  const words = useDeskWords().signing;
  const { version, can } = agreement;
  const search = useSearch({ from: '/desk/agreements/$version' });
  const navigate = useNavigate();
  const changed = useChanged();
  const asked = useInfiniteQuery(askSignings(version, search));
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [sheet, setSheet] = useState<'countersign' | 'paper' | SigningLine>();
  const items = asked.data?.pages.flatMap(page => page.items) ?? [];
  const counts = asked.data?.pages[0]?.counts;
  const set = (change: AgreementSearch) =>
    void navigate({
      to: '/desk/agreements/$version',
      params: { version: String(version) },
      search: { ...search, ...change },
      replace: true,
    });
  const waiting = items.filter(({ state }) => state === 'countersign').map(({ school }) => school.id);
  const picked = chosen.filter(id => waiting.includes(id));
  const remind = () =>
    void attempt(async () => {
      const { schools } = await api.post<{ schools: number }>(`/api/agreements/${version}/reminders`, {});
      return words.reminded_all(schools);
    }, changed);
  return (
    <section aria-label={words.title}>
      <header>
        <h2>{words.title}</h2>
        <div className="deeds">
          {picked.length > 0 && (
            <Button look="main" onClick={() => setSheet('countersign')}>
              {words.countersign(picked.length)}
            </Button>
          )}
          {can.keep && counts && counts.waiting > 0 && <Button onClick={remind}>{words.remind}</Button>}
          {can.keep && <Button onClick={() => setSheet('paper')}>{words.paper_deed}</Button>}
        </div>
      </header>
      <div className="agreement-narrow">
        <nav aria-label={words.title} className="ways">
          {([undefined, 'signed', 'countersign', 'waiting'] as const).map(state => (
            <Link
              key={state ?? 'all'}
              to="/desk/agreements/$version"
              params={{ version: String(version) }}
              search={{ ...search, state }}
              replace
              activeOptions={{ exact: true, includeSearch: true }}
              aria-current={search.state === state ? 'true' : undefined}
            >
              {state === undefined
                ? words.all(counts ? counts.signed + counts.countersign + counts.waiting : 0)
                : `${words.states[state]} (${counts?.[state] ?? 0})`}
            </Link>
          ))}
        </nav>
        <TextField
          label={words.find}
          type="search"
          defaultValue={search.q ?? ''}
          onChange={({ target }) => set({ q: target.value.trim() || undefined })}
        />
      </div>
      <NotYet asked={asked} lines={6} />
      {asked.data && items.length === 0 && (
        <p className="quiet">{search.q ? words.none_found : words.none}</p>
      )}
      {items.length > 0 && (
        <ul className="lines">
          {items.map(line => (
            <SigningRow
              key={line.school.id}
              line={line}
              version={version}
              onSign={can.countersign ? () => setSheet(line) : undefined}
              chosen={picked.includes(line.school.id)}
              onChoose={on =>
                setChosen(on ? [...picked, line.school.id] : picked.filter(id => id !== line.school.id))
              }
            />
          ))}
        </ul>
      )}
      {can.countersign && waiting.length > 1 && picked.length < waiting.length && (
        <p>
          <Button small onClick={() => setChosen(waiting)}>
            {words.select_all}
          </Button>
        </p>
      )}
      <MorePages asked={asked}>{words.more}</MorePages>
      {sheet === 'paper' && <PaperSheet version={version} onClose={() => setSheet(undefined)} />}
      {sheet !== undefined && sheet !== 'paper' && (
        <CountersignSheet
          version={version}
          schools={sheet === 'countersign' ? picked : [sheet.school.id]}
          onClose={() => {
            setSheet(undefined);
            setChosen([]);
          }}
        />
      )}
    </section>
  );
}
