import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed, type Facts } from '#accounts/server/story/story.ts';
import type { TicketPatch } from './store.ts';
import type { TicketRow } from './tables.ts';
import { insertChange } from './undo/store.ts';
import type { ways } from './undo/ways.ts';

interface Told {
  kind: string;
  audience: 'school' | 'desk';
  facts?: Facts;
  /** What only the desk may read of the same deed: a line of its own. */
  inside?: Facts;
  /** What can be taken back of it: the ticket's row as it was with the patch made on it, or any way's two states. */
  undo?:
    | { was: TicketRow; patch: TicketPatch }
    | { way: Exclude<keyof typeof ways, 'ticket'>; before: object; after: object };
}

/**
 * Writes a deed on a ticket into the story. What the school may not read never stands in a line that it can, and of a
 * ticket inside it reads none (the database holds that too).
 */
export async function tellDeed(
  ctx: Ctx,
  ticket: Pick<TicketRow, 'number' | 'school_id'> & { inside?: boolean },
  told: Told,
): Promise<void> {
  const place = { ticket_number: ticket.number, school_id: ticket.school_id };
  const line = {
    ...place,
    kind: told.kind,
    audience: ticket.inside ? ('desk' as const) : told.audience,
    facts: told.facts ?? {},
  };
  const inside = told.inside && Object.keys(told.inside).length > 0;
  const [position] = await recordDeed(
    ctx,
    line,
    ...(inside ? [{ ...place, kind: 'inside', audience: 'desk' as const, facts: told.inside! }] : []),
  );
  if (told.undo) await insertChange(ctx, ticket, position!, changeOf(told.undo));
}

function changeOf(undo: NonNullable<Told['undo']>) {
  if ('way' in undo) return undo;
  const before = Object.fromEntries(
    Object.keys(undo.patch).map(field => [field, undo.was[field as keyof TicketRow]]),
  );
  return { way: 'ticket', before, after: undo.patch };
}
