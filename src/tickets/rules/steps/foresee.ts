import type { Words } from '#platform/schemas.ts';
import { isOpen, transitionOf, type Move, type Requirement, type State } from '../lifecycle.ts';
import { priorityOf } from '../priority.ts';
import type { Can, Ticket } from '../ticket.ts';
import { en } from '../words/en.ts';
import { fr } from '../words/fr.ts';
import type { Step } from './step.ts';

/** What a preview must know of a ticket: any ticket that the API answers has it. */
export type Foreseeable = Pick<
  Ticket,
  | 'state'
  | 'category'
  | 'impact'
  | 'urgency'
  | 'priority'
  | 'planned_for'
  | 'resolution_code'
  | 'can'
  | 'tags'
> & { assignee: { id: number } | null };

/** Values as the API has them: ids of people, `me` for whoever takes it, texts as they are written. */
type Value = string | number | null;
export interface Foreseen {
  field: string;
  from: Value;
  to: Value;
}
export type Foresight = { changes: Foreseen[] } | { refused: Words };

/**
 * What a step would do to a ticket for the person whose `can` it carries, or why it is refused. No changes: it is so
 * already. It asks what the deeds ask, so what is foreseen is what happens unless the ticket changes meanwhile.
 */
export function foresee(ticket: Foreseeable, step: Step): Foresight {
  return (foreseen[step.does] as (ticket: Foreseeable, step: Step) => Foresight)(ticket, step);
}

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
  canOf: (state: State, category: Ticket['category']) => Can,
): Foresight {
  let now = ticket;
  const changes: Foreseen[] = [];
  for (const step of steps) {
    const next = foresee(now, step);
    if ('refused' in next) return next;
    const [missing] = stillNeeds(now, step);
    if (missing) return { refused: needed(missing) };
    changes.push(...next.changes);
    now = after(now, next.changes);
    now = { ...now, can: canOf(now.state, now.category) };
  }
  return { changes };
}

/** One entry for each kind of step. */
const foreseen: {
  [D in Step['does']]: (ticket: Foreseeable, step: Extract<Step, { does: D }>) => Foresight;
} = {
  assign(ticket, { agent }) {
    if (!ticket.can.assign) return { refused: whyNot(ticket) };
    const had = ticket.assignee?.id ?? null;
    if (agent === had) return { changes: [] };
    const takes = agent !== null && ticket.can.moves.some(({ move }) => move === 'take');
    return {
      changes: [
        { field: 'assignee', from: had, to: agent },
        ...(takes ? [{ field: 'state', from: ticket.state, to: 'in_progress' }] : []),
      ],
    };
  },
  change(ticket, { category, impact, urgency }) {
    if (!ticket.can.change) return { refused: whyNot(ticket) };
    const next = {
      category: category ?? ticket.category,
      impact: impact ?? ticket.impact,
      urgency: urgency ?? ticket.urgency,
    };
    const all = { ...next, priority: priorityOf(next.impact, next.urgency) };
    return { changes: differing(ticket, all) };
  },
  tag(ticket, { add, remove }) {
    if (!ticket.can.tag) return { refused: not_yours };
    const names = (some: readonly string[]) => new Set(some.map(name => name.toLowerCase()));
    const there = ticket.tags.map(({ name }) => name);
    const [had, gone] = [names(there), names(remove)];
    const after = [
      ...there.filter(name => !gone.has(name.toLowerCase())),
      ...add.filter(name => !had.has(name.toLowerCase())),
    ];
    const said = (some: readonly string[]) => some.join(', ') || null;
    return said(there) === said(after)
      ? { changes: [] }
      : { changes: [{ field: 'tags', from: said(there), to: said(after) }] };
  },
  move(ticket, { move, ...given }) {
    const row = transitionOf(move, ticket.state);
    if (!row) return { refused: isOpen(ticket.state) ? notFromHere(move, ticket.state) : has_ended };
    if (!ticket.can.moves.some(each => each.move === move)) return { refused: notByYou(move) };
    const said = row.requires.flatMap(name =>
      texts.includes(name) && typeof given[name] === 'string'
        ? [{ field: name, from: null, to: given[name] }]
        : [],
    );
    const takes = row.effects.includes('takes') && ticket.assignee === null;
    return {
      changes: [
        ...(row.from === row.to ? [] : [{ field: 'state', from: row.from, to: row.to }]),
        ...(takes ? [{ field: 'assignee', from: null, to: 'me' }] : []),
        ...(row.effects.includes('plans')
          ? [{ field: 'planned_for', from: ticket.planned_for?.date ?? null, to: given.date ?? null }]
          : []),
        ...(row.requires.includes('resolution_code')
          ? [{ field: 'resolution_code', from: ticket.resolution_code, to: given.resolution_code ?? null }]
          : []),
        ...said,
      ],
    };
  },
  reply(ticket, { text }) {
    if (!ticket.can.reply) return { refused: whyNot(ticket) };
    const takes = ticket.can.moves.some(({ move }) => move === 'take');
    return {
      changes: [
        { field: 'reply', from: null, to: text },
        ...(takes ? [{ field: 'state', from: ticket.state, to: 'in_progress' }] : []),
        ...(takes && !ticket.assignee ? [{ field: 'assignee', from: null, to: 'me' }] : []),
      ],
    };
  },
  note(ticket, { text }) {
    if (!ticket.can.note) return { refused: not_yours };
    return { changes: [{ field: 'note', from: null, to: text }] };
  },
};

const texts: readonly string[] = ['question', 'answer', 'note', 'pack', 'reason', 'reply'];

/** Whether a step says something to a school: then it waits before it leaves. */
export const speaks = (step: Step): boolean =>
  step.does === 'reply' || (step.does === 'move' && (step.question ?? step.answer) !== undefined);

const differing = (ticket: Foreseeable, next: Partial<Record<keyof Foreseeable, string>>): Foreseen[] =>
  Object.entries(next).flatMap(([field, to]) => {
    const from = ticket[field as 'category'];
    return from === to ? [] : [{ field, from, to }];
  });

function after(ticket: Foreseeable, changes: readonly Foreseen[]): Foreseeable {
  const next: Record<string, unknown> = { ...ticket };
  const named = (names: unknown) =>
    typeof names === 'string' ? names.split(', ').map(name => ({ id: 0, name })) : [];
  for (const { field, to } of changes) {
    if (field === 'assignee') next['assignee'] = to === null ? null : { id: to };
    else if (field === 'planned_for') next['planned_for'] = to === null ? null : { date: to, words: to };
    else if (field === 'tags') next['tags'] = named(to);
    else if (field in ticket) next[field] = to;
  }
  return next as unknown as Foreseeable;
}

const whyNot = ({ state }: Foreseeable): Words => (isOpen(state) ? not_yours : has_ended);

const has_ended: Words = { en: 'It has ended.', fr: 'Il est terminé.' };
const not_yours: Words = {
  en: 'You may read it, but working it is for others.',
  fr: 'Vous pouvez le lire, mais le traiter revient à d’autres.',
};
const notFromHere = (move: Move, state: State): Words => ({
  en: `“${en.moves[move]}” is not possible while it is “${en.states[state]}”.`,
  fr: `« ${fr.moves[move]} » est impossible quand il est « ${fr.states[state]} ».`,
});
const needed = (name: Requirement): Words => ({
  en: `Needed: ${en.requirements[name]}.`,
  fr: `Requis : ${fr.requirements[name]}.`,
});
const notByYou = (move: Move): Words => ({
  en: `“${en.moves[move]}” is for others, or its time is over.`,
  fr: `« ${fr.moves[move]} » revient à d’autres, ou son délai est passé.`,
});
