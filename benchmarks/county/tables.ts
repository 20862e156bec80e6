import type pg from 'pg';

/** A row as JSON: instants as texts, a text search vector as its words. */
export type Row = Record<string, unknown>;

const at_once = 400;

/** Rows into a table, some hundreds with each statement. A column that a row leaves out is null there. */
export async function insertRows(client: pg.ClientBase, table: string, rows: readonly Row[]): Promise<void> {
  const columns = [...new Set(rows.flatMap(row => Object.keys(row)))].join(', ');
  for (let from = 0; from < rows.length; from += at_once)
    await client.query(
      `insert into ${table} (${columns}) overriding system value
       select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
      [JSON.stringify(rows.slice(from, from + at_once))],
    );
}

/** Does bulk work on tables without their indexes, and makes these again after it: many times quicker. */
export async function withoutIndexes(
  client: pg.ClientBase,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const { rows } = await client.query<{ name: string; made_by: string }>(
    `select indexname as name, indexdef as made_by from pg_indexes
     where tablename = any($1) and indexname not in (select conname from pg_constraint)`,
    [tables],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  await work();
  for (const { made_by } of rows) await client.query(made_by);
}

/** After rows with numbers of their own: the next one follows them. */
export async function continueNumbers(client: pg.ClientBase, table: string, column: string): Promise<void> {
  await client.query(
    `select setval(pg_get_serial_sequence('${table}', '${column}'), greatest((select max(${column}) from ${table}), 1))`,
  );
}
