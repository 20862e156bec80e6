import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { askAgents } from '#accounts/web/desk/accounts.ts';
import { abouts } from '#privacy/rules/abouts.ts';
import { askSchools } from '#schools/web/schools.ts';
import { chosenIn, Filters } from '#ui/parts/Filters.tsx';
import { Select, TextField } from '#ui/ui.ts';
import type { AuditSearch } from '../search.ts';
import { useAuditWords } from './asking.ts';

/** About what, by whom, where, between which days: each choice is in the address at once. */
export function AuditFilters({ search }: { search: AuditSearch }) {
  const words = useAuditWords();
  const navigate = useNavigate();
  const agents = useQuery(askAgents()).data ?? [];
  const schools = useQuery(askSchools()).data ?? [];
  const go = (to: AuditSearch) => void navigate({ to: '/desk/audit', search: to, replace: true });
  const chosen = chosenIn(search, go);
  const named = ({ id, name }: { id: number; name: string }) => (
    <option key={id} value={id}>
      {name}
    </option>
  );
  return (
    <Filters
      {...{ search, go }}
      words={{ title: words.filters, clear: words.clear }}
      className="audit-filters"
    >
      <Select label={words.about} {...chosen('about')}>
        <option value="">{words.everything}</option>
        {abouts.map(about => (
          <option key={about} value={about}>
            {words.abouts[about]}
          </option>
        ))}
      </Select>
      <Select label={words.person} {...chosen('person')}>
        <option value="">{words.anybody}</option>
        {agents.map(named)}
      </Select>
      <Select label={words.school} {...chosen('school')}>
        <option value="">{words.any_school}</option>
        {schools.map(named)}
      </Select>
      <TicketNumber key={search.ticket} value={search.ticket} onSet={ticket => go({ ...search, ticket })} />
      <TextField type="date" label={words.from} {...chosen('from')} />
      <TextField type="date" label={words.until} {...chosen('until')} />
    </Filters>
  );
}

/** A number is asked for when it is whole: on Enter, or when the field is left. */
function TicketNumber({ value = '', onSet }: { value: string | undefined; onSet: (to?: string) => void }) {
  const words = useAuditWords();
  const [typed, setTyped] = useState(value);
  const set = (event?: FormEvent) => {
    event?.preventDefault();
    if (typed !== value) onSet(/^\d{1,9}$/.test(typed) && Number(typed) > 0 ? typed : undefined);
  };
  return (
    <form onSubmit={set}>
      <TextField
        label={words.ticket}
        inputMode="numeric"
        value={typed}
        onChange={event => setTyped(event.target.value.replaceAll(/\D/g, ''))}
        onBlur={() => set()}
      />
    </form>
  );
}
