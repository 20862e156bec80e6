import { and, eq, getTableColumns, inArray } from 'drizzle-orm';
import type { AnyPgColumn, AnyPgTable } from 'drizzle-orm/pg-core';
import type { Ctx } from '#accounts/server/acting.ts';
import type { Way } from './way.ts';

/** Rows beside a ticket, by their id: the columns that a deed changed, before it and after it. */
export interface ChangedRows {
  rows: ({ id: number } & Record<string, unknown>)[];
}

type TableOfTicket = AnyPgTable & { id: AnyPgColumn; ticket_number: AnyPgColumn };

/** A change of rows that belong to a ticket and are the desk's alone. */
export const rowsWay = (table: TableOfTicket): Way<ChangedRows> => ({
  async stillSo({ db }, { number }, { rows }) {
    const there = await db
      .select(getTableColumns(table))
      .from(table)
      .where(and(eq(table.ticket_number, number), inArray(table.id, [0, ...rows.map(({ id }) => id)])));
    const now = new Map(there.map(row => [row['id'] as number, row]));
    return rows.every(row =>
      Object.entries(row).every(([name, value]) => plain(now.get(row.id)?.[name]) === plain(value)),
    );
  },
  async putBack(ctx, { number }, { rows }) {
    for (const { id, ...columns } of rows) await writeBack(ctx, table, { number, id, columns });
    return { audience: 'desk' };
  },
});

const writeBack = (
  { db }: Ctx,
  table: TableOfTicket,
  { number, id, columns }: { number: number; id: number; columns: Record<string, unknown> },
) =>
  db
    .update(table)
    .set(withInstants(table, columns))
    .where(and(eq(table.ticket_number, number), eq(table.id, id)));

/** Instants are kept as text. */
const withInstants = (table: TableOfTicket, columns: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [
      name,
      typeof value === 'string' && getTableColumns(table)[name]?.dataType === 'date'
        ? new Date(value)
        : value,
    ]),
  );

const plain = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : (value ?? null));

/** What an undo needs of rows that a deed changed: each column that it set, as it was and as it is. */
export function changed<Row extends { id: number }>(
  before: readonly Row[],
  set: Partial<Omit<Row, 'id'>>,
): { before: ChangedRows; after: ChangedRows } {
  const was = (row: Row) =>
    Object.fromEntries(Object.keys(set).map(name => [name, row[name as keyof Row] ?? null]));
  return {
    before: { rows: before.map(row => ({ ...was(row), id: row.id })) },
    after: { rows: before.map(({ id }) => ({ ...set, id })) },
  };
}
