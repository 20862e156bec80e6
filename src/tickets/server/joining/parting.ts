import type { Ctx } from '#accounts/server/acting.ts';
import { notAllowed, notFound, notNow, notValid } from '#platform/refusals.ts';
import { moment } from '#sla/rules/moments.ts';
import type { Parting } from '../../rules/joining/joining.ts';
import { mayPart, part_refusals } from '../../rules/joining/may.ts';
import { isOpen } from '../../rules/lifecycle.ts';
import { moversOf } from '../../rules/policy.ts';
import type { TicketWithMessages } from '../../rules/ticket.ts';
import { seenBy } from '../shapes.ts';
import { holdTicket, updateTicket, type TicketPatch } from '../store.ts';
import type { TicketRow } from '../tables.ts';
import { tellDeed } from '../telling.ts';
import { ticketWithMessages } from '../tickets.ts';
import { selectMessages } from '../views.ts';
import { holdBoth } from './held.ts';
import { tellLink } from './linking.ts';
import { insertChosen, insertJoining, markParted } from './store.ts';
import type { JoiningRow } from './tables.ts';
import { selectJoining, selectSince, selectWaiting } from './views.ts';

/**
 * Takes a link, a merge or a split back: every message stands again where it was written, and what was written since
 * stays where it was written to, but for the replies in `take`, which go with the parted ticket. Refuses not_found,
 * not_allowed (another's merge or split), not_now (after 30 days, or a message of the two waits to leave), not_valid.
 */
export async function partTickets(
  ctx: Ctx,
  number: number,
  { id, take = [] }: { id: number; take?: readonly number[] | undefined },
): Promise<TicketWithMessages> {
  const found = await selectJoining(ctx, number, id);
  if (!found) throw notFound();
  const rows = await holdBoth(ctx, found.from_number, found.to_number);
  const joining = await selectJoining(ctx, number, id); // as it is now that both are held
  if (!joining) throw notFound();
  demandPart(ctx, joining, rows[0]);
  await demandNothingLeaves(ctx, joining, rows);
  await part(ctx, joining, { rows, take, telling: rows.map(row => row.number) });
  return ticketWithMessages(ctx, number);
}

/** Whoever wrote it believes the two to be one: her message leaves first, or is taken back. Refuses not_now. */
export async function demandNothingLeaves(
  ctx: Ctx,
  { kind }: JoiningRow,
  rows: readonly TicketRow[],
): Promise<void> {
  const numbers = rows.map(({ number }) => number);
  if ((kind === 'merged' || kind === 'split') && (await selectWaiting(ctx, numbers)) !== undefined)
    throw notNow(leaving);
}

const leaving = {
  en: 'A message on one of the two is about to leave. Undo this when it has left, or when it is taken back.',
  fr: 'Un message d’un des deux billets va partir. Annulez ceci quand il sera parti ou repris.',
};

function demandPart(ctx: Ctx, joining: JoiningRow, ticket: TicketRow): void {
  if (!ctx.code_wall) return;
  const answer = mayPart(ctx.who, moversOf(ctx.who, ticket).length > 0, joining, ctx.now);
  if (answer === 'not_by_you') throw notAllowed(part_refusals.not_by_you);
  if (answer === 'too_late') throw notNow(part_refusals.too_late);
}

/** What undoing would mean, for whoever asks before she does it. Refuses not_found. */
export async function partingOf(ctx: Ctx, number: number, id: number): Promise<Parting> {
  const joining = (await ticketWithMessages(ctx, number)).joinings.find(each => each.id === id);
  const row = await selectJoining(ctx, number, id);
  if (!joining || !row) throw notFound();
  const since = row.kind === 'merged' ? await selectSince(ctx, row) : [];
  return {
    joining,
    since: since.map(({ written_at, ...reply }) => ({
      ...reply,
      written: moment(new Date(written_at), seenBy(ctx)).words,
    })),
  };
}

/** How the story of each of the two calls it. */
export const told_parted = {
  related: { from: 'unlinked', to: 'unlinked' },
  same: { from: 'unlinked', to: 'unlinked' },
  child: { from: 'unlinked', to: 'unlinked' },
  merged: { from: 'unmerged_from', to: 'unmerged' },
  split: { from: 'unsplit', to: 'unsplit' },
} as const;

interface Parted {
  /** The two tickets, held. */
  rows: readonly [from: TicketRow, to: TicketRow];
  take?: readonly number[];
  /** On which of them a line of the story is written here. */
  telling: readonly number[];
}

/** Undoes a joining that stands; both tickets are held, and may is asked. */
export async function part(
  ctx: Ctx,
  joining: JoiningRow,
  { rows, take = [], telling }: Parted,
): Promise<void> {
  const [from, to] = rows;
  if (joining.kind === 'merged') await unmerge(ctx, joining, rows, take);
  await markParted(ctx, joining.id);
  for (const ticket of rows) await endWhenEmpty(ctx, ticket.number);
  const line = told_parted[joining.kind];
  for (const [ticket, kind, other] of [
    [from, line.from, to.number],
    [to, line.to, from.number],
  ] as const)
    if (telling.includes(ticket.number)) await tellLink(ctx, joining, { ticket, kind, other });
}

/** The merged ticket stands as it stood; replies that are taken along are shown there by a split of their own. */
async function unmerge(
  ctx: Ctx,
  joining: JoiningRow,
  [from, to]: readonly [TicketRow, TicketRow],
  take: readonly number[],
): Promise<void> {
  const { ended_at, ...was } = joining.was!;
  await updateTicket(ctx, from.number, { ...was, ended_at: ended_at === null ? null : new Date(ended_at) });
  if (take.length === 0) return;
  const since = new Set((await selectSince(ctx, joining)).map(({ id }) => id));
  if (!take.every(id => since.has(id))) throw notValid('take', not_since);
  const along = await insertJoining(ctx, 'split', { from: to, to: from });
  await insertChosen(
    ctx,
    along,
    [...new Set(take)].map(id => ({ kind: 'reply', id })),
  );
}

const not_since = {
  en: 'One of the replies was not written here since by somebody of the other ticket.',
  fr: 'Une des réponses n’a pas été écrite ici depuis par une personne de l’autre billet.',
};

const in_error: TicketPatch = { state: 'cancelled', resolution_code: 'entered_in_error', planned_for: null };

/** A ticket that was only there for the split goes with it; one in which something was written stays. */
async function endWhenEmpty(ctx: Ctx, number: number): Promise<void> {
  const ticket = (await holdTicket(ctx, number))!; // as it is since it was parted
  if (!isOpen(ticket.state) || (await selectMessages(ctx, ticket.number)).length > 0) return;
  await updateTicket(ctx, ticket.number, { ...in_error, ended_at: ctx.now });
  await tellDeed(ctx, ticket, {
    kind: 'void',
    audience: 'school',
    facts: { state: [ticket.state, 'cancelled'] },
  });
}
