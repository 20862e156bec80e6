import { area_names, areas } from '#configuration/rules/areas.ts';
import { concern_ids, concern_scopes, concern_words } from '#configuration/rules/scope.ts';
import { navigate } from '#ui/route/router.tsx';
import { Button, Select, TextField, useLang, type Problem } from '#ui/ui.ts';
import { WordsField } from '../shown/WordsField.tsx';
import { addressOf, type Narrowing } from './narrowing.ts';
import { usePortalWords } from './words.ts';

/** By words, area, whom it concerns and days: each choice is in the address at once. */
export function LogNarrowing({ by, problem }: { by: Narrowing; problem: Problem | undefined }) {
  const words = usePortalWords().log.filters;
  const [lang] = useLang();
  const go = (to: Narrowing) => navigate(addressOf(to), { replace: true });
  const chosen = (name: keyof Narrowing, label: string) => ({
    label,
    value: by[name] ?? '',
    error: problem?.of(name),
    onChange: ({ target }: { target: { value: string } }) => go({ ...by, [name]: target.value || undefined }),
  });
  return (
    <fieldset className="log-narrowing">
      <legend className="sr">{words.title}</legend>
      <WordsField key={by.q} label={words.q} value={by.q} onSet={q => go({ ...by, q })} />
      <Select {...chosen('area', words.area)}>
        <option value="">{words.any_area}</option>
        {areas.map(area => (
          <option key={area} value={area}>
            {area_names[lang][area]}
          </option>
        ))}
      </Select>
      <Select {...chosen('concerns', words.concerns)}>
        <option value="">{words.anybody}</option>
        {concern_ids.map(id => (
          <option key={id} value={id}>
            {concern_words[lang][concern_scopes[id][0]]}
          </option>
        ))}
      </Select>
      <TextField type="date" {...chosen('from', words.from)} />
      <TextField type="date" {...chosen('until', words.until)} />
      {Object.keys(by).length > 0 && (
        <Button look="bare" onClick={() => go({})}>
          {words.clear}
        </Button>
      )}
    </fieldset>
  );
}
