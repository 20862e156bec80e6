import { date_stretches } from '#tickets/rules/fields/asked.ts';
import type { Field, NamedInFields } from '#tickets/rules/fields/schemas.ts';
import type { Option } from '#ui/floating/option.ts';

interface Offered {
  fields: readonly Field[];
  /** Whom tickets name in them. */
  people: NamedInFields['items'];
  /** What is asked for already: a link may hold other days, and somebody whom no ticket names any more. */
  asked: readonly string[];
  lang: 'en' | 'fr';
  /** Stretches of days by name. */
  days: Record<keyof typeof date_stretches, string>;
}

const stretches = Object.entries(date_stretches) as [keyof typeof date_stretches, string][];

/** What the list can be filtered by: answers, ticks, days of a date and people, each with what it is of. */
export function fieldOptions({ fields, people, asked, lang, days }: Offered): Option[] {
  const offered = fields.flatMap((field): Option[] => {
    const { id, kind, choices } = field;
    const name = field.name[lang];
    if (kind === 'checkbox') return [{ id: `${id}:yes`, name }];
    if (kind === 'date')
      return stretches.map(([called, days_of]) => ({
        id: `${id}:${days_of}`,
        name: `${name}: ${days[called]}`,
      }));
    if (kind === 'person')
      return people
        .filter(person => person.field === id)
        .map(person => ({
          id: `${id}:${person.id}`,
          name: person.name,
          hint: [name, person.school].filter(Boolean).join(', '),
        }));
    return choices.map(choice => ({ id: `${id}:${choice.id}`, name: choice[lang], hint: name }));
  });
  const known = new Set(offered.map(({ id }) => id));
  const others = asked.flatMap((value): Option[] => {
    const [id, said = ''] = value.split(':');
    const field = known.has(value) ? undefined : fields.find(one => String(one.id) === id);
    if (field?.kind === 'date')
      return [{ id: value, name: `${field.name[lang]}: ${said.replace('..', ' – ')}` }];
    return field?.kind === 'person' ? [{ id: value, name: field.name[lang] }] : [];
  });
  return [...offered, ...others];
}
