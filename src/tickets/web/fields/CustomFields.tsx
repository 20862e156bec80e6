import { memo, useCallback, useEffect, useRef } from 'react';
import type { Field } from '#tickets/rules/fields/schemas.ts';
import { longestOf, shownFields, type About } from '#tickets/rules/fields/filling.ts';
import { CheckBox, laterWords, Select, TextArea, TextField, useLang, type Problem } from '#ui/ui.ts';
import { dateBounds } from './date-bounds.ts';
import './custom-fields.css';
import type { CustomFieldWords } from './words/en.ts';
import { partOf, valuesIn, type Written } from './written.ts';

export const useCustomFieldWords = laterWords<CustomFieldWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

interface Named {
  id: number;
  name: string;
}

interface CustomFieldsProps {
  fields: readonly Field[];
  written: Written;
  about: About;
  change: (more: Record<string, string>) => void;
  problem: Problem | undefined;
  /** Whom a field for a person can name. */
  people: readonly Named[];
  /** 'YYYY-MM-DD', which the bounds of dates count from. */
  today: string;
  /** Which of those that are shown; all of them unless said otherwise. */
  only?: ((field: Field) => boolean) | undefined;
  /** Whether a ticket is being opened: what may stay empty then is called so. */
  opening?: boolean;
}

/** The custom fields that a ticket has now, as a part of its form. A field whose condition falls keeps its text aside. */
export function CustomFields(props: CustomFieldsProps) {
  const { fields, written, about, problem, people, today, only = () => true, opening = false } = props;
  const change = useLatest(props.change);
  const shown = shownFields(fields, valuesIn(fields, written), about).filter(only);
  return (
    <>
      {shown.map(field => (
        <CustomField
          key={field.id}
          field={field}
          value={written[partOf(field.id)] ?? ''}
          change={change}
          error={problem?.of(`fields.${field.id}`)}
          people={field.kind === 'person' ? people : nobody}
          today={today}
          optional={opening && field.required !== 'opening'}
        />
      ))}
    </>
  );
}

const nobody: readonly Named[] = [];

/** The same function for as long as the form is there, so that a letter in one field draws that field alone. */
function useLatest(change: CustomFieldsProps['change']): CustomFieldsProps['change'] {
  const latest = useRef(change);
  useEffect(() => {
    latest.current = change;
  });
  return useCallback(more => latest.current(more), []);
}

interface CustomFieldProps {
  field: Field;
  value: string;
  change: CustomFieldsProps['change'];
  error: string | undefined;
  people: readonly Named[];
  today: string;
  optional: boolean;
}

const CustomField = memo(function CustomField(props: CustomFieldProps) {
  const { field, value, change, error, optional } = props;
  const [lang] = useLang();
  const words = useCustomFieldWords();
  const part = partOf(field.id);
  const set = (written: string) => change({ [part]: written });
  const label = field.for_school ? (
    field.name[lang]
  ) : (
    <>
      {field.name[lang]} <span className="quiet">· {words.inside}</span>
    </>
  );
  const about = { id: part, label, hint: field.help?.[lang], error, optional };
  const typed = {
    ...about,
    value,
    onChange: (event: { target: { value: string } }) => set(event.target.value),
  };
  const { bounds } = field;
  switch (field.kind) {
    case 'text':
      return bounds.several_lines ? (
        <TextArea rows={3} maxLength={longestOf(bounds)} {...typed} />
      ) : (
        <TextField autoComplete="off" maxLength={longestOf(bounds)} {...typed} />
      );
    case 'number':
      return <TextField inputMode={bounds.whole ? 'numeric' : 'decimal'} autoComplete="off" {...typed} />;
    case 'date':
      return <TextField type="date" {...dateBounds(bounds, props.today)} {...typed} />;
    case 'checkbox':
      return (
        <div className="field custom-check">
          <CheckBox
            id={part}
            label={about.label}
            checked={value === 'yes'}
            aria-invalid={error ? true : undefined}
            onChange={event => set(event.target.checked ? 'yes' : '')}
          />
          {about.hint && <p className="hint">{about.hint}</p>}
          {error && <p className="error">{error}</p>}
        </div>
      );
    case 'choice':
    case 'person':
      return (
        <Select {...typed}>
          <option value="">{words.choose}</option>
          {optionsOf(props, lang).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      );
  }
});

/** What can be chosen, and what is chosen although it is no longer offered. */
function optionsOf({ field, value, people }: CustomFieldProps, lang: 'en' | 'fr') {
  if (field.kind === 'person') return people;
  return field.choices
    .filter(({ id, removed }) => !removed || id === value)
    .map(choice => ({ id: choice.id, name: choice[lang] }));
}
