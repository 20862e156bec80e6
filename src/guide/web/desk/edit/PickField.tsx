import type { Guide } from '#guide/rules/guide.ts';
import { auto_checks, auto_results, type AutoCheck } from '#guide/rules/kinds.ts';
import { Ruled } from '#ui/parts/Ruled.tsx';
import { Select, useLang } from '#ui/ui.ts';
import { useGuideWords } from '../asking.ts';

type Question = Guide['questions'][number];
type Pick = NonNullable<Question['auto_check']>;

interface PickFieldProps {
  question: Question;
  change: (pick: Pick | undefined) => void;
}

/** What the page finds out by itself for a question, and which answer each result picks ahead. */
export function PickField({ question: { answers, auto_check }, change }: PickFieldProps) {
  const { fields: words, measured } = useGuideWords().edit;
  const [lang] = useLang();
  return (
    <Ruled legend={words.auto_check}>
      <Select
        label={words.measures}
        value={auto_check?.id ?? ''}
        onChange={({ target: { value } }) => change(value ? { id: value as AutoCheck, maps: {} } : undefined)}
      >
        <option value="">{words.nothing_measured}</option>
        {auto_checks.map(id => (
          <option key={id} value={id}>
            {measured[id].name}
          </option>
        ))}
      </Select>
      {auto_check &&
        auto_results[auto_check.id].map(result => (
          <Select
            key={result}
            label={(measured[auto_check.id].results as Record<string, string>)[result]}
            value={auto_check.maps[result] ?? ''}
            onChange={({ target: { value } }) =>
              change({ ...auto_check, maps: { ...auto_check.maps, [result]: value || null } })
            }
          >
            <option value="">{words.picks_none}</option>
            {answers.map(({ id, label }) => (
              <option key={id} value={id}>
                {label[lang]}
              </option>
            ))}
          </Select>
        ))}
    </Ruled>
  );
}
