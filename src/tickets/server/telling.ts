import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed, type Facts } from '#accounts/server/story/story.ts';
import type { TicketRow } from './tables.ts';

interface Told {
  kind: string;
  audience: 'school' | 'desk';
  facts?: Facts;
  /** What only the desk may read of the same deed: a line of its own. */
  inside?: Facts;
}

/** Writes a deed on a ticket into the story. What the school may not read never stands in a line that it can. */
export function tellDeed(
  ctx: Ctx,
  ticket: Pick<TicketRow, 'number' | 'school_id'>,
  told: Told,
): Promise<void> {
  const place = { ticket_number: ticket.number, school_id: ticket.school_id };
  const line = { ...place, kind: told.kind, audience: told.audience, facts: told.facts ?? {} };
  const inside = told.inside && Object.keys(told.inside).length > 0;
  return recordDeed(
    ctx,
    line,
    ...(inside ? [{ ...place, kind: 'inside', audience: 'desk' as const, facts: told.inside! }] : []),
  );
}
