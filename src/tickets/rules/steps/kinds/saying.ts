import { isOpen, transitionOf } from '../../lifecycle.ts';
import { lacksNextStep, no_next_step } from '../../next-step.ts';
import {
  changing,
  has_ended,
  not_yours,
  notByYou,
  notFromHere,
  whyNot,
  type Foreseeable,
  type Foresight,
} from '../foreseeable.ts';
import type { StepOf } from '../step.ts';

const texts: readonly string[] = ['question', 'answer', 'note', 'pack', 'reason', 'reply'];

export function move(ticket: Foreseeable, { move, ...given }: StepOf<'move'>): Foresight {
  const row = transitionOf(move, ticket.state);
  if (!row) return { refused: isOpen(ticket.state) ? notFromHere(move, ticket.state) : has_ended };
  if (!ticket.can.moves.some(each => each.move === move)) return { refused: notByYou(move) };
  if (lacksNextStep(given)) return { refused: no_next_step };
  const said = row.requires.flatMap(name =>
    texts.includes(name) && typeof given[name] === 'string'
      ? [{ field: name, from: null, to: given[name] }]
      : [],
  );
  const takes = row.effects.includes('takes') && ticket.assignee === null;
  return {
    changes: [
      ...changing('state', row.from, row.to),
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
}

/** The first answer takes a new one. */
export function reply(ticket: Foreseeable, { text }: StepOf<'reply'>): Foresight {
  if (!ticket.can.reply) return { refused: whyNot(ticket) };
  const takes = ticket.can.moves.some(each => each.move === 'take');
  return {
    changes: [
      { field: 'reply', from: null, to: text },
      ...(takes ? [{ field: 'state', from: ticket.state, to: 'in_progress' }] : []),
      ...(takes && !ticket.assignee ? [{ field: 'assignee', from: null, to: 'me' }] : []),
    ],
  };
}

export function note(ticket: Foreseeable, { text }: StepOf<'note'>): Foresight {
  if (!ticket.can.note) return { refused: not_yours };
  return { changes: [{ field: 'note', from: null, to: text }] };
}
