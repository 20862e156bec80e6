import type { Ctx } from '#accounts/server/acting.ts';
import { notFound, notNow } from '#platform/refusals.ts';
import type { Words } from '#platform/schemas.ts';
import { htmlOf } from '#platform/text/markdown.ts';
import { rowOf } from '../../rules/inside/inside.ts';
import { undo } from '../../rules/lifecycle.ts';
import { stopOf, type Guarded, type Stop } from '../../rules/guard.ts';
import type { SentMoving, SentReply } from '../../rules/macros/macro.ts';
import type { Moving, Reply, TakenBack, TicketWithMessages } from '../../rules/ticket.ts';
import { checkFilled } from '../macros/filled.ts';
import { checkMove, type Held } from '../moving.ts';
import { fileOf } from '../shapes.ts';
import { fileGone } from '../store.ts';
import { signalDesk } from '../signalling.ts';
import { tellDeed } from '../telling.ts';
import { checkDoes, keepSlip, repliedBefore } from '../slips/slips.ts';
import {
  checkReply,
  hold,
  holdWhereItGoesOn,
  moveTicket,
  reply as sayReply,
  replyTo,
  ticketWithMessages,
} from '../tickets.ts';
import { endOutgoing, filesOf, holdOutgoing, insertOutgoing, sendOutgoingAgain } from './store.ts';
import type { OutgoingDeed } from './tables.ts';
import { selectGuarded } from './views.ts';

/**
 * On the way to the other side. A message of the desk, and the move that it makes, waits out the undo window before
 * anybody at the school can see it (process.json undo); everything else is done at once. Both pass the send guard.
 */

/**
 * Writes to the other side: refuses as replyTo does, and not_now with `stop` when the guard stops it. Where nothing
 * `waits`, the desk's words leave at once as well.
 */
export async function sendReply(
  ctx: Ctx,
  number: number,
  reply: SentReply,
  waits: boolean,
): Promise<TicketWithMessages> {
  if (ctx.who.side === 'school') return replyOfSchool(ctx, number, reply);
  const held = await hold(ctx, number);
  checkReply(ctx, held);
  checkFilled(ctx, reply);
  await guard(ctx, held, reply);
  if (!waits) return replyTo(ctx, held, reply);
  return keepBack(ctx, held, { kind: 'reply', ...reply }, reply.text);
}

/** What a school writes on a ticket that was merged is said where it goes on; what she saw of that, nobody asks. */
async function replyOfSchool(ctx: Ctx, number: number, reply: Reply): Promise<TicketWithMessages> {
  const before = await repliedBefore(ctx, reply);
  if (before) return before;
  const held = await holdWhereItGoesOn(ctx, number);
  checkDoes(reply, checkReply(ctx, held));
  if (held.ticket.number === number) await guard(ctx, held, reply);
  if (!reply.slip) return replyTo(ctx, held, reply);
  await sayReply(ctx, held, reply);
  await keepSlip(ctx, reply.slip, held.ticket);
  return ticketWithMessages(ctx, held.ticket.number);
}

/** Makes a move; one that says something to the school waits with what it says. */
export async function sendMove(
  ctx: Ctx,
  number: number,
  moving: SentMoving,
  waits: boolean,
): Promise<TicketWithMessages> {
  const held = await hold(ctx, number);
  const { move, ...given } = moving;
  await checkMove(ctx, held, move, given);
  checkFilled(ctx, given);
  await guard(ctx, held, moving);
  const text = waits ? wordsToSchool(ctx, held, moving) : undefined;
  if (text === undefined) return moveTicket(ctx, held, moving);
  return keepBack(ctx, held, { kind: 'move', ...moving }, text);
}

/** What the school would read of a move by the desk. */
function wordsToSchool({ who }: Ctx, { facts }: Held, moving: Moving): string | undefined {
  if (who.side !== 'desk' || facts.inside) return undefined;
  const row = rowOf(moving.move, facts);
  if (row?.requires.includes('question')) return moving.question;
  return row?.requires.includes('answer') ? moving.answer : undefined;
}

/** Whether a message of the desk waits out the undo window: a reply does, and a move that says something. */
export async function waitsToLeave(ctx: Ctx, number: number, deed: OutgoingDeed): Promise<boolean> {
  return deed.kind === 'reply' || wordsToSchool(ctx, await hold(ctx, number), deed) !== undefined;
}

/** Refuses a message whose readers changed, or that was written without seeing what is newest. */
export async function guard(ctx: Ctx, { ticket }: Held, written: Guarded): Promise<void> {
  if (!written.seen && !written.to) return;
  const stop = stopOf(written, await selectGuarded(ctx, ticket));
  if (stop) throw notNow(stops[stop], { stop });
}

export const stops: Record<Stop, Words> = {
  unseen: {
    en: 'Something new was written meanwhile. Read it, then send again; your text is still here.',
    fr: 'Un nouveau message est arrivé entre-temps. Lisez-le, puis renvoyez; votre texte est toujours là.',
  },
  audience: {
    en: 'Who will read this has changed since you began to write. Check the names, then send again.',
    fr: 'Les destinataires ont changé depuis que vous écrivez. Vérifiez les noms, puis renvoyez.',
  },
};

async function keepBack(
  ctx: Ctx,
  { ticket: { number } }: Held,
  deed: OutgoingDeed,
  text: string,
): Promise<TicketWithMessages> {
  const files = [...new Set(deed.files ?? [])];
  if ((await filesOf(ctx, files)).length !== files.length) throw fileGone();
  const leaves_at = leavesAt(ctx);
  await insertOutgoing(ctx, number, { deed, html: htmlOf(text), leaves_at });
  await tellDesk(ctx, number, leaves_at);
  return ticketWithMessages(ctx, number);
}

const leavesAt = ({ now }: Ctx) => new Date(now.getTime() + undo.window_seconds * 1000);

/** Open pages of the desk show what waits; every server learns when something leaves. */
const tellDesk = ({ db }: Pick<Ctx, 'db'>, ticket: number, leaves_at: Date | null) =>
  signalDesk(db, 'outgoing', { ticket, leaves_at });

/**
 * Takes back one's own message before it leaves, or clears away one that was stopped: answers what was written.
 * Refuses not_found (not one's own), not_now (it has left).
 */
export async function takeBack(ctx: Ctx, number: number, id: number): Promise<TakenBack> {
  const held = await hold(ctx, number);
  const message = await holdOutgoing(ctx, number, id);
  if (!message) throw notFound();
  if (message.outcome !== null && message.outcome !== 'stopped') throw notNow(gone);
  const stopped = message.outcome === 'stopped';
  await endOutgoing(ctx.db, id, ctx.now, { outcome: stopped ? 'dismissed' : 'taken_back' });
  if (!stopped) await tellDeed(ctx, held.ticket, { kind: 'taken_back', audience: 'desk' });
  await tellDesk(ctx, number, null);
  return {
    ticket: await ticketWithMessages(ctx, number),
    ...writtenIn(message.deed),
    files: (await filesOf(ctx, message.deed.files ?? [])).map(fileOf),
  };
}

/**
 * Sends one's own stopped message once more, as it stands, to whom its author sees now: it waits out the undo window
 * and leaves once. While it waits, a second press changes nothing. Refuses as sending does, and not_found (not one's
 * own, or cleared away), not_now (it has left).
 */
export async function sendAgain(
  ctx: Ctx,
  number: number,
  id: number,
  guarded: Guarded,
): Promise<TicketWithMessages> {
  const held = await hold(ctx, number);
  const message = await holdOutgoing(ctx, number, id);
  if (!message || message.outcome === 'taken_back' || message.outcome === 'dismissed') throw notFound();
  if (message.outcome === 'sent') throw notNow(gone);
  if (message.outcome === null) return ticketWithMessages(ctx, number);
  const deed = { ...message.deed, ...(guarded as Pick<OutgoingDeed, 'seen' | 'to'>) };
  if (deed.kind === 'reply') checkReply(ctx, held);
  else await checkMove(ctx, held, deed.move, deed);
  await guard(ctx, held, deed);
  const leaves_at = leavesAt(ctx);
  await sendOutgoingAgain(ctx, id, { deed, leaves_at });
  await tellDesk(ctx, number, leaves_at);
  return ticketWithMessages(ctx, number);
}

const gone = {
  en: 'It has left already: the school can read it.',
  fr: 'Il est déjà parti : l’école peut le lire.',
};

/** What was written, as the form that it came from holds it. */
function writtenIn(deed: OutgoingDeed): Pick<TakenBack, 'writing' | 'fields'> {
  const { kind: _kind, files: _files, seen: _seen, to: _to, also, ...fields } = deed;
  const beside = also && { also: JSON.stringify(also) };
  const { move = 'reply', ...given } = { move: undefined, ...fields };
  const known = Object.entries({ ...given, ...beside }).filter(([, value]) => value !== undefined);
  return { writing: move, fields: Object.fromEntries(known) as TakenBack['fields'] };
}
