import { Readable } from 'node:stream';
import { actorOf, type Ctx } from '#accounts/server/acting.ts';
import { deskPerson } from '#accounts/server/accounts.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import type { Database } from '#platform/db/database.ts';
import type { Storage } from '#platform/files/storage.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { GroupBy, SortBy } from '#tickets/rules/lists/asking.ts';
import { filtersOf } from '#tickets/rules/lists/view.ts';
import { selectListed, selectNumbers } from '#tickets/server/listed.ts';
import { writingOf } from '../../rules/exports/cells.ts';
import {
  claimExport,
  endExport,
  failExport,
  filesNamed,
  forgetExports,
  releaseExport,
  touchExport,
} from './store.ts';
import { export_limits } from '../../rules/exports/export.ts';
import type { ExportRow } from './tables.ts';

/** Exports are written here, beside the requests: a part of the rows at a time, as fast as the disk takes them. */

export interface Grounds {
  database: Database;
  storage: Storage;
  clock: () => Date;
  /** Whether the server stops: what is under way is left to be begun anew. */
  stopped?: () => boolean;
}

const software = actorOf({ side: 'system', job: 'exports' });

/** A server that has said nothing for so long does not work on it any more. */
const patience_ms = 60_000;
const tickets_at_once = 500;
/** Pages that are open hear of the progress after so many parts. */
const parts_told = 4;

/** The person took it back, or the server stops: no failure. */
class Interrupted extends Error {}

/** Writes all exports that wait, one after the other, then removes from the disk what no row names any more. */
export async function exportWaiting(grounds: Grounds, failed: (error: unknown) => void): Promise<void> {
  const { database, clock, stopped } = grounds;
  while (!stopped?.()) {
    const left = new Date(clock().getTime() - patience_ms);
    const row = await database.transact(software, db => claimExport(db, clock(), left));
    if (!row) break;
    await writeOne(grounds, row, failed);
  }
  await tidyDisk(grounds);
}

async function writeOne(grounds: Grounds, row: ExportRow, failed: (error: unknown) => void): Promise<void> {
  try {
    await write(grounds, row);
  } catch (error) {
    if (error instanceof Interrupted)
      return void (await grounds.database.transact(software, db => releaseExport(db, row.id)));
    failed(error);
    await grounds.database.transact(software, async db => {
      await failExport(db, row.id, grounds.clock());
      await sendSignal(db, { to: `person:${row.person_id}`, kind: 'exports' });
    });
  }
}

/**
 * The list is fixed when it begins (which tickets, and their order); each ticket is written as it is when its part is
 * read. No transaction lasts longer than a part: the embedded database has one session for everybody.
 */
async function write({ database, storage, clock, stopped }: Grounds, row: ExportRow): Promise<void> {
  const { id, person_id, session_id, token_id, lang, query, columns, format } = row;
  const who = await deskPerson(database.owner, person_id, { session_id, token_id });
  if (!who) throw new Error('the person who asked for an export has left');
  const as = <T>(work: (ctx: Ctx) => Promise<T>) =>
    database.transact(actorOf(who), db => work({ who, db, now: clock(), lang, code_wall: true }));
  const told = async (ctx: Ctx, progress: { total?: number; done: number }) => {
    if (stopped?.() || !(await touchExport(ctx, id, progress))) throw new Interrupted();
  };
  const tell = ({ db }: Ctx) => sendSignal(db, { to: `person:${person_id}`, kind: 'exports' });

  const numbers = await as(async ctx => {
    const { sort, group } = query;
    const order = { sort: SortBy.optional().parse(sort), group: GroupBy.optional().parse(group) };
    const found = await selectNumbers(ctx, filtersOf(query), order);
    await told(ctx, { total: found.length, done: 0 });
    await tell(ctx);
    return found;
  });
  const writing = writingOf(format, columns, { zone: who.zone, lang });
  let written = 0;
  let of_rights = false;
  async function* text() {
    yield writing.begin;
    for (let from = 0; from < numbers.length; from += tickets_at_once) {
      const part = numbers.subarray(from, from + tickets_at_once);
      const rows = await as(async ctx => {
        await told(ctx, { done: from });
        if ((from / tickets_at_once) % parts_told === 0) await tell(ctx);
        return selectListed(ctx, part);
      });
      const places = new Map(rows.map(ticket => [ticket.number, ticket]));
      let lines = '';
      for (const number of part) {
        const ticket = places.get(number);
        if (!ticket) continue;
        of_rights ||= ticket.request === 'rights';
        lines += writing.ticket(ticket, written++);
      }
      if (lines) yield lines;
    }
    if (writing.end) yield writing.end;
  }
  const kept = await storage.keep(Readable.from(text(), { objectMode: false }));
  await as(async ctx => {
    const [mine] = await endExport(ctx, id, { outcome: 'ready', ...kept, done: written, of_rights });
    if (!mine) return; // cancelled with the last line: the file goes when the disk is tidied
    const facts = { count: written, format, columns: columns.join(','), query: JSON.stringify(query) };
    await tell(ctx);
    await recordDeed(ctx, { kind: 'exported', audience: 'desk', facts });
  });
}

/** Removes files that no row names: of exports that were removed or forgotten, or cut off at their last step. */
async function tidyDisk({ database, storage }: Grounds): Promise<void> {
  const there = await storage.list(); // looked at before the rows are
  const named = there.length > 0 && (await database.transact(software, filesNamed));
  if (named) for (const sha256 of there) if (!named.has(sha256)) await storage.drop(sha256);
}

/** Nightly: exports of more than a day go, rows and files. */
export async function tidyExports(grounds: Grounds): Promise<void> {
  const before = new Date(grounds.clock().getTime() - export_limits.kept_hours * 3_600_000);
  await grounds.database.transact(software, db => forgetExports(db, before));
  await tidyDisk(grounds);
}
