import type { SchoolRole } from '#accounts/rules/who.ts';
import type { Cell } from '#platform/text/csv.ts';
import type { Lang } from '#platform/schemas.ts';
import { gradeName } from '../kinds.ts';
import { person_fields, school_fields, type ImportField, type ImportKind } from './fields.ts';
import type { KeptPerson } from './people.ts';
import { fieldWords } from './reasons.ts';
import type { KeptSchool } from './schools.ts';
import { kind_words, left_words, role_words } from './values.ts';

/** Schools and people as lines of a file that an import takes back, and finds nothing to change. */

/** The fields of a file of schools: with a column for each year that has enrolments, the newest first. */
export const exportedFields = (kind: ImportKind, years: readonly number[]): ImportField[] =>
  kind === 'people' ? [...person_fields] : [...school_fields, ...years.map(year => `fte_${year}` as const)];

export const headsOf = (fields: readonly ImportField[], lang: Lang): string[] =>
  fields.map(field => fieldWords(field)[lang]);

export function cellsOfSchool(school: Omit<KeptSchool, 'id'>, years: readonly number[], lang: Lang): Cell[] {
  const { code, name, town, kind, grades, zone, wave, network, enrolments } = school;
  return [
    ...[code, name, town, kind && kind_words[kind][lang]],
    ...(grades ? [gradeName(grades.first), gradeName(grades.last)] : ['', '']),
    ...[zone, wave?.name, network.provider, network.proxy, network.firewall],
    ...years.map(year => enrolments.find(each => each.year === year)?.fte),
  ];
}

export const cellsOfPerson = (code: string, person: Omit<KeptPerson, 'id'>, lang: Lang): Cell[] => [
  code,
  person.external_id,
  person.name,
  person.roles.map((role: SchoolRole) => role_words[role][lang]).join('; '),
  person.email,
  person.phone,
  left_words[person.left ? 'yes' : 'no'][lang],
];
