import { useState } from 'react';
import { category_ids, type Category } from '#tickets/rules/categories.ts';
import { field_kinds, required_at, type FieldKind, type RequiredAt } from '#tickets/rules/fields/field.ts';
import type { Field } from '#tickets/rules/fields/schemas.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { CheckGroup } from '#ui/parts/CheckGroup.tsx';
import { CheckBox, Notice, Select, TextField, toast, useLang, useSubmit } from '#ui/ui.ts';
import { useTicketWords } from '../../words.ts';
import { BoundsFields } from './BoundsFields.tsx';
import { ConditionFields } from './ConditionFields.tsx';
import { definitionOf, formOf, type Form } from './field-form.ts';
import { useKeeping } from './keeping.ts';
import { useFieldsWords } from './words.ts';

interface FieldSheetProps {
  /** Which to change; none is a new one. */
  field: Field | undefined;
  /** The category that is looked at: a new field stands on it. */
  category: Category | '';
  all: readonly Field[];
  onClose: () => void;
}

/** What a field is called, what it asks, where it stands and when. */
export function FieldSheet({ field, category, all, onClose }: FieldSheetProps) {
  const words = useFieldsWords();
  const { categories } = useTicketWords();
  const [lang] = useLang();
  const { refresh } = useKeeping('/api/fields', words.page);
  const { submit, busy, problem } = useSubmit<Field>(field ? 'patch' : 'post');
  const [form, setForm] = useState(() => formOf(field, category));
  const change = (more: Partial<Form>) => setForm({ ...form, ...more });
  const save = async () => {
    const definition = definitionOf(form, field);
    const saved = field
      ? await submit(`/api/fields/${field.id}`, definition)
      : await submit('/api/fields', { ...definition, kind: form.kind });
    if (!saved) return;
    await refresh();
    toast({ text: (field ? words.form.saved : words.form.added)(saved.name[lang]) });
    onClose();
  };
  const typed = (part: 'name_en' | 'name_fr' | 'help_en' | 'help_fr') => ({
    label: words.form[part],
    autoComplete: 'off',
    value: form[part],
    error: problem?.of(part.replace('_', '.')),
    onChange: (event: { target: { value: string } }) => change({ [part]: event.target.value }),
  });
  return (
    <SheetForm
      title={field ? words.form.change(field.name[lang]) : words.form.add}
      deed={words.form.save}
      cancel={words.form.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <div className="field-form">
        <div className="pair">
          <TextField autoFocus maxLength={80} {...typed('name_en')} />
          <TextField maxLength={80} {...typed('name_fr')} />
        </div>
        <div className="pair">
          <Select
            label={words.form.kind}
            value={form.kind}
            disabled={field !== undefined}
            onChange={event => change({ kind: event.target.value as FieldKind })}
          >
            {field_kinds.map(kind => (
              <option key={kind} value={kind}>
                {words.kinds[kind]}
              </option>
            ))}
          </Select>
          <Select
            label={words.form.required}
            value={form.required}
            onChange={event => change({ required: event.target.value as RequiredAt })}
          >
            {required_at.map(at => (
              <option key={at} value={at}>
                {words.required[at]}
              </option>
            ))}
          </Select>
        </div>
        <BoundsFields form={form} change={change} problem={problem} />
        <div>
          <CheckBox
            label={words.form.for_school}
            checked={form.for_school}
            aria-invalid={problem?.of('for_school') ? true : undefined}
            onChange={event => change({ for_school: event.target.checked })}
          />
          {problem?.of('for_school') && <Notice tone="bad" title={problem.of('for_school')} />}
        </div>
        <ConditionFields
          form={form}
          change={change}
          others={all.filter(({ id }) => id !== field?.id)}
          error={problem?.of('condition')}
        />
        <div className="categories">
          <CheckGroup
            label={words.form.categories}
            choices={category_ids.map(value => ({ value, label: categories[value] }))}
            values={form.categories}
            error={problem?.of('categories') && words.form.choose_category}
            onChange={chosen => change({ categories: chosen })}
          />
        </div>
        <div className="pair">
          <TextField maxLength={300} {...typed('help_en')} />
          <TextField maxLength={300} {...typed('help_fr')} />
        </div>
      </div>
    </SheetForm>
  );
}
