import { wrong_day } from '../../tasks/snooze.ts';
import { wakesAt } from '../../tasks/waking.ts';
import {
  changing,
  not_yours,
  whyNot,
  type Foreseeable,
  type Foreseeing,
  type Foresight,
} from '../foreseeable.ts';
import type { StepOf } from '../step.ts';

export function tag(ticket: Foreseeable, { add, remove }: StepOf<'tag'>): Foresight {
  if (!ticket.can.tag) return { refused: not_yours };
  const names = (some: readonly string[]) => new Set(some.map(name => name.toLowerCase()));
  const there = ticket.tags.map(({ name }) => name);
  const [had, gone] = [names(there), names(remove)];
  const after = [
    ...there.filter(name => !gone.has(name.toLowerCase())),
    ...add.filter(name => !had.has(name.toLowerCase())),
  ];
  const said = (some: readonly string[]) => some.join(', ') || null;
  return { changes: changing('tags', said(there), said(after)) };
}

/** For oneself whoever reads it, for a colleague who works it. */
export function follow(
  ticket: Foreseeable,
  { person: given, follows }: StepOf<'follow'>,
  { me }: Foreseeing,
): Foresight {
  const person = given === 'me' ? me : given;
  if (!(person === me ? ticket.can.follow : ticket.can.tasks)) return { refused: not_yours };
  const does = ticket.beside.followers.includes(person);
  return { changes: changing('follower', does ? person : null, follows ? person : null) };
}

export function snooze(
  ticket: Foreseeable,
  { until }: StepOf<'snooze'>,
  { now, desk }: Foreseeing,
): Foresight {
  if (!ticket.can.snooze) return { refused: whyNot(ticket) };
  const wakes = until === 'answer' ? until : wakesAt(until, now, desk)?.toISOString();
  if (wakes === undefined) return { refused: wrong_day };
  return { changes: changing('snoozed_until', ticket.beside.snoozed_until, wakes) };
}
