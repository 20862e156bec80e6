import type { z } from 'zod';
import type { Ctx } from '#accounts/server/acting.ts';
import { notValid } from '#platform/refusals.ts';
import type { Counts, Filters, ListQuery, Ticket } from '../rules/ticket.ts';
import { countsOf, ticketOf } from './shapes.ts';
import { selectCounts, selectTickets, type After } from './views.ts';

/** A page of the tickets that one may see, newest activity first. */
export async function listTickets(
  ctx: Ctx,
  { cursor, limit, ...filters }: z.output<typeof ListQuery>,
): Promise<{ items: Ticket[]; next: string | null }> {
  const rows = await selectTickets(ctx, filters, {
    limit,
    after: cursor === undefined ? undefined : readCursor(cursor),
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(row => ticketOf(ctx, row)),
    next: rows.length > limit && last ? writeCursor(last) : null,
  };
}

/** How many tickets the same filters hold: the list's own numbers. */
export const countTickets = async (ctx: Ctx, filters: Filters): Promise<Counts> =>
  countsOf(await selectCounts(ctx, filters));

const writeCursor = ({ last_activity_at, number }: After): string =>
  Buffer.from(`${last_activity_at.getTime()}.${number}`).toString('base64url');

function readCursor(cursor: string): After {
  const match = /^(\d{1,13})\.(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (!match)
    throw notValid('cursor', {
      en: 'This is not a cursor of this list.',
      fr: 'Ce n’est pas un curseur de cette liste.',
    });
  return { last_activity_at: new Date(Number(match[1])), number: Number(match[2]) };
}
