import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { area_names, areas } from '#configuration/rules/areas.ts';
import { askSchools } from '#schools/web/schools.ts';
import { askWaves } from '#schools/web/waves/asking.ts';
import { chosenIn, Filters } from '#ui/parts/Filters.tsx';
import { Select, TextField, useLang } from '#ui/ui.ts';
import type { ConfigurationSearch } from '../search.ts';
import { WordsField } from '../shown/WordsField.tsx';
import { useDeskWords } from './asking.ts';

/** By words, area, school, state and days: each choice is in the address at once. */
export function LogFilters({ search }: { search: ConfigurationSearch }) {
  const words = useDeskWords().page.filters;
  const [lang] = useLang();
  const navigate = useNavigate();
  const schools = useQuery(askSchools()).data ?? [];
  const waves = useQuery(askWaves()).data?.items ?? [];
  const go = (to: ConfigurationSearch) =>
    void navigate({ to: '/desk/configuration', search: to, replace: true });
  const chosen = chosenIn(search, go);
  return (
    <Filters {...{ search, go }} words={{ title: words.title, clear: words.clear }} className="log-filters">
      <WordsField key={search.q} label={words.q} value={search.q} onSet={q => go({ ...search, q })} />
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
      <Select label={words.wave} {...chosen('wave')}>
        <option value="">{words.any_wave}</option>
        {waves.map(({ id, name }) => (
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
    </Filters>
  );
}
