import { holds, worksTickets, type Person } from '#accounts/rules/who.ts';
import type { Words } from '#platform/schemas.ts';
import { isInForce, type Stands } from './days.ts';

/** Who may do what with an exception (responsibility.json: only the coordinator allows). */

export const decidesExceptions = (who: Person): boolean => holds(who, 'coordinator');
export const worksAtDesk = (who: Person): boolean => who.side === 'desk' && worksTickets(who.roles);
/** On a ticket: the desk, and of its school whoever may write there. The connectivity guide asks with the ticket that it opens. */
export const mayAsk = (who: Person): boolean => who.side === 'school' || worksAtDesk(who);

export const deeds = ['decide', 'prolong', 'end', 'withdraw', 'spend', 'put'] as const;
export type Deed = (typeof deeds)[number];

interface Known {
  stands: Stands;
  school_id: number | null;
}

type Answer = 'yes' | 'not_now' | 'not_you';

/** Whether a person may do it now; else why not. The standing one is nobody's to end or to prolong. */
export function mayDo(who: Person, deed: Deed, { stands, school_id }: Known): Answer {
  const of_school = who.side === 'school' && who.school_id === school_id;
  const may = {
    decide: decidesExceptions(who),
    prolong: decidesExceptions(who),
    end: decidesExceptions(who),
    withdraw: of_school || worksAtDesk(who),
    spend: worksAtDesk(who),
    put: worksAtDesk(who),
  };
  if (!may[deed]) return 'not_you';
  const lasts = stands === 'in_force' || stands === 'ending';
  const now = {
    decide: stands === 'asked',
    withdraw: stands === 'asked',
    prolong: lasts,
    end: lasts,
    // What was done is often written down a day later.
    spend: lasts || stands === 'ended',
    put: isInForce(stands) || stands === 'ended',
  };
  return now[deed] ? 'yes' : 'not_now';
}

/** All that a person may do with it now: sent with it, asked by each deed. */
export const canOf = (who: Person, known: Known): Record<Deed, boolean> =>
  Object.fromEntries(deeds.map(deed => [deed, mayDo(who, deed, known) === 'yes'])) as Record<Deed, boolean>;

export const objections: Record<Exclude<Answer, 'yes'>, Words> = {
  not_now: {
    en: 'This is not possible where the exception stands now. It may have changed a moment ago.',
    fr: 'C’est impossible là où en est l’exception. Elle a peut-être changé à l’instant.',
  },
  not_you: {
    en: 'Only the coordinator allows, prolongs and ends exceptions.',
    fr: 'Seule la coordination accorde, prolonge et termine les exceptions.',
  },
};
