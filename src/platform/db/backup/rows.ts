import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { quoted, type Table } from './catalog.ts';
import { partName, partsPrefix } from './manifest.ts';
import type { ArchiveReader } from './reading.ts';
import type { ArchiveWriter } from './writing.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** How many rows are fetched at once, and about how long a part's lines are: what is held in memory of any table. */
const rows_fetched = 200;
const part_length = 1 << 20;

/** Values as text, in the one spelling that every PostgreSQL since 15 writes and reads. */
export const spelling = sql.raw(`
  set local datestyle to 'ISO, YMD'; set local intervalstyle to 'postgres'; set local timezone to 'UTC';
  set local bytea_output to 'hex'; set local extra_float_digits to 1; set local xmloption to 'content'`);

export interface Summary {
  columns: string[];
  rows: number;
  sha256: string;
}

/** Writes a table's rows as JSON lines, in packed parts. */
export async function saveRows(db: Db, archive: ArchiveWriter, table: Table): Promise<Summary> {
  let parts = 0;
  let lines = '';
  const keep = async () => archive.addBytes(partName(table.name, ++parts), await pack(lines));
  const summary = await summaryOf(db, table, async line => {
    lines += line;
    if (lines.length < part_length) return;
    await keep();
    lines = '';
  });
  if (lines !== '') await keep();
  return summary;
}

/** Reads a table's rows to the end, line by line: how many there are, and the hash of all of them. */
export async function summaryOf(
  db: Db,
  table: Table,
  each: (line: string) => Promise<void> = async () => {},
): Promise<Summary> {
  const hash = createHash('sha256');
  let rows = 0;
  for await (const line of linesOf(db, table)) {
    hash.update(line);
    rows += 1;
    await each(line);
  }
  return { columns: table.columns.map(({ name }) => name), rows, sha256: hash.digest('hex') };
}

async function* linesOf(db: Db, table: Table): AsyncGenerator<string> {
  const values = table.columns.map(({ name }) => `${quoted(name)}::text as ${quoted(name)}`).join(', ');
  await db.execute(
    sql.raw(
      `declare walk no scroll cursor for select ${values} from ${quoted(table.name)} order by ${orderOf(table)}`,
    ),
  );
  for (;;) {
    const { rows } = await db.execute(sql.raw(`fetch ${rows_fetched} from walk`));
    if (rows.length === 0) break;
    for (const row of rows) yield `${JSON.stringify(row)}\n`;
  }
  await db.execute(sql.raw('close walk'));
}

/** By the primary key, and texts by their bytes, so that the order is the same whatever the server's collation. */
function orderOf({ name, columns }: Table): string {
  const of = (column: string) => `${quoted(name)}.${quoted(column)}`; // else the text of the same name is meant
  const key = columns.filter(column => column.key);
  if (key.length === 0) return columns.map(column => `${of(column.name)}::text collate "C"`).join(', ');
  return key.map(column => (column.collated ? `${of(column.name)} collate "C"` : of(column.name))).join(', ');
}

/** A table's lines as they were saved, a part at a time. */
export async function* savedLines(archive: ArchiveReader, table: string): AsyncGenerator<string> {
  for (const name of archive.entries.keys())
    if (name.startsWith(partsPrefix(table))) yield (await unpack(await archive.bytes(name))).toString('utf8');
}

/** Puts a table's saved rows in, with the numbers they had. */
export async function loadRows(db: Db, archive: ArchiveReader, table: Table): Promise<void> {
  const names = table.columns.map(({ name }) => quoted(name));
  const typed = table.columns.map(({ name, type }) => `${quoted(name)}::${type}`);
  const insert = sql.raw(`insert into ${quoted(table.name)} (${names.join(', ')}) overriding system value
    select ${typed.join(', ')}`);
  const shape = sql.raw(names.map(name => `${name} text`).join(', '));
  for await (const lines of savedLines(archive, table.name)) {
    const list = `[${lines.trimEnd().replaceAll('\n', ',')}]`; // JSON has no bare line ends inside
    await db.execute(sql`${insert} from json_to_recordset(${list}::json) as row(${shape})`);
  }
}
