import type { Ctx } from '#accounts/server/acting.ts';
import { moment } from '#sla/rules/moments.ts';
import type { Bulk } from '../../rules/bulks/bulk.ts';
import { outcomes } from '../../rules/bulks/limits.ts';
import { undo } from '../../rules/lifecycle.ts';
import { seenBy } from '../shapes.ts';
import type { BulkRow } from './tables.ts';
import type { SeenBulk } from './views.ts';

/** Until when a bulk may be undone: as long as a deed on one ticket, from its end. */
export const undoUntil = ({ ended_at, asked_at, starts_at }: BulkRow): Date =>
  ended_at === null
    ? new Date(8.64e15)
    : new Date(
        Math.max(ended_at.getTime(), asked_at.getTime(), starts_at.getTime()) +
          undo.unless_something_happened_minutes * 60_000,
      );

export function bulkOf(ctx: Ctx, row: SeenBulk): Bulk {
  const { now } = ctx;
  const waiting = row.tally.waiting ?? 0;
  const over = row.ended_at !== null;
  const begun = row.starts_at <= now;
  return {
    id: row.id,
    steps: row.steps,
    asked: moment(row.asked_at, seenBy(ctx)),
    total: row.total,
    state: over ? 'ended' : row.undo_asked_at ? 'undoes' : begun ? 'works' : 'waits',
    starts_in_seconds: Math.max(0, Math.ceil((row.starts_at.getTime() - now.getTime()) / 1000)),
    outcomes: Object.fromEntries(outcomes.map(name => [name, row.tally[name] ?? 0])) as Bulk['outcomes'],
    waiting,
    stopped: row.stopped_at !== null,
    can: {
      stop: !over && row.undo_asked_at === null,
      undo: row.undo_asked_at === null && now <= undoUntil(row) && waiting + (row.tally.done ?? 0) > 0,
    },
  };
}
