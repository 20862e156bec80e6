import { useQuery } from '@tanstack/react-query';
import type { Field } from '#tickets/rules/fields/schemas.ts';
import { valueOf, writtenOf } from '#tickets/rules/fields/filling.ts';
import type { StepOf } from '#tickets/rules/steps/step.ts';
import { CheckBox, Select, useLang } from '#ui/ui.ts';
import { CustomFields } from '../../fields/CustomFields.tsx';
import { partOf } from '../../fields/written.ts';
import { askFields } from '../fields/asking.ts';
import type { StepProps } from './step-props.ts';
import { useStepFieldWords } from './words.ts';

/** One field of the tickets' own, and its answer. People are of one school each, so that no step names one. */
export function FieldStep({ step, onChange }: StepProps<StepOf<'field'>>) {
  const words = useStepFieldWords();
  const [lang] = useLang();
  const { data } = useQuery(askFields());
  const fields = (data?.items ?? []).filter(({ id, kind }) => kind !== 'person' || id === step.field);
  const asked = fields.find(({ id }) => id === step.field);
  return (
    <>
      <Select
        label={words.field}
        value={asked?.id ?? ''}
        onChange={event => {
          const field = fields.find(({ id }) => id === Number(event.target.value));
          onChange({ ...step, field: field?.id ?? 0, value: field?.kind === 'checkbox' ? true : '' });
        }}
      >
        <option value="">{words.choose}</option>
        {fields.map(({ id, name }) => (
          <option key={id} value={id}>
            {name[lang]}
          </option>
        ))}
      </Select>
      {asked && asked.kind !== 'person' && step.value !== null && asked.kind !== 'checkbox' && (
        <Answer asked={asked} step={step} today={data?.today ?? ''} onChange={onChange} />
      )}
      {asked && (
        <CheckBox
          label={words.empty}
          checked={step.value === null}
          onChange={event => onChange({ ...step, value: event.target.checked ? null : began(asked) })}
        />
      )}
    </>
  );
}

const began = ({ kind }: Field) => (kind === 'checkbox' ? true : '');

/** As the ticket's own form asks it, whatever it depends on there. */
function Answer({
  asked,
  step,
  today,
  onChange,
}: StepProps<StepOf<'field'>> & { asked: Field; today: string }) {
  const part = partOf(asked.id);
  return (
    <CustomFields
      fields={[{ ...asked, condition: null }]}
      written={{ [part]: step.value === null ? '' : writtenOf(step.value) }}
      about={{ category: asked.categories[0] ?? '', impact: '', urgency: '' }}
      change={written => onChange({ ...step, value: valueOf(asked, written[part] ?? '') ?? '' })}
      problem={undefined}
      people={[]}
      today={today}
    />
  );
}
