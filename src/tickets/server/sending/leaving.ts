import { actorOf, type Ctx } from '#accounts/server/acting.ts';
import { deskPerson } from '#accounts/server/accounts.ts';
import type { Database } from '#platform/db/database.ts';
import { keepLooking } from '#platform/jobs/looking.ts';
import type { Signals } from '#platform/live/signals.ts';
import { Refusal } from '#platform/refusals.ts';
import type { Words } from '#platform/schemas.ts';
import { signalDesk } from '../signalling.ts';
import { noticeTo } from '../notices/noticing.ts';
import { claimOutgoing, endOutgoing, selectDue, selectNext, type OutgoingRow } from './store.ts';
import { deliver } from './together.ts';

/** Messages leave when their window is over: as their author's deed, at that instant, once, also after a crash. */

const software = actorOf({ side: 'system', job: 'leaving' });

/** A message that the server could not let go for this long is given back to its author. */
const patience_ms = 10 * 60_000;

/**
 * Lets go every message whose time has come; one that cannot leave any more (somebody wrote meanwhile, another has
 * solved it) is stopped and stays on the ticket for its author. Answers when the next one is due.
 */
export async function leaveDue(
  database: Database,
  now: Date,
  failed: (error: unknown) => void,
): Promise<Date | null> {
  const due = await database.transact(software, db => selectDue(db, now));
  for (const message of due) await leave(database, message, now).catch(failed);
  return database.transact(software, selectNext);
}

async function leave(database: Database, message: OutgoingRow, now: Date): Promise<void> {
  const { author_id, session_id, token_id } = message;
  const who = await deskPerson(database.owner, author_id, { session_id, token_id });
  if (!who) return stop(database, message, now, authorGone);
  try {
    await database.transact(actorOf(who), async db => {
      const mine = await claimOutgoing(db, message.id);
      if (mine) await sendNow({ who, db, now, lang: mine.lang, code_wall: true }, mine);
    });
  } catch (error) {
    if (error instanceof Refusal) return stop(database, message, now, error.sentence);
    if (now.getTime() - message.leaves_at.getTime() > patience_ms)
      return stop(database, message, now, couldNot);
    throw error;
  }
}

async function sendNow(ctx: Ctx, { id, ticket_number, deed }: OutgoingRow): Promise<void> {
  await deliver(ctx, ticket_number, deed);
  await endOutgoing(ctx.db, id, ctx.now, { outcome: 'sent' });
}

async function stop(
  database: Database,
  { id, ticket_number, author_id }: OutgoingRow,
  now: Date,
  reason: Words,
): Promise<void> {
  await database.transact(software, async db => {
    if (!(await claimOutgoing(db, id))) return;
    await endOutgoing(db, id, now, { outcome: 'stopped', reason });
    await signalDesk(db, 'outgoing', { ticket: ticket_number, leaves_at: null });
    await noticeTo(db, { person: author_id, kind: 'stopped', ticket: ticket_number, by: null, at: now });
  });
}

const authorGone = {
  en: 'Its author has left the desk.',
  fr: 'Son auteur a quitté le bureau.',
};
const couldNot = {
  en: 'The server could not send it.',
  fr: 'Le serveur n’a pas pu l’envoyer.',
};

/** Keeps messages leaving in time, on this server; of several servers one lets each go. */
export function startLeaving(
  { database, clock, signals }: { database: Database; clock: () => Date; signals: Signals },
  failed: (error: unknown) => void,
): { stop: () => Promise<void> } {
  const { look, stop } = keepLooking(
    () => leaveDue(database, clock(), failed).catch(error => (failed(error), null)),
    clock,
  );
  signals.join(['desk', 'desk:rights'], ({ kind }) => kind === 'outgoing' && look());
  return { stop };
}
