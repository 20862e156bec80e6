import type { Ctx } from '#accounts/server/acting.ts';
import { notFound, notNow } from '#platform/refusals.ts';
import { undo } from '../../rules/lifecycle.ts';
import type { TakenBack } from '../../rules/ticket.ts';
import { holdTicket } from '../store.ts';
import type { TicketRow } from '../tables.ts';
import { tellDeed } from '../telling.ts';
import { ticketWithMessages } from '../tickets.ts';
import { happenedSince, holdForUndo, markUndone, selectDeed, type ChangeRow } from './store.ts';
import type { PutBack, Way } from './way.ts';
import { ways } from './ways.ts';

/**
 * Takes back what this person did to the ticket (process.json undo): within the window whatever came after, and for
 * half an hour as long as nothing did. What was sent stays sent. Refuses not_found (not hers, or undone already),
 * not_now (too late, or what she changed has been changed again).
 */
export async function undoChange(ctx: Ctx, number: number, position: number): Promise<TakenBack> {
  const written = (await undoDeed(ctx, number, position)).find(each => each.written)?.written;
  return {
    ticket: await ticketWithMessages(ctx, number),
    ...(written ?? { writing: null, fields: {}, files: [] }),
  };
}

/** The deed of undoChange alone. `asked`: when its person wanted it, which decides whether it is in time. */
export async function undoDeed(
  ctx: Ctx,
  number: number,
  position: number,
  asked: Date = ctx.now,
): Promise<PutBack[]> {
  const ticket = await holdForUndo(ctx, number, position);
  if (!ticket) throw notFound();
  const deed = await selectDeed(ctx, number, position);
  const last = deed.at(-1);
  if (!last) throw notFound();
  if (!(await inTime(ctx, last, asked))) throw notNow(tooLate);
  const done: PutBack[] = [];
  for (const change of deed.toReversed()) done.push(await putBack(ctx, change));
  await tellUndone(ctx, ticket, done);
  return done;
}

/** The newest change is put back first, each upon what the one before it has left. */
async function putBack(ctx: Ctx, change: ChangeRow): Promise<PutBack> {
  const way = ways[change.way as keyof typeof ways] as Way;
  const ticket = (await holdTicket(ctx, change.ticket_number))!;
  if (!(await way.stillSo(ctx, ticket, change.after))) throw notNow(changedSince);
  await markUndone(ctx, change.position);
  return way.putBack(ctx, ticket, change.before, change.after);
}

/** One line of the story for all of it; the school reads of what it may know. */
async function tellUndone(ctx: Ctx, ticket: TicketRow, done: readonly PutBack[]): Promise<void> {
  const of = (audience: PutBack['audience']) => done.filter(each => each.audience === audience);
  const open = of('school');
  const told = open.length > 0 ? open : of('desk');
  const hidden = open.length > 0 ? of('desk') : [];
  await tellDeed(ctx, ticket, {
    kind: told.find(each => each.kind)?.kind ?? 'undone',
    audience: open.length > 0 ? 'school' : 'desk',
    facts: Object.assign({}, ...told.map(({ facts }) => facts)),
    inside: Object.assign({}, ...hidden.map(({ facts }) => facts), ...done.map(({ inside }) => inside)),
  });
}

const seconds = 1000;

async function inTime(ctx: Ctx, deed: ChangeRow, asked: Date): Promise<boolean> {
  const gone = asked.getTime() - deed.at.getTime();
  if (gone <= undo.window_seconds * seconds) return true;
  if (gone > undo.unless_something_happened_minutes * 60 * seconds) return false;
  return !(await happenedSince(ctx, deed));
}

const tooLate = {
  en: 'It is too late to undo this: something has happened since, or more than half an hour has gone.',
  fr: 'Il est trop tard pour annuler : quelque chose s’est passé depuis, ou plus d’une demi-heure s’est écoulée.',
};
const changedSince = {
  en: 'This has been changed again since, so it cannot be undone.',
  fr: 'Ceci a été modifié de nouveau depuis; l’annulation n’est plus possible.',
};
