import { and, asc, desc, eq, gt, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm';
import { people } from '#accounts/server/accounts.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import type { Db } from '#platform/db/database.ts';
import type { Counts, LinesQuery } from '../../rules/importing/import.ts';
import type { Judged } from '../../rules/importing/verdict.ts';
import type { Line } from '../../rules/importing/sweep.ts';
import { import_lines, imports, type ImportLineRow, type ImportRow } from './tables.ts';

/** All SQL of imports and their lines. Who may see them at all is said by the routes. */

export type SeenImport = ImportRow & { begun_by_name: string };

const seen = (db: Db) =>
  db
    .select({ row: imports, begun_by_name: people.name })
    .from(imports)
    .innerJoin(people, eq(people.id, imports.begun_by));

const flat = ({ row, begun_by_name: name }: { row: ImportRow; begun_by_name: string }): SeenImport => ({
  ...row,
  begun_by_name: name,
});

/** The newest imports, whoever began them. */
export const selectImports = async ({ db }: Ctx): Promise<SeenImport[]> =>
  (await seen(db).where(ne(imports.state, 'cancelled')).orderBy(desc(imports.id)).limit(20)).map(flat);

export async function selectImport({ db }: Ctx, id: number): Promise<SeenImport | undefined> {
  const [found] = await seen(db).where(and(eq(imports.id, id), ne(imports.state, 'cancelled')));
  return found && flat(found);
}

/** The one that is open, when there is one. */
export async function openImport({ db }: Ctx): Promise<SeenImport | undefined> {
  const [found] = await seen(db).where(isNull(imports.ended_at));
  return found && flat(found);
}

const by = ({ who, lang }: Ctx) => ({
  person_id: who.person_id,
  session_id: who.session_id,
  token_id: who.token_id,
  lang,
});

export async function insertImport(
  ctx: Ctx,
  file: Pick<ImportRow, 'kind' | 'name' | 'sha256' | 'size' | 'encoding' | 'separator'>,
): Promise<number> {
  const [row] = await ctx.db
    .insert(imports)
    .values({
      ...file,
      ...by(ctx),
      columns: [],
      state: 'mapping',
      begun_by: ctx.who.person_id,
      begun_at: ctx.now,
    })
    .returning({ id: imports.id });
  return row!.id;
}

type Patch = Partial<Omit<ImportRow, 'id' | 'begun_by' | 'begun_at'>>;

/** Goes on with an import as this person, if it still is in one of these states; answers whether it was. */
export async function goOnWith(
  ctx: Ctx,
  { id, from }: { id: number; from: readonly ImportRow['state'][] },
  set: Patch,
): Promise<boolean> {
  const state = sql`${imports.state} = any (${sql.param([...from])}::text[])`;
  const { rowCount } = await ctx.db
    .update(imports)
    .set({ touched_at: null, trouble: null, ...by(ctx), ...set })
    .where(and(eq(imports.id, id), state));
  return rowCount === 1;
}

/** Says how far the work is; false when it is not in that state any more (it was cancelled). */
export async function touchImport(
  db: Db,
  { id, state }: Pick<ImportRow, 'id' | 'state'>,
  set: Patch,
): Promise<boolean> {
  const { rowCount } = await db
    .update(imports)
    .set(set)
    .where(and(eq(imports.id, id), eq(imports.state, state)));
  return rowCount === 1;
}

/** The work that nobody is at, taken: new, or left by a server that has said nothing since `left`. */
export async function claimImport(db: Db, now: Date, left: Date): Promise<ImportRow | undefined> {
  const waits = sql`${imports.state} in ('reading', 'writing')`;
  const [row] = await db
    .update(imports)
    .set({ touched_at: now })
    .where(and(waits, or(isNull(imports.touched_at), lt(imports.touched_at, left))))
    .returning();
  return row;
}

/** Those that were begun before go, with their lines; answers the hashes of their files. */
export const forgetImports = async (db: Db, before: Date): Promise<string[]> =>
  hashes(await db.delete(imports).where(lt(imports.begun_at, before)).returning({ sha256: imports.sha256 }));

/** The hashes of the files of imports that have ended, and of those that are open. */
export async function filesNamed(db: Db): Promise<{ ended: string[]; open: string[] }> {
  const named = { sha256: imports.sha256 };
  const ended = await db.select(named).from(imports).where(isNotNull(imports.ended_at));
  return {
    ended: hashes(ended),
    open: hashes(await db.select(named).from(imports).where(isNull(imports.ended_at))),
  };
}

const hashes = (rows: readonly { sha256: string }[]): string[] => rows.map(({ sha256 }) => sha256);

// Lines ---------------------------------------------------------------------

type Looked = Line & Judged;

export const insertLines = ({ db }: Pick<Ctx, 'db'>, import_id: number, lines: readonly Looked[]) =>
  db.execute(sql`
    insert into import_lines (import_id, line, cells, verdict, changes, reasons)
    select ${import_id}::integer, line, cells, verdict, changes, reasons
    from jsonb_to_recordset(${JSON.stringify(lines.map(storedOf))}::jsonb)
      as looked (line integer, cells text[], verdict text, changes jsonb, reasons jsonb)`);

/** PostgreSQL keeps neither a null character nor half of an emoji; a line with one is refused, and shown without. */
const storedOf = ({ line, cells, verdict, changes, reasons }: Looked) => ({
  ...{ line, verdict, changes, reasons },
  cells: cells.map(cell => cell.replaceAll('\0', '').toWellFormed()),
});

export const forgetLines = ({ db }: Pick<Ctx, 'db'>, import_id: number) =>
  db.delete(import_lines).where(eq(import_lines.import_id, import_id));

export const selectLines = (
  { db }: Ctx,
  import_id: number,
  { verdict, after, limit }: Pick<LinesQuery, 'verdict' | 'after' | 'limit'>,
): Promise<ImportLineRow[]> =>
  db
    .select()
    .from(import_lines)
    .where(
      and(
        eq(import_lines.import_id, import_id),
        gt(import_lines.line, after),
        verdict && eq(import_lines.verdict, verdict),
      ),
    )
    .orderBy(asc(import_lines.line))
    .limit(limit);

/** The lines that would do something, in the file's order. */
export const linesToDo = ({ db }: Ctx, import_id: number): Promise<ImportLineRow[]> =>
  db
    .select()
    .from(import_lines)
    .where(and(eq(import_lines.import_id, import_id), sql`${import_lines.verdict} in ('new', 'changed')`))
    .orderBy(asc(import_lines.line));

/** Lines that came out otherwise than they were foreseen. */
export const correctLines = ({ db }: Ctx, import_id: number, lines: readonly (Judged & { line: number })[]) =>
  db.execute(sql`
    update import_lines l set verdict = found.verdict, changes = found.changes, reasons = found.reasons
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as found (line integer, verdict text, changes jsonb, reasons jsonb)
    where l.import_id = ${import_id} and l.line = found.line`);

export async function countVerdicts({ db }: Ctx, import_id: number): Promise<Counts> {
  const rows = await db
    .select({ verdict: import_lines.verdict, count: sql<number>`count(*)`.mapWith(Number) })
    .from(import_lines)
    .where(eq(import_lines.import_id, import_id))
    .groupBy(import_lines.verdict);
  return { ...{ new: 0, changed: 0, same: 0, refused: 0 }, ...countsOf(rows) };
}

const countsOf = (rows: readonly { verdict: keyof Counts; count: number }[]): Partial<Counts> =>
  Object.fromEntries(rows.map(({ verdict, count }) => [verdict, count]));
