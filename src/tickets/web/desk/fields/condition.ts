import { answersOf } from '#tickets/rules/fields/definition.ts';
import type { Field } from '#tickets/rules/fields/schemas.ts';
import { impacts, urgencies } from '#tickets/rules/priority.ts';
import { useLang } from '#ui/ui.ts';
import { useTicketWords } from '../../words.ts';
import { useFieldsWords } from './words.ts';

interface Source {
  /** A field's id, `impact` or `urgency`. */
  on: string;
  name: string;
  answers: { value: string; label: string }[];
}

/** By what a field can be shown: the ticket's impact and urgency, and every choice and checkbox. */
export function useSources(all: readonly Field[]): Source[] {
  const words = useFieldsWords().form;
  const labels = useTicketWords();
  const [lang] = useLang();
  return [
    ...all
      .filter(({ kind }) => kind === 'choice' || kind === 'checkbox')
      .map(field => ({
        on: String(field.id),
        name: field.name[lang],
        answers: answersOf(field).map(value => ({
          value,
          label:
            field.kind === 'checkbox'
              ? words[value as 'yes' | 'no']
              : (field.choices.find(({ id }) => id === value)?.[lang] ?? value),
        })),
      })),
    {
      on: 'impact',
      name: words.impact,
      answers: impacts.map(value => ({ value, label: labels.impacts[value] })),
    },
    {
      on: 'urgency',
      name: words.urgency,
      answers: urgencies.map(value => ({ value, label: labels.urgencies[value] })),
    },
  ];
}

/** When a field is shown, in words; undefined where it always is. */
export function useConditionWords(all: readonly Field[]): (field: Field) => string | undefined {
  const { shown_when } = useFieldsWords().page;
  const sources = useSources(all);
  return ({ condition }) => {
    if (!condition) return undefined;
    const source = sources.find(({ on }) => on === String(condition.on));
    const labels = source?.answers.filter(({ value }) => condition.answers.includes(value)) ?? [];
    return shown_when(source?.name ?? '…', labels.map(({ label }) => label).join(', '));
  };
}
