import { keepersOfSchools, keepsOwnSchool } from '#accounts/rules/policy.ts';
import type { Person, SchoolRole } from '#accounts/rules/who.ts';
import type { Words } from '#platform/schemas.ts';

/** Who may do what to a school's people (S10, S24). The desk's keepers may all; what the school may not, it says why. */

export interface Named {
  id: number;
  roles: readonly SchoolRole[];
  left: boolean;
}

/** What a person would be: after a change, or when she is new. */
export type After = Omit<Named, 'id'>;

const kept = ['lead', 'security_contact'] as const satisfies SchoolRole[];

const has = (person: After | undefined, role: SchoolRole): boolean =>
  person !== undefined && !person.left && person.roles.includes(role);

/**
 * Why this change is not for `who` to make; undefined when it is. `id` is left out for a new person. A school does
 * not give the security contact's role by a change but hands it over, and never loses its last lead or security contact.
 */
export function objectionToChange(
  who: Person,
  people: readonly Named[],
  { id, after }: { id?: number | undefined; after: After },
): Words | undefined {
  if (keepersOfSchools(who)) return undefined;
  if (!keepsOwnSchool(who)) return for_keepers;
  const before = people.find(person => person.id === id);
  if (has(after, 'security_contact') && !has(before, 'security_contact')) return by_hand_over;
  const others = people.filter(person => person.id !== id);
  const lost = kept.find(
    role => has(before, role) && !has(after, role) && !others.some(person => has(person, role)),
  );
  return lost && last[lost];
}

/** Whether `who` may propose a new security contact: whoever is it; a lead only where nobody is. */
export function mayPropose(who: Person, people: readonly Named[]): boolean {
  if (who.side !== 'school') return false;
  if (who.roles.includes('security_contact')) return true;
  return who.roles.includes('lead') && !people.some(person => has(person, 'security_contact'));
}

/** Whether somebody may be handed the role: she is there and has it not. */
export const mayReceive = (person: Named): boolean => !person.left && !has(person, 'security_contact');

/** Her roles when she has given the role away; nobody is without one. */
export function withoutSecurity(roles: readonly SchoolRole[]): SchoolRole[] {
  const rest = roles.filter(role => role !== 'security_contact');
  return rest.length > 0 ? rest : ['member'];
}

/** Those whom a school cannot lose because nobody answered: without them nobody could bring the others back. */
export const staysUnasked = (person: Named): boolean => kept.some(role => has(person, role));

const for_keepers = {
  en: 'The lead and the security contact of your school keep this list.',
  fr: 'La direction et la personne responsable de la sécurité de votre école tiennent cette liste.',
};
const by_hand_over = {
  en: 'The role of security contact is handed over: the one who has it proposes, the other accepts.',
  fr: 'Le rôle de responsable de la sécurité se transmet : la personne qui l’a le propose, l’autre accepte.',
};
const last = {
  lead: {
    en: 'This is the school’s only lead. Name another lead first.',
    fr: 'C’est la seule personne à la direction de l’école. Nommez-en d’abord une autre.',
  },
  security_contact: {
    en: 'This is the school’s only security contact. Hand over the role first.',
    fr: 'C’est la seule personne responsable de la sécurité de l’école. Transmettez d’abord ce rôle.',
  },
} satisfies Record<(typeof kept)[number], Words>;
