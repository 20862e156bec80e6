import type { AtDesk, AtSchool } from '#accounts/rules/who.ts';
import { first_desk_time } from '#sla/rules/desk-hours.ts';
import { isOpen, transitionOf, type Move } from '../../lifecycle.ts';
import { canOf, mayMove, replyDoes, type Facts } from '../../policy.ts';
import { isMerged, kinds, merged_state, type Kind, type Link } from '../kinds.ts';
import { refusesMerge, refusesSplit, refusesUnder } from '../may.ts';
import {
  lastIn,
  openIn,
  shownIn,
  splits,
  ticketIn,
  type Joined,
  type ModelTicket,
  type World,
  type Writing,
} from './world.ts';

/** The deeds in the model. Each answers whether it is done; a refused one changes nothing. */

const acting = {
  name: '',
  session_id: null,
  token_id: null,
  scopes: [],
  zone: 'America/Vancouver',
  desk: first_desk_time,
};
const agent: AtDesk = { ...acting, side: 'desk', person_id: 1, roles: ['agent'] };
const person = (school_id: number): AtSchool => ({
  ...acting,
  side: 'school',
  since: { trained_from: '2026-01-01', stage1_from: '2026-01-01', suspended_from: null },
  today: '2026-11-30',
  person_id: 2,
  roles: ['member'],
  school_id,
});
const whoOf = (by: 'school' | 'desk', ticket: ModelTicket) =>
  by === 'desk' ? agent : person(ticket.school_id);

const factsOf = (ticket: ModelTicket): Facts => ({
  state: ticket.state,
  school_id: ticket.school_id,
  category: 'pen',
  school_days_since_end: 0,
  inside: false,
  merged: isMerged(ticket),
});

type Side = 'school' | 'desk';

/** Makes a move with the text that it asks for, if it asks for one. */
function moveIn(world: World, on: number, move: Move, { by, text }: { by: Side; text: string }): boolean {
  const ticket = ticketIn(world, on);
  if (mayMove(whoOf(by, ticket), factsOf(ticket), move) !== 'yes') return false;
  const row = transitionOf(move, ticket.state)!;
  const says = row.requires.some(name => name === 'question' || name === 'answer' || name === 'reply');
  const says_why = by === 'school' && row.effects.includes('reopens');
  if (says || says_why) write(world, { text, kind: 'reply', home: on, by });
  ticket.state = row.to;
  if (row.effects.includes('reopens')) ticket.resolution_code = null;
  if (move === 'resolve') ticket.resolution_code = 'solved_l1';
  if (move === 'withdraw') ticket.resolution_code = 'withdrawn';
  return true;
}

export function makeMoveIn(world: World, on: number, move: Move, as: { by: Side; text: string }): boolean {
  if (!moveIn(world, on, move, as)) return false;
  world.log.push({ on, does: 'move', move, ...as });
  return true;
}

function write(world: World, writing: Pick<Writing, 'text' | 'kind' | 'home' | 'by'>): void {
  world.writings.push({ ...writing, id: world.writings.length + 1, at: world.now });
}

/** A school's reply on a merged ticket is written where that goes on. */
export function replyIn(world: World, asked: number, by: 'school' | 'desk', text: string): boolean {
  const on = by === 'school' ? lastIn(world, asked) : asked;
  const ticket = ticketIn(world, on);
  const does = replyDoes(whoOf(by, ticket), factsOf(ticket));
  if (does === undefined || does === 'follow_up') return false;
  if (does !== 'message') moveIn(world, on, does, { by, text });
  else {
    if (by === 'desk' && ticket.state === 'new') moveIn(world, on, 'take', { by, text });
    write(world, { text, kind: 'reply', home: on, by });
  }
  world.log.push({ on, does: 'reply', by, text });
  return true;
}

export function noteIn(world: World, on: number, text: string): boolean {
  if (!canOf(agent, factsOf(ticketIn(world, on))).note) return false;
  write(world, { text, kind: 'note', home: on, by: 'desk' });
  world.log.push({ on, does: 'note', text });
  return true;
}

const nextId = (world: World) => (world.now += 1);

export function mergeIn(world: World, number: number, asked: number): boolean {
  const last = lastIn(world, asked);
  const [from, into] = [ticketIn(world, number), ticketIn(world, last)];
  if (isMerged(from)) return last !== number && lastIn(world, number) === last;
  const refusal = refusesMerge({
    from: { ...from, inside: false, may_end: canOf(agent, factsOf(from)).merge },
    into: { ...into, inside: false, open: isOpen(into.state) },
    asked,
    waiting: undefined,
  });
  if (refusal) return false;
  const { state, resolution_code } = from;
  const at = nextId(world);
  const was = { state, resolution_code };
  world.joinings.push({ id: at, at, kind: 'merged', from: number, to: last, texts: [], was });
  Object.assign(from, merged_state);
  return true;
}

/** Whether these messages may go on as `number`, a new ticket. */
export function splitIn(world: World, from: number, texts: readonly string[], number: number): boolean {
  const ticket = ticketIn(world, from);
  const here = shownIn(world, from).filter(({ went_on }) => went_on === null);
  const idOf = (text: string) => world.writings.find(writing => writing.text === text)!;
  const asChosen = (text: string) => ({ kind: idOf(text).kind, id: idOf(text).id });
  const refusal = refusesSplit(
    here.map(({ text }) => asChosen(text)),
    texts.map(asChosen),
  );
  if (refusal || !canOf(agent, factsOf(ticket)).split) return false;
  openIn(world, { number, school_id: ticket.school_id });
  const at = nextId(world);
  world.joinings.push({ id: at, at, kind: 'split', from, to: number, texts });
  return true;
}

export function linkIn(world: World, here: number, as: Link, there: number): boolean {
  if (here === there || [here, there].some(number => isMerged(ticketIn(world, number)))) return false;
  const [from, to] = as === 'child' ? [there, here] : [here, there];
  const kind: Kind = as === 'parent' || as === 'child' ? 'child' : as;
  const between = world.joinings.filter(
    joined => [from, to].includes(joined.from) && [from, to].includes(joined.to),
  );
  if (kind === 'child') {
    if (between.some(joined => joined.kind === 'child' && joined.from === from)) return true;
    const family = world.joinings
      .filter(joined => joined.kind === 'child')
      .map(joined => ({ child: joined.from, parent: joined.to }));
    if (refusesUnder(family, { child: from, parent: to })) return false;
  } else {
    const link = between.find(joined => kinds[joined.kind].symmetric);
    if (link) return link.kind === kind;
  }
  const at = nextId(world);
  world.joinings.push({ id: at, at, kind, from, to, texts: [] });
  return true;
}

/** What a school has written since on the ticket that another was merged into. */
export const sinceIn = (world: World, { to, at }: Joined): string[] =>
  world.writings
    .filter(
      ({ kind, by, home, at: written }) =>
        kind === 'reply' && by === 'school' && home === to && written >= at,
    )
    .map(({ text }) => text)
    .filter(text => !splits(world).some(({ texts }) => texts.includes(text)));

/** Undoes a joining; with `take`, what was written since goes with the parted ticket. */
export function partIn(world: World, joined: Joined, take: boolean): void {
  if (joined.was) {
    const since = take ? sinceIn(world, joined) : [];
    Object.assign(ticketIn(world, joined.from), joined.was);
    const at = nextId(world);
    if (since.length > 0)
      world.joinings.push({ id: at, at, kind: 'split', from: joined.to, to: joined.from, texts: since });
  }
  world.joinings = world.joinings.filter(other => other !== joined);
  for (const number of [joined.from, joined.to]) endWhenEmpty(world, number);
}

function endWhenEmpty(world: World, number: number): void {
  const ticket = ticketIn(world, number);
  if (!isOpen(ticket.state) || shownIn(world, number).length > 0) return;
  endIn(world, number);
  world.log.push({ on: number, does: 'end' });
}

export const endIn = (world: World, number: number): void =>
  void Object.assign(ticketIn(world, number), { state: 'cancelled', resolution_code: 'entered_in_error' });
