import type { Field } from '#tickets/rules/fields/schemas.ts';
import type { Option } from '#ui/floating/option.ts';

/**
 * What the list can be filtered by: the answers of choices and checkboxes, and of dates and people those that are asked
 * for already (a value beside a ticket leads here).
 */
export function fieldOptions(
  fields: readonly Field[],
  asked: readonly string[],
  lang: 'en' | 'fr',
): Option[] {
  const offered = fields.flatMap(({ id, kind, name, choices }): Option[] =>
    kind === 'checkbox'
      ? [{ id: `${id}:yes`, name: name[lang] }]
      : choices.map(choice => ({ id: `${id}:${choice.id}`, name: choice[lang], hint: name[lang] })),
  );
  const others = asked.flatMap((value): Option[] => {
    const [id, said = ''] = value.split(':');
    const field = fields.find(one => String(one.id) === id);
    if (field?.kind === 'date') return [{ id: value, name: `${field.name[lang]} ${said}` }];
    return field?.kind === 'person' ? [{ id: value, name: field.name[lang] }] : [];
  });
  return [...offered, ...others];
}
