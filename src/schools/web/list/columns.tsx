import type { ReactNode } from 'react';
import { kind_names, type SchoolSort } from '#schools/rules/kinds.ts';
import { step_names, suspended_name } from '#schools/rules/facts/kinds.ts';
import type { ListedSchool } from '#schools/rules/school.ts';
import { numberIn, type Lang } from '#ui/ui.ts';

/** The step of the roll-out that it has come to; a suspension goes before it. */
const standsAt = ({ step, suspended }: ListedSchool, lang: Lang) =>
  suspended ? suspended_name[lang] : step && step_names[step][lang];

/** The columns of the list, in their order: a new one is a line here, with its name in the words. */
interface Column {
  name: SchoolSort;
  /** In rem; `grows` is its share of what is left over. */
  least: number;
  grows?: number;
  shows: (school: ListedSchool, lang: Lang) => ReactNode;
}

export const columns: readonly Column[] = [
  { name: 'name', least: 14, grows: 3, shows: ({ name }) => name },
  { name: 'code', least: 5.5, shows: ({ code }) => code },
  { name: 'town', least: 8, grows: 1, shows: ({ town }) => town },
  { name: 'kind', least: 7.5, grows: 0.5, shows: ({ kind }, lang) => kind && kind_names[kind][lang] },
  { name: 'wave', least: 8, grows: 1, shows: ({ wave }) => wave?.name },
  { name: 'step', least: 7.5, shows: (school, lang) => standsAt(school, lang) },
  { name: 'fte', least: 5.5, shows: ({ fte }, lang) => fte !== null && numberIn(lang)(fte) },
];

/** The same tracks in each row: no width depends on what is in it. */
export const tracks = columns
  .map(({ least, grows }) => (grows ? `minmax(${least}rem, ${grows}fr)` : `${least}rem`))
  .join(' ');

const [gap, edges] = [0.75, 3];
/** Below this width (rem) the table is scrolled sideways. */
export const least_width = columns.reduce((sum, { least }) => sum + least + gap, edges);

/** What stands under the name where there is no room for columns. */
export const underName = (school: ListedSchool, lang: Lang, students: (fte: string) => string) =>
  [
    ...[school.code, school.town, school.kind && kind_names[school.kind][lang]],
    ...[standsAt(school, lang), school.wave?.name],
    school.fte !== null && students(numberIn(lang)(school.fte)),
  ]
    .filter(Boolean)
    .join(' · ');
