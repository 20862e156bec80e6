import { keepsOwnSchool } from '#accounts/rules/policy.ts';
import { holds, worksTickets, type Person } from '#accounts/rules/who.ts';
import type { Words } from '#platform/schemas.ts';
import { deeds, stepOf, type Deed, type State } from './life.ts';

/** Who may do what with a request for rights (S10). */

/** Who of the iGroup prepares, decides and carries out. */
export const keepsRights = (who: Person): boolean => holds(who, 'rights_keeper', 'coordinator');

/** A school's security contact and its lead ask; a keeper who opens tickets does so for one of the two, who is named. */
export const mayAsk = (who: Person): boolean =>
  keepsOwnSchool(who) || (keepsRights(who) && worksTickets(who.roles));

/** Whether somebody of a school is one of the two in whose name rights are asked for. */
export const asksForSchool = (roles: readonly string[]): boolean =>
  roles.includes('security_contact') || roles.includes('lead');

/** What the policy must know of a request: who had a hand in it, by id. */
export interface Hands {
  state: State;
  touches_more: boolean;
  school_id: number;
  /** In whose name it was asked; null is the software. */
  asked_for: number | null;
  /** Who wrote it down, which may be a keeper. */
  asked_by: number | null;
  prepared_by: number | null;
  approved_by: number | null;
}

type Answer = 'yes' | 'not_now' | 'not_you' | 'second' | 'not_approver';

/** Whether a person may do it now; else why not. */
export function mayDo(who: Person, deed: Deed, request: Hands): Answer {
  const step = stepOf(deed, { ...request, asked: request.asked_for !== null });
  if (!step) return 'not_now';
  const { person_id } = who;
  const of_school = keepsOwnSchool(who) && who.side === 'school' && who.school_id === request.school_id;
  if (step.by === 'school') return of_school ? 'yes' : 'not_you';
  if (step.by === 'asker')
    return of_school || (who.side === 'desk' && mayAsk(who) && request.asked_by === person_id)
      ? 'yes'
      : 'not_you';
  if (step.by === 'software' || !keepsRights(who)) return 'not_you';
  if (step.by === 'second_keeper' && [request.asked_by, request.prepared_by].includes(person_id))
    return 'second';
  // Of the two neither does it all: who has approved leaves the doing to another.
  if (deed === 'done' && request.touches_more && request.approved_by === person_id) return 'not_approver';
  return 'yes';
}

/** All that a person may do with a request now: sent with it, asked by each deed. */
export const canOf = (who: Person, request: Hands): Record<Exclude<Deed, 'run_out'>, boolean> =>
  Object.fromEntries(
    deeds.filter(deed => deed !== 'run_out').map(deed => [deed, mayDo(who, deed, request) === 'yes']),
  ) as Record<Exclude<Deed, 'run_out'>, boolean>;

export const objections: Record<Exclude<Answer, 'yes'>, Words> = {
  not_now: {
    en: 'This is not possible where the request stands now. It may have changed a moment ago.',
    fr: 'C’est impossible là où en est la demande. Elle a peut-être changé à l’instant.',
  },
  not_you: {
    en: 'This is for others: the school’s security contact and lead ask, those who keep rights decide.',
    fr: 'Cela revient à d’autres : la personne responsable de la sécurité et la direction demandent, les gardiens des droits décident.',
  },
  second: {
    en: 'This right touches more than one school: a second person approves it, who has neither asked nor prepared it.',
    fr: 'Ce droit touche plus d’une école : une seconde personne l’approuve, qui ne l’a ni demandé ni préparé.',
  },
  not_approver: {
    en: 'You approved it, and it touches more than one school: somebody else carries it out.',
    fr: 'Vous l’avez approuvé, et il touche plus d’une école : une autre personne l’exécute.',
  },
};

export const not_asker: Words = {
  en: 'Rights are asked for by the school’s security contact or its lead.',
  fr: 'Les droits sont demandés par la personne responsable de la sécurité de l’école ou par sa direction.',
};
