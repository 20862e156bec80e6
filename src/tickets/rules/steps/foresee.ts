import { withGiven } from '../fields/filling.ts';
import { fieldOfFact } from '../fields/story.ts';
import type { Requirement, State } from '../lifecycle.ts';
import type { Can, Ticket } from '../ticket.ts';
import { needed, type Foreseeable, type Foreseeing, type Foreseen, type Foresight } from './foreseeable.ts';
import { follow, snooze, tag } from './kinds/beside.ts';
import { change, field } from './kinds/correcting.ts';
import { assign, team } from './kinds/giving.ts';
import { move, note, reply } from './kinds/saying.ts';
import type { Step, StepOf } from './step.ts';

type Foresees<Does extends Step['does']> = (
  ticket: Foreseeable,
  step: StepOf<Does>,
  by: Foreseeing,
) => Foresight;

/** One entry for each kind of step. */
const kinds: { [Does in Step['does']]: Foresees<Does> } = {
  assign,
  team,
  change,
  field,
  tag,
  follow,
  snooze,
  move,
  reply,
  note,
};

/**
 * What a step would do to a ticket for the person whose `can` it carries, or why it is refused. No changes: it is so
 * already. It asks what the deeds ask, so what is foreseen is what happens unless the ticket changes meanwhile.
 */
export const foresee = (ticket: Foreseeable, step: Step, by: Foreseeing): Foresight =>
  (kinds[step.does] as (ticket: Foreseeable, step: Step, by: Foreseeing) => Foresight)(ticket, step, by);

/** What a step must still be given before it can be done: the requirements of its move that it has not. */
export function stillNeeds({ can }: Pick<Foreseeable, 'can'>, step: Step): Requirement[] {
  if (step.does !== 'move') return [];
  const requires = (can.moves.find(({ move }) => move === step.move)?.requires ?? []) as Requirement[];
  return requires.filter(name => step[name] === undefined);
}

/** What several steps would do in their order, each upon what the one before it has left; all must be complete. */
export function foreseeAll(
  ticket: Foreseeable,
  steps: readonly Step[],
  by: Foreseeing,
  canOf: (state: State, category: Ticket['category']) => Can,
): Foresight {
  let now = ticket;
  const changes: Foreseen[] = [];
  for (const step of steps) {
    const next = foresee(now, step, by);
    if ('refused' in next) return next;
    const [missing] = stillNeeds(now, step);
    if (missing) return { refused: needed(missing) };
    changes.push(...next.changes);
    now = after(now, next.changes);
    now = { ...now, can: canOf(now.state, now.category) };
  }
  return { changes };
}

/** Whether a step says something to a school: then it waits before it leaves. */
export const speaks = (step: Step): boolean =>
  step.does === 'reply' || (step.does === 'move' && (step.question ?? step.answer) !== undefined);

/** The ticket as it is when these have changed. */
const after = (ticket: Foreseeable, changes: readonly Foreseen[]): Foreseeable =>
  changes.reduce((now, change) => ({ ...now, ...patchOf(now, change) }), ticket);

function patchOf(ticket: Foreseeable, { field, from: was, to }: Foreseen): Partial<Foreseeable> {
  const known = to === null ? null : { id: Number(to) };
  const { beside } = ticket;
  switch (field) {
    case 'assignee':
      return { assignee: known };
    case 'team':
      return { team: known };
    case 'planned_for':
      return { planned_for: to === null ? null : { date: String(to), words: String(to) } };
    case 'tags':
      return {
        tags:
          to === null
            ? []
            : String(to)
                .split(', ')
                .map(name => ({ id: 0, name })),
      };
    case 'follower': {
      const others = beside.followers.filter(id => id !== was);
      return { beside: { ...beside, followers: known ? [...others, known.id] : others } };
    }
    case 'snoozed_until':
      return { beside: { ...beside, snoozed_until: to as string | null } };
  }
  const id = fieldOfFact(field);
  if (id === undefined) return field in ticket ? { [field]: to } : {};
  return { beside: { ...beside, values: withGiven(beside.values, { [id]: to }) } };
}
