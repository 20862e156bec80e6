import type { z } from 'zod';
import { readsInside, type Ctx } from '#accounts/server/acting.ts';
import { notValid } from '#platform/refusals.ts';
import type { Group } from '../rules/lists/order.ts';
import type { Ticket } from '../rules/ticket.ts';
import type { Counts, Filters, GroupCounts, GroupsQuery, ListQuery } from '../rules/lists/asking.ts';
import { en } from '../rules/words/en.ts';
import { fr } from '../rules/words/fr.ts';
import { countsOf, ticketOf } from './shapes.ts';
import { selectCounts, selectGroups, selectTickets, type After, type GroupRow } from './views.ts';

/** A page of the tickets that one may see: newest activity first by cursor, or by place in the order asked for. */
export async function listTickets(
  ctx: Ctx,
  { cursor, limit, offset, sort, group, ...filters }: z.output<typeof ListQuery>,
): Promise<{ items: Ticket[]; next: string | null }> {
  refuseTeams(ctx, sort, group);
  const by_place = offset !== undefined || sort !== undefined || group !== undefined;
  if (by_place && cursor !== undefined)
    throw notValid('cursor', {
      en: 'A cursor goes with no offset, sort or group.',
      fr: 'Un curseur ne va pas avec un décalage, un tri ou un groupe.',
    });
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const rows = await selectTickets(ctx, filters, { limit, after, offset, sort, group });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(row => ticketOf(ctx, row)),
    next: !by_place && rows.length > limit && last ? writeCursor(last) : null,
  };
}

/** How many tickets the same filters hold: the list's own numbers. */
export const countTickets = async (ctx: Ctx, filters: Filters): Promise<Counts> =>
  countsOf(await selectCounts(ctx, filters));

/** The groups of the same filters in the list's order; their counts add up to the list's total. */
export async function groupTickets(
  ctx: Ctx,
  { by, ...filters }: z.output<typeof GroupsQuery>,
): Promise<GroupCounts> {
  refuseTeams(ctx, by);
  const rows = await selectGroups(ctx, filters, by);
  return { items: rows.map(row => ({ key: keyOf(row), name: nameOf(ctx, by, row), count: row.count })) };
}

/** A school knows of no team, so its list is in no order of theirs. */
function refuseTeams(ctx: Ctx, ...orders: (string | undefined)[]): void {
  if (orders.some(order => order?.endsWith('team')) && !readsInside(ctx))
    throw notValid('sort', {
      en: 'A school’s list has no such order.',
      fr: 'La liste d’une école n’a pas cet ordre.',
    });
}

const keyOf = ({ key }: GroupRow): string => (key === null ? 'none' : String(key));

const no_group = {
  assignee: { en: 'Nobody has it', fr: 'Personne ne l’a' },
  team: { en: 'No team', fr: 'Sans équipe' },
  court: { en: 'Ended', fr: 'Terminé' },
};

/** A group of our own words is called so in the reader's language. */
function nameOf({ lang }: Ctx, by: Group, { key, name }: GroupRow): string {
  if (key === null) return no_group[by as keyof typeof no_group]?.[lang] ?? '';
  const words = { en, fr }[lang];
  const called = {
    state: words.states,
    court: words.courts,
    category: words.categories,
    priority: words.priorities,
  }[by as string] as Record<string, string> | undefined;
  return name ?? called?.[key] ?? String(key);
}

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
