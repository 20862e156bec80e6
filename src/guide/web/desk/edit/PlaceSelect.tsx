import type { Guide } from '#guide/rules/guide.ts';
import { Select, useLang } from '#ui/ui.ts';
import { useGuideWords } from '../asking.ts';

interface PlaceSelectProps {
  label: string;
  guide: Guide;
  value: string;
  change: (id: string) => void;
  /** The question itself, which leads to others. */
  but?: string;
  /** Where only a question will do. */
  questions_only?: boolean;
}

/** A question or an outcome by name; a name that is none of them stays to be seen. */
export function PlaceSelect({ label, guide, value, change, but, questions_only }: PlaceSelectProps) {
  const words = useGuideWords().edit;
  const [lang] = useLang();
  const there = [...guide.questions, ...guide.outcomes].some(({ id }) => id === value);
  return (
    <Select
      label={label}
      value={value}
      error={there ? undefined : value}
      onChange={event => change(event.target.value)}
    >
      {!there && <option value={value}>{value}</option>}
      <optgroup label={words.questions}>
        {guide.questions
          .filter(({ id }) => id !== but)
          .map(({ id, question }) => (
            <option key={id} value={id}>
              {id} {question[lang]}
            </option>
          ))}
      </optgroup>
      {!questions_only && (
        <optgroup label={words.outcomes}>
          {guide.outcomes.map(({ id, title }) => (
            <option key={id} value={id}>
              {id} {title[lang]}
            </option>
          ))}
        </optgroup>
      )}
    </Select>
  );
}
