import type { Guide } from '#guide/rules/guide.ts';
import { Select } from '#ui/ui.ts';
import { useGuideWords } from '../asking.ts';
import { PlaceSelect } from './PlaceSelect.tsx';

type Question = Guide['questions'][number];
type Condition = Pick<Question, 'when' | 'else_next'>;

interface ConditionFieldProps {
  question: Question;
  guide: Guide;
  /** Neither of the two: it is always asked. */
  change: (condition: Condition) => void;
}

/** Whether a question is only asked where something is so, and where the way goes on else. */
export function ConditionField({ question, guide, change }: ConditionFieldProps) {
  const { fields: words, settings } = useGuideWords().edit;
  const { id, when, else_next = question.answers[0]?.next ?? '' } = question;
  const yes_or_no = Object.entries(guide.variables)
    .filter(([, value]) => typeof value === 'boolean')
    .map(([name]) => name);
  const known = when === undefined || yes_or_no.includes(when);
  return (
    <div className="pair">
      <Select
        label={words.when}
        value={when ?? ''}
        error={known ? undefined : when}
        onChange={({ target: { value } }) => change(value ? { when: value, else_next } : {})}
      >
        <option value="">{words.always}</option>
        {[...yes_or_no, ...(known ? [] : [when])].map(name => (
          <option key={name} value={name}>
            {settings[name as keyof typeof settings] ?? name}
          </option>
        ))}
      </Select>
      {when !== undefined && (
        <PlaceSelect
          label={words.else_next}
          guide={guide}
          but={id}
          value={else_next}
          change={next => change({ when, else_next: next })}
        />
      )}
    </div>
  );
}
