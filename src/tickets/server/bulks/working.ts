import { deskPerson } from '#accounts/server/accounts.ts';
import { actorOf, type Ctx } from '#accounts/server/acting.ts';
import type { AtDesk } from '#accounts/rules/who.ts';
import type { Database } from '#platform/db/database.ts';
import { keepLooking } from '#platform/jobs/looking.ts';
import { sendSignal, type Signals } from '#platform/live/signals.ts';
import { notNow, Refusal } from '#platform/refusals.ts';
import type { Words } from '#platform/schemas.ts';
import { speaks } from '../../rules/steps/foresee.ts';
import { stops } from '../sending/sending.ts';
import { doStep } from '../steps/steps.ts';
import { undoDeed } from '../undo/undoing.ts';
import {
  claimNext,
  endBulk,
  isWorkLeft,
  markDone,
  markTakenBack,
  markRefused,
  selectNextStart,
  selectToDo,
  undoableAt,
  writtenSince,
  type Claimed,
  type Work,
} from './store.ts';
import type { BulkRow } from './tables.ts';

/**
 * Does what was asked for many tickets: ticket by ticket, each in a transaction of its own, as its person may act at
 * that moment. The row that says what became of a ticket is written in the transaction that does it, so that after a
 * crash, and with several servers, each ticket is done once.
 */

const software = actorOf({ side: 'system', job: 'bulks' });

/** How often the pages of its person hear how far it is. */
const told_every_ms = 300;
/** After so many tickets another bulk has its turn. */
const turn = 50;

export interface Working {
  database: Database;
  clock: () => Date;
  failed: (error: unknown) => void;
  /** Whether the server goes on: asked before each ticket. */
  goes_on?: () => boolean;
}

/** Works until nothing is to be done now; answers when the next one's time comes. */
export async function workOn(working: Working): Promise<Date | null> {
  const { database, clock, goes_on = () => true } = working;
  const told = new Map<number, number>();
  for (let left = true; left && goes_on();) {
    left = false;
    const due = await database.transact(software, db => selectToDo(db, clock()));
    for (const bulk of due) left = (await workTurn(working, bulk, told)) || left;
  }
  return database.transact(software, selectNextStart);
}

/** A turn of one bulk; answers whether something of it is left to do for this server. */
async function workTurn(working: Working, bulk: BulkRow, told: Map<number, number>): Promise<boolean> {
  const { database, clock, goes_on = () => true } = working;
  const work: Work = bulk.undo_asked_at ? 'undo' : 'do';
  for (let count = 0; count < turn && goes_on(); count++) {
    if (!(await workOnNext(working, bulk, work)))
      return database.transact(software, async db => {
        // Of two servers the one with the last ticket ends it.
        if (await isWorkLeft(db, bulk.id, work)) return false;
        const ended = await endBulk(db, bulk.id, work, clock());
        await tellHowFar(db, bulk);
        return !ended;
      });
    if (Date.now() - (told.get(bulk.id) ?? 0) < told_every_ms) continue;
    told.set(bulk.id, Date.now());
    await tellHowFar(database.owner, bulk);
  }
  return true;
}

const tellHowFar = (db: Ctx['db'], { id, person_id }: BulkRow) =>
  sendSignal(db, { to: `person:${person_id}`, kind: 'bulk', facts: { bulk: id } });

/** Does, or undoes, the next ticket of a bulk; answers false when there is none. */
async function workOnNext({ database, clock, failed }: Working, bulk: BulkRow, work: Work): Promise<boolean> {
  const { person_id, session_id, token_id, lang } = bulk;
  const who = await deskPerson(database.owner, person_id, { session_id, token_id });
  let claimed: Claimed | undefined;
  try {
    await database.transact(who ? actorOf(who) : software, async db => {
      claimed = await claimNext(db, bulk.id, work);
      if (!claimed) return;
      if (!who) throw notNow(person_gone);
      const ctx = { who: who as AtDesk, db, now: clock(), lang, code_wall: true };
      await (work === 'do' ? doOne(ctx, bulk, claimed) : undoOne(ctx, bulk, claimed));
    });
    return claimed !== undefined;
  } catch (error) {
    if (!claimed) throw error;
    const { place } = claimed;
    const refused = error instanceof Refusal;
    if (!refused) failed(error);
    await database.transact(software, db =>
      markRefused(db, { bulk: bulk.id, place, work }, refused ? reasonOf(error) : could_not),
    );
    return true;
  }
}

/** The sentence, and what it says of single fields. */
const reasonOf = ({ sentence, more }: Refusal): Words => more.errors?.[0]?.sentence ?? sentence;

async function doOne(ctx: Ctx, { id, steps, asked_at }: BulkRow, claimed: Claimed): Promise<void> {
  const { ticket_number } = claimed;
  if (steps.some(speaks) && (await writtenSince(ctx, ticket_number, asked_at))) throw notNow(stops.unseen);
  for (const step of steps) await doStep(ctx, ticket_number, step, false);
  await markDone(ctx, id, claimed);
}

async function undoOne(
  ctx: Ctx,
  { id, steps, undo_asked_at }: BulkRow,
  { place, ticket_number, done_at }: Claimed,
): Promise<void> {
  const position = done_at ? await undoableAt(ctx, ticket_number, done_at) : undefined;
  if (position === undefined) throw notNow(steps.some(speaks) ? was_sent : nothing_left);
  await undoDeed(ctx, ticket_number, position, undo_asked_at!);
  await markTakenBack(ctx, id, place, steps.some(speaks) ? rest_undone : null);
}

const person_gone = {
  en: 'Whoever asked for it has left the desk.',
  fr: 'Qui l’a demandé a quitté le bureau.',
};
const could_not = { en: 'The server could not do it.', fr: 'Le serveur n’a pas pu le faire.' };
const was_sent = { en: 'What was sent stays sent.', fr: 'Ce qui est envoyé reste envoyé.' };
const rest_undone = {
  en: 'What was sent stays sent. The rest of it is undone.',
  fr: 'Ce qui est envoyé reste envoyé. Le reste est annulé.',
};
const nothing_left = {
  en: 'It has been undone already, or there is nothing to undo.',
  fr: 'C’est déjà annulé, ou il n’y a rien à annuler.',
};

/** Keeps bulks going on this server, also those that a server before it left unfinished. */
export function startWorking(
  { database, clock, signals }: { database: Database; clock: () => Date; signals: Signals },
  failed: (error: unknown) => void,
): { stop: () => Promise<void> } {
  const { look, stop } = keepLooking(
    goes_on =>
      // What failed is due again.
      workOn({ database, clock, failed, goes_on }).catch(error => (failed(error), clock())),
    clock,
  );
  signals.join(['desk'], ({ kind }) => kind === 'bulk_asked' && look());
  return { stop };
}
