import type { Guide } from '#guide/rules/guide.ts';
import { guide_limits } from '#guide/rules/kinds.ts';
import { Ruled } from '#ui/parts/Ruled.tsx';
import { Button, Select, useLang } from '#ui/ui.ts';
import { useGuideWords } from '../asking.ts';

interface NeedsFieldProps {
  guide: Guide;
  needs: readonly string[];
  change: (needs: string[]) => void;
}

/** The questions without whose answer the desk can't begin. */
export function NeedsField({ guide, needs, change }: NeedsFieldProps) {
  const words = useGuideWords().edit;
  const [lang] = useLang();
  const left = guide.questions.filter(({ id }) => !needs.includes(id));
  return (
    <Ruled legend={words.fields.needs}>
      <ul>
        {needs.map(id => (
          <li key={id}>
            {id} {guide.questions.find(each => each.id === id)?.question[lang]}{' '}
            <Button
              small
              look="bare"
              aria-label={words.remove_what(id)}
              onClick={() => change(needs.filter(each => each !== id))}
            >
              {words.remove}
            </Button>
          </li>
        ))}
      </ul>
      {needs.length < guide_limits.answers && (
        <Select
          label={words.add_need}
          value=""
          onChange={({ target: { value } }) => value && change([...needs, value])}
        >
          <option value="">–</option>
          {left.map(({ id, question }) => (
            <option key={id} value={id}>
              {id} {question[lang]}
            </option>
          ))}
        </Select>
      )}
    </Ruled>
  );
}
