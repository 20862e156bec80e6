import type { State } from '../../../rules/lifecycle.ts';
import type { Ticket } from '../../../rules/ticket.ts';

/** The way of a ticket in a school's words: fewer steps than the life cycle has states. */
export type Step = 'sent' | 'working' | 'level2' | 'solved' | 'closed' | 'withdrawn';
export interface OnTheWay {
  step: Step;
  is: 'done' | 'now' | 'maybe' | 'todo';
}

const step_of: Record<State, Step> = {
  new: 'sent',
  in_progress: 'working',
  scheduled: 'working',
  waiting_school: 'working',
  waiting_l2: 'level2',
  resolved: 'solved',
  closed: 'closed',
  cancelled: 'withdrawn',
};

function stepsOf({ state, resolution_code }: Pick<Ticket, 'state' | 'resolution_code'>): Step[] {
  if (state === 'cancelled') return ['sent', 'withdrawn'];
  if (state === 'resolved') return ['sent', 'working', 'solved', 'closed'];
  if (state === 'closed')
    return resolution_code === 'no_answer_from_school'
      ? ['sent', 'working', 'closed']
      : ['sent', 'working', 'solved', 'closed'];
  return ['sent', 'working', 'level2', 'solved', 'closed'];
}

export function wayOf(ticket: Pick<Ticket, 'state' | 'resolution_code'>): OnTheWay[] {
  const steps = stepsOf(ticket);
  const here = steps.indexOf(step_of[ticket.state]);
  return steps.map((step, at) => ({
    step,
    is: at < here ? 'done' : at === here ? 'now' : step === 'level2' ? 'maybe' : 'todo',
  }));
}
