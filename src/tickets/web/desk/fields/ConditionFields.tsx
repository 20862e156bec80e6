import type { Field } from '#tickets/rules/fields/schemas.ts';
import { CheckGroup } from '#ui/parts/CheckGroup.tsx';
import { Select } from '#ui/ui.ts';
import { useSources } from './condition.ts';
import type { Form } from './field-form.ts';
import { useFieldsWords } from './words.ts';

interface ConditionFieldsProps {
  form: Form;
  change: (more: Partial<Form>) => void;
  others: readonly Field[];
  error: string | undefined;
}

/** By what a field is shown: always, or by the answers to something else. */
export function ConditionFields({ form, change, others, error }: ConditionFieldsProps) {
  const words = useFieldsWords().form;
  const sources = useSources(others);
  const source = sources.find(({ on }) => on === form.on);
  return (
    <>
      <Select
        label={words.condition}
        value={form.on}
        error={source ? undefined : error}
        onChange={event => change({ on: event.target.value, answers: [] })}
      >
        <option value="">{words.always}</option>
        {sources.map(({ on, name }) => (
          <option key={on} value={on}>
            {words.when(on === 'impact' || on === 'urgency' ? name : words.field(name))}
          </option>
        ))}
      </Select>
      {source && (
        <CheckGroup
          label={words.answers}
          choices={source.answers}
          values={form.answers}
          error={error}
          onChange={answers => change({ answers })}
        />
      )}
    </>
  );
}
