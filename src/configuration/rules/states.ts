import { holds, type Person } from '#accounts/rules/who.ts';
import { opensTo } from '#schools/rules/gate.ts';
import { isAsker } from './asking.ts';
import type { Scope } from './scope.ts';
import { lackings, type Lacking, type State } from './state-words.ts';

/** The life of a request (S9), in one table; the server's guard and the buttons read it. */

/** Who acts on a request now; while somebody does, the ticket cannot end: first the request does. */
export const waitsFor = (state: State): 'decision' | 'doing' | null =>
  state === 'asked' ? 'decision' : state === 'approved' ? 'doing' : null;

/** Who takes a step: whoever of the school may ask, who works tickets as an agent, the coordinator. */
type By = 'asker' | 'agent' | 'coordinator';

interface Row {
  step: string;
  from: State;
  to: State;
  by: readonly By[];
}

// prettier-ignore
export const table = [
  { step: 'change', from: 'asked', to: 'asked', by: ['agent', 'coordinator'] },
  { step: 'approve', from: 'asked', to: 'approved', by: ['coordinator'] },
  { step: 'refuse', from: 'asked', to: 'refused', by: ['coordinator'] },
  { step: 'give_up', from: 'asked', to: 'given_up', by: ['asker', 'agent', 'coordinator'] },
  { step: 'plan', from: 'approved', to: 'approved', by: ['agent', 'coordinator'] },
  { step: 'complete', from: 'approved', to: 'done', by: ['agent', 'coordinator'] },
  // The schools concerned were told that it comes: that it does not is the coordinator's to say.
  { step: 'give_up', from: 'approved', to: 'given_up', by: ['coordinator'] },
  // It goes back to what was: nobody waits for an approval of that.
  { step: 'roll_back', from: 'done', to: 'rolled_back', by: ['agent', 'coordinator'] },
] as const satisfies readonly Row[];

export type Step = (typeof table)[number]['step'];
export const steps = [...new Set(table.map(({ step }) => step))] as [Step, ...Step[]];

export const rowOf = (step: Step, from: State): (Row & { step: Step }) | undefined =>
  table.find(row => row.step === step && row.from === from);

/** What the rules must know of a request. */
export interface Facts {
  state: State;
  school_id: number;
  /** Only the iGroup sees its ticket. */
  inside: boolean;
  /** Who wrote it. */
  asked_by: number;
  /** Whether there is a coordinator who did not. */
  other_coordinator: boolean;
  /** How the schools affected are said; null is not settled. */
  scope: Scope | null;
  /** Whether the words for schools are written. */
  told: boolean;
  planned_for: string | null;
}

function asWhom(who: Person, request: Facts): By[] {
  if (who.side === 'school') {
    const own = who.school_id === request.school_id && !request.inside;
    return own && isAsker(who.roles) && opensTo(who, 'act_on_tickets') ? ['asker'] : [];
  }
  if (holds(who, 'coordinator')) return ['coordinator', 'agent'];
  return holds(who, 'agent') ? ['agent'] : [];
}

export const lackingOf = ({ scope, told, planned_for }: Facts): Lacking[] =>
  lackings.filter(name => !{ scope, told, planned_for }[name]);

/**
 * Whether a person may take a step: `yes`; it has no such step from here; the step is not hers; or it is her own
 * request, which another coordinator decides. Where there is no other, she decides it herself, and the story says so:
 * a group with one coordinator could else change nothing.
 */
export function mayStep(
  who: Person,
  request: Facts,
  step: Step,
): 'yes' | 'not_from_here' | 'not_by_you' | 'your_own' {
  const row = rowOf(step, request.state);
  if (!row) return 'not_from_here';
  const as = asWhom(who, request);
  if (!row.by.some(by => as.includes(by))) return 'not_by_you';
  const decides = step === 'approve' || step === 'refuse';
  return decides && request.asked_by === who.person_id && request.other_coordinator ? 'your_own' : 'yes';
}

/** What a person may do with it now. */
export const canOf = (who: Person, request: Facts): Record<Step, boolean> =>
  Object.fromEntries(steps.map(step => [step, mayStep(who, request, step) === 'yes'])) as Record<
    Step,
    boolean
  >;
