import { keepersOfSchools } from '#accounts/rules/policy.ts';
import type { Person } from '#accounts/rules/who.ts';
import { deskPerson } from '#accounts/server/accounts.ts';
import { actorOf, type Ctx } from '#accounts/server/acting.ts';
import { sqlState, type Database } from '#platform/db/database.ts';
import type { Storage } from '#platform/files/storage.ts';
import { keepLooking } from '#platform/jobs/looking.ts';
import type { Signals } from '#platform/live/signals.ts';
import { Refusal } from '#platform/refusals.ts';
import type { Words } from '#platform/schemas.ts';
import { import_limits } from '../../rules/importing/kinds.ts';
import { doImport } from './doing.ts';
import { tellImports } from './importing.ts';
import { Interrupted, lookAtLines } from './looking.ts';
import { claimImport, filesNamed, forgetImports, touchImport } from './store.ts';
import type { ImportRow } from './tables.ts';

/** Imports go on here, beside the requests: their lines are looked at, and then done. */

export interface Grounds {
  database: Database;
  storage: Storage;
  clock: () => Date;
  /** Whether the server stops: what is under way is left to be begun anew. */
  stopped?: () => boolean;
}

const software = actorOf({ side: 'system', job: 'imports' });

/** A server that has said nothing for so long does not work on it any more. */
const patience_ms = 60_000;

/** Goes on with all imports that wait, then removes the files of those that have ended. */
export async function importWaiting(grounds: Grounds, failed: (error: unknown) => void): Promise<void> {
  const { database, clock, stopped } = grounds;
  while (!stopped?.()) {
    const left = new Date(clock().getTime() - patience_ms);
    const row = await database.transact(software, db => claimImport(db, clock(), left));
    if (!row) break;
    await goOnWithOne(grounds, row, failed);
  }
  await dropEnded(grounds);
}

async function goOnWithOne(
  grounds: Grounds,
  row: ImportRow,
  failed: (error: unknown) => void,
): Promise<void> {
  const { database, clock } = grounds;
  try {
    const who = await keeperOf(grounds, row);
    const as = <T>(work: (ctx: Ctx) => Promise<T>) =>
      database.transact(actorOf(who), db => work({ who, db, now: clock(), lang: row.lang, code_wall: true }));
    if (row.state === 'reading') await lookAtLines(grounds, row, as);
    else await as(ctx => doImport(ctx, row));
  } catch (error) {
    const interrupted = error instanceof Interrupted;
    const trouble = interrupted ? null : troubleOf(error);
    if (trouble === could_not) failed(error);
    const back = row.state === 'reading' ? ('mapping' as const) : ('ready' as const);
    await database.transact(software, db =>
      touchImport(db, row, { touched_at: null, ...(!interrupted && { state: back, trouble }) }),
    );
  }
  await database.transact(software, db => tellImports({ db }));
}

/** Whoever asked for it, if she still keeps the schools. */
async function keeperOf(
  { database }: Grounds,
  { person_id, session_id, token_id }: ImportRow,
): Promise<Person> {
  const who = await deskPerson(database.owner, person_id, { session_id, token_id });
  if (!who || !keepersOfSchools(who)) throw new Refusal('not_allowed', keeper_gone);
  return who;
}

function troubleOf(error: unknown): Words {
  if (error instanceof Refusal) return error.sentence;
  return sqlState(error) === '23505' ? taken_meanwhile : could_not;
}

const keeper_gone = {
  en: 'Whoever asked for it no longer keeps the schools.',
  fr: 'Qui l’a demandé ne tient plus les écoles.',
};
const taken_meanwhile = {
  en: 'Somebody has just added one of these. Nothing was imported; look at the lines again.',
  fr: 'Quelqu’un vient d’ajouter une de ces entrées. Rien n’a été importé; revoyez les lignes.',
};
const could_not = {
  en: 'The server could not do it. Nothing was imported; please try again.',
  fr: 'Le serveur n’a pas pu le faire. Rien n’a été importé; veuillez réessayer.',
};

/** Files are needed as long as their import is open. */
async function dropEnded({ database, storage }: Grounds, more: readonly string[] = []): Promise<void> {
  const { ended, open } = await database.transact(software, filesNamed);
  for (const sha256 of [...ended, ...more]) if (!open.includes(sha256)) await storage.drop(sha256);
}

/** Nightly: imports of more than a day go, with their lines and files. */
export async function tidyImports(grounds: Grounds): Promise<void> {
  const before = new Date(grounds.clock().getTime() - import_limits.kept_hours * 3_600_000);
  await dropEnded(grounds, await grounds.database.transact(software, db => forgetImports(db, before)));
}

/** When the server starts, before any file can arrive: those that a crash left without an import. */
async function dropLeft({ database, storage }: Grounds): Promise<void> {
  const { open } = await database.transact(software, filesNamed);
  for (const sha256 of await storage.list()) if (!open.includes(sha256)) await storage.drop(sha256);
}

/** Keeps imports going on this server: at once when one is asked for, and what another server has left. */
export function startImporting(
  { signals, ...grounds }: Omit<Grounds, 'stopped'> & { signals: Signals },
  failed: (error: unknown) => void,
): { stop: () => Promise<void> } {
  const began = dropLeft(grounds).catch(failed);
  const { look, stop } = keepLooking(async goes_on => {
    await began;
    await importWaiting({ ...grounds, stopped: () => !goes_on() }, failed).catch(failed);
    return null;
  }, grounds.clock);
  signals.join(['desk'], ({ kind }) => kind === 'imports' && look());
  return { stop };
}
