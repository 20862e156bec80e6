import type { Ctx } from '#accounts/server/acting.ts';
import type { Facts } from '#accounts/server/story/story.ts';
import { teamName } from '../handing/giving.ts';
import { agentName } from '../people.ts';
import { updateTicket, type TicketPatch } from '../store.ts';
import type { TicketRow } from '../tables.ts';
import type { Way } from './way.ts';

/** A change of the ticket's own row: `before` and `after` are its columns. */
export const row_way: Way<TicketPatch> = {
  stillSo: (_ctx, ticket, after) =>
    Object.entries(withInstants(after)).every(
      ([field, value]) => plain(ticket[field as keyof TicketRow]) === plain(value),
    ),
  async putBack(ctx, ticket, given) {
    const before = withInstants(given);
    const told = await factsOf(ctx, ticket, before);
    await updateTicket(ctx, ticket.number, before);
    // Where all of it is the desk's own, a school does not hear that there was anything.
    const hidden = Object.keys(told.facts).length === 0;
    return hidden ? { audience: 'desk', facts: told.inside } : { audience: 'school', ...told };
  },
};

/** Instants are kept as text. */
const withInstants = (patch: TicketPatch): TicketPatch =>
  patch.ended_at ? { ...patch, ended_at: new Date(patch.ended_at) } : patch;

const plain = (value: unknown) => (value instanceof Date ? value.toISOString() : value);

const for_the_desk: readonly string[] = ['minutes', 'level2_reference'];
const untold: readonly string[] = ['ended_at', 'reopen_count'];

/** What the undoing changed, as the story tells it: people by name, and what is the desk's in the desk's line. */
async function factsOf(ctx: Ctx, ticket: TicketRow, before: TicketPatch) {
  const facts: Facts = {};
  const inside: Facts = {};
  for (const [field, value] of Object.entries(before)) {
    const now = ticket[field as keyof TicketRow];
    if (untold.includes(field) || plain(now) === plain(value)) continue;
    if (field === 'assignee_id') {
      facts['assignee'] = [await agentName(ctx, now as number | null), await agentName(ctx, value as number)];
      facts['assignee_id'] = [now, value]; // for those whom it concerns
    } else if (field === 'team_id') {
      inside['team'] = [
        await teamName(ctx, now as number | null),
        await teamName(ctx, value as number | null),
      ];
    } else (for_the_desk.includes(field) ? inside : facts)[field] = [now, value];
  }
  return { facts, inside };
}
