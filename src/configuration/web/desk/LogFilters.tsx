import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { area_names, areas } from '#configuration/rules/areas.ts';
import { askSchools } from '#schools/web/schools.ts';
import { Button, Select, TextField, useLang } from '#ui/ui.ts';
import type { ConfigurationSearch } from '../search.ts';
import { useDeskWords } from './asking.ts';

/** By words, area, school, state and days: each choice is in the address at once. */
export function LogFilters({ search }: { search: ConfigurationSearch }) {
  const words = useDeskWords().page.filters;
  const [lang] = useLang();
  const navigate = useNavigate();
  const schools = useQuery(askSchools()).data ?? [];
  const set = (change: ConfigurationSearch) =>
    void navigate({ to: '/desk/configuration', search: { ...search, ...change }, replace: true });
  const chosen = (name: keyof ConfigurationSearch) => ({
    value: search[name] ?? '',
    onChange: ({ target }: { target: { value: string } }) => set({ [name]: target.value || undefined }),
  });
  return (
    <fieldset className="log-filters">
      <legend className="sr">{words.title}</legend>
      <Words key={search.q} value={search.q} onSet={q => set({ q })} />
      <Select label={words.area} {...chosen('area')}>
        <option value="">{words.any_area}</option>
        {areas.map(area => (
          <option key={area} value={area}>
            {area_names[lang][area]}
          </option>
        ))}
      </Select>
      <Select label={words.school} {...chosen('school')}>
        <option value="">{words.any_school}</option>
        {schools.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select label={words.state} {...chosen('state')}>
        <option value="">{words.any_state}</option>
        {(['planned', 'over'] as const).map(state => (
          <option key={state} value={state}>
            {words.states[state]}
          </option>
        ))}
      </Select>
      <TextField type="date" label={words.from} {...chosen('from')} />
      <TextField type="date" label={words.until} {...chosen('until')} />
      {Object.values(search).some(Boolean) && (
        <Button
          look="bare"
          onClick={() => void navigate({ to: '/desk/configuration', search: {}, replace: true })}
        >
          {words.clear}
        </Button>
      )}
    </fieldset>
  );
}

/** Words are asked for when they are whole: on Enter, or when the field is left. */
function Words({ value = '', onSet }: { value: string | undefined; onSet: (to?: string) => void }) {
  const words = useDeskWords().page.filters;
  const [typed, setTyped] = useState(value);
  const set = (event?: FormEvent) => {
    event?.preventDefault();
    if (typed.trim() !== value) onSet(typed.trim() || undefined);
  };
  return (
    <form onSubmit={set}>
      <TextField
        label={words.q}
        type="search"
        maxLength={100}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        onBlur={() => set()}
      />
    </form>
  );
}
