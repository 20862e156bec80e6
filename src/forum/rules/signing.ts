import type { Person } from '#accounts/rules/who.ts';

/** As whom somebody is read in the forum. */

export const names_choices = ['school', 'person'] as const;
/** What a school shows of who wrote: its own name alone, or the person too. */
export type NamesChoice = (typeof names_choices)[number];

export interface Signature {
  side: 'school' | 'desk';
  by_name: string | null;
  by_school: string | null;
}

/** The iGroup signs by name; a school's person as her school chose. */
export const signatureOf = (who: Person, of: { school: string; names: NamesChoice }): Signature =>
  who.side === 'desk'
    ? { side: 'desk', by_name: who.name, by_school: null }
    : { side: 'school', by_name: of.names === 'person' ? who.name : null, by_school: of.school };

/** What stands for an author where there is one name: the person, or the school alone. */
export const calledBy = ({ by_name, by_school }: Signature): string => by_name ?? by_school ?? '';
