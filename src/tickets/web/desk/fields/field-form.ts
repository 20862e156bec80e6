import type { FieldKind, RequiredAt } from '#tickets/rules/fields/field.ts';
import type { Field, FieldChange, NewField } from '#tickets/rules/fields/schemas.ts';

/** A field's definition as its form holds it, where all is text. */
export interface Form {
  name_en: string;
  name_fr: string;
  help_en: string;
  help_fr: string;
  kind: FieldKind;
  categories: Field['categories'];
  required: RequiredAt;
  for_school: boolean;
  /** An answer a line: `English | French`. */
  choices: string;
  longest: string;
  several_lines: boolean;
  least: string;
  most: string;
  whole: boolean;
  earliest: string;
  latest: string;
  /** A field's id, `impact`, `urgency`, or nothing. */
  on: string;
  answers: string[];
}

const text = (value: number | undefined) => (value === undefined ? '' : String(value));

export const formOf = (field: Field | undefined, category: Field['categories'][number] | ''): Form => ({
  name_en: field?.name.en ?? '',
  name_fr: field?.name.fr ?? '',
  help_en: field?.help?.en ?? '',
  help_fr: field?.help?.fr ?? '',
  kind: field?.kind ?? 'choice',
  categories: field?.categories ?? (category ? [category] : []),
  required: field?.required ?? 'never',
  for_school: field?.for_school ?? true,
  choices: (field?.choices ?? [])
    .filter(({ removed }) => !removed)
    .map(({ en, fr }) => `${en} | ${fr}`)
    .join('\n'),
  longest: text(field?.bounds.longest),
  several_lines: field?.bounds.several_lines ?? false,
  least: text(field?.bounds.least),
  most: text(field?.bounds.most),
  whole: field?.bounds.whole ?? false,
  earliest: text(field?.bounds.earliest),
  latest: text(field?.bounds.latest),
  on: field?.condition ? String(field.condition.on) : '',
  answers: field?.condition?.answers ?? [],
});

/** The definition that a form says. */
export const definitionOf = (
  form: Form,
  before: Field | undefined,
): Omit<NewField, 'kind'> & FieldChange => ({
  name: { en: form.name_en, fr: form.name_fr },
  help: form.help_en || form.help_fr ? { en: form.help_en, fr: form.help_fr } : null,
  categories: form.categories,
  required: form.required,
  for_school: form.for_school,
  bounds: boundsOf(form),
  choices: form.kind === 'choice' ? choicesIn(form.choices, before?.choices ?? []) : [],
  condition: form.on === '' ? null : { on: onOf(form.on), answers: form.answers },
});

const onOf = (on: string) => (on === 'impact' || on === 'urgency' ? on : Number(on));

function boundsOf(form: Form): Field['bounds'] {
  const number = (name: 'longest' | 'least' | 'most' | 'earliest' | 'latest') =>
    form[name].trim() === '' ? {} : { [name]: Number(form[name].replace(',', '.').replace('−', '-')) };
  if (form.kind === 'text') return { ...number('longest'), several_lines: form.several_lines };
  if (form.kind === 'number') return { ...number('least'), ...number('most'), whole: form.whole };
  return form.kind === 'date' ? { ...number('earliest'), ...number('latest') } : {};
}

/** An answer that keeps its words in one language is the one that it was. */
function choicesIn(lines: string, before: Field['choices']) {
  return lines
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => {
      const [en, fr = en] = line.split('|').map(part => part.trim()) as [string, string?];
      const same = before.find(choice => choice.en === en) ?? before.find(choice => choice.fr === fr);
      return { ...(same && { id: same.id }), en, fr };
    });
}
