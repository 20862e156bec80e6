import { and, or, sql, type SQL } from 'drizzle-orm';
import { readsInside, type Ctx } from '#accounts/server/acting.ts';
import { isStretch, type Stretch } from '../../rules/fields/asked.ts';
import type { Value } from '../../rules/fields/field.ts';

/** Tickets found by what their own fields hold: parts of the list's query. */

const held = (id: string, asked: Value | Stretch): SQL => {
  if (!isStretch(asked)) return sql`f.values @> ${JSON.stringify({ [id]: asked })}::jsonb`;
  const date = sql`f.values ->> ${id}::text`;
  return and(
    sql`${date} is not null`,
    asked.first ? sql`${date} >= ${asked.first}` : undefined,
    asked.last ? sql`${date} <= ${asked.last}` : undefined,
  )!;
};

/**
 * Of a query on tickets, those that hold one of these values in each of these fields, where this person may read it.
 * Dates are kept as text, which sorts as they do.
 */
export function holdingAll(
  ctx: Ctx,
  asked: ReadonlyMap<string, readonly (Value | Stretch)[]>,
  ticket: SQL,
): SQL | undefined {
  const reads = readsInside(ctx) ? sql`` : sql`and f.audience = 'school'`;
  return and(
    ...[...asked].map(
      ([id, values]) =>
        sql`exists (select from ticket_fields f where f.ticket_number = ${ticket} ${reads} and ${or(
          ...values.map(value => held(id, value)),
        )})`,
    ),
  );
}
