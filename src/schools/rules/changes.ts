import { gradeName } from './kinds.ts';
import type { DayOff, SchoolWithPeople } from './school.ts';

/** What changed of a school, for its story: of each field the words before and after. */

type Kept = Pick<
  SchoolWithPeople,
  'name' | 'town' | 'zone' | 'kind' | 'grades' | 'wave' | 'network' | 'enrolments' | 'notes'
> & { days_off: readonly DayOff[] };

const inWords: { [Field in keyof Kept]: (value: Kept[Field]) => string } = {
  name: name => name,
  town: town => town ?? '',
  zone: zone => zone,
  kind: kind => kind ?? '',
  grades: grades => (grades ? `${gradeName(grades.first)}–${gradeName(grades.last)}` : ''),
  wave: wave => wave?.name ?? '',
  network: ({ provider, proxy, firewall }) =>
    (provider ?? proxy ?? firewall) ? [provider, proxy, firewall].map(said => said ?? '–').join(' · ') : '',
  enrolments: all =>
    [...all]
      .sort((one, other) => other.year - one.year)
      .map(({ year, fte }) => `${year}: ${fte}`)
      .join(', '),
  days_off: all =>
    [...all]
      .sort(
        (one, other) => one.first_day.localeCompare(other.first_day) || one.name.localeCompare(other.name),
      )
      .map(
        ({ first_day, last_day, name, kind }) =>
          `${first_day === last_day ? first_day : `${first_day}–${last_day}`} ${name} [${kind}]`,
      )
      .join(', '),
  notes: notes => notes?.trim() ?? '',
};

export const kept_fields = Object.keys(inWords) as (keyof Kept)[];

/** `[from, to]` of each field that is not the same; nothing for none. */
export function changesOf(before: Kept, after: Kept): Record<string, [from: string, to: string]> {
  const words = <Field extends keyof Kept>(field: Field, of: Kept) => inWords[field](of[field]);
  const both = kept_fields.map(field => [field, [words(field, before), words(field, after)]] as const);
  return Object.fromEntries(both.filter(([, [from, to]]) => from !== to).map(([f, [a, b]]) => [f, [a, b]]));
}
