import type { Lang } from '#platform/schemas.ts';
import responsibility from './responsibility.json' with { type: 'json' };
import { duty_words, exception_rules, type DutyId } from './words.ts';

export { duty_words, type DutyId };

/** Who is responsible for what (responsibility.json, N7): what an agreement says of both sides follows from it. */

export type Party = 'SCHOOL' | 'IGROUP' | 'L2C' | 'BCESIS' | 'ISP';
export interface Duty {
  id: DutyId;
  raci: Partial<Record<Party, string>>;
  /** The words of the paper; null where the row is our own. */
  quote: string | null;
  basis: string;
  exception_possible: boolean;
}
export const duties = responsibility.rows as readonly Duty[];

const answers = (...parties: readonly Party[]) =>
  duties.filter(({ raci }) => parties.some(party => raci[party]?.includes('A')));
const does = (party: Party) => duties.filter(({ raci }) => /[RA]/.test(raci[party] ?? ''));
const list = (lines: readonly string[]) => lines.map(line => `- ${line}`).join('\n');
const topics = (rows: readonly Duty[], lang: Lang) => list(rows.map(({ id }) => duty_words[id].topic[lang]));
const says = (rows: readonly Duty[], side: 'group' | 'school', lang: Lang) =>
  list(rows.flatMap(({ id }) => duty_words[id][side]?.[lang] ?? []));

/** What the group answers for. */
export const inScope = (lang: Lang): string => topics(answers('IGROUP'), lang);
/** What the school, or Level 2, answers for. */
export const outOfScope = (lang: Lang): string => topics(answers('SCHOOL', 'BCESIS'), lang);
export const groupDuties = (lang: Lang): string => says(does('IGROUP'), 'group', lang);
export const schoolDuties = (lang: Lang): string => says(does('SCHOOL'), 'school', lang);
/** For what the group may take on what is the school's own, and by which rules. */
export const exceptionsOf = (lang: Lang): string => {
  const possible = duties.filter(({ exception_possible }) => exception_possible);
  return list([
    exception_rules[lang](possible.map(({ id }) => duty_words[id].topic[lang])),
    ...exception_rules.then[lang],
  ]);
};
