import type { z } from 'zod';
import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { notFound, notNow } from '#platform/refusals.ts';
import { moment } from '#sla/rules/moments.ts';
import { export_limits, type Export, type NewExport } from '../../rules/exports/export.ts';
import { endExport, insertExport, selectExport, selectExports } from './store.ts';
import type { ExportRow } from './tables.ts';

/** The deeds on exports: each person of the desk has her own, and sees nobody else's. */

const hour_ms = 3_600_000;

function exportOf(ctx: Ctx, row: ExportRow): Export {
  const { id, name, format, done, total, size, asked_at } = row;
  const seen = seenBy(ctx);
  return {
    ...{ id, name, format, done, total, size },
    state: row.outcome ?? (row.touched_at ? 'running' : 'waiting'),
    asked: moment(asked_at, seen),
    kept_until: moment(new Date(asked_at.getTime() + export_limits.kept_hours * hour_ms), seen),
  };
}

/** One's own exports of the last day, newest first. */
export const listExports = async (ctx: Ctx): Promise<{ items: Export[] }> => ({
  items: (await selectExports(ctx)).map(row => exportOf(ctx, row)),
});

/** A person's own export; not_found when it is another's, or gone. */
export const exportOne = async (ctx: Ctx, id: string): Promise<Export> => exportOf(ctx, await own(ctx, id));

export async function own(ctx: Ctx, id: string): Promise<ExportRow> {
  const row = await selectExport(ctx, id);
  if (!row) throw notFound();
  return row;
}

/**
 * Asks for a file of a list as its person sees it. It is written beside the requests; its line of the story says what
 * was exported and how many, once it is whole. Refuses not_now beyond twenty in a day.
 */
export async function askForExport(ctx: Ctx, asked: z.output<typeof NewExport>): Promise<Export> {
  const before = await selectExports(ctx);
  if (before.length >= export_limits.of_a_person)
    throw notNow({
      en: `At most ${export_limits.of_a_person} exports are kept. Please remove one first.`,
      fr: `Au plus ${export_limits.of_a_person} exportations sont gardées. Veuillez d’abord en retirer une.`,
    });
  const row = await insertExport(ctx, asked);
  await wakeExporting(ctx);
  return exportOf(ctx, row);
}

/** Cancels what is under way, removes what has ended. Twice is once: then it is not there any more. */
export async function removeExport(ctx: Ctx, id: string): Promise<Export> {
  const row = await own(ctx, id);
  const outcome = row.outcome === null ? 'cancelled' : 'removed';
  await endExport(ctx, id, { outcome });
  await wakeExporting(ctx);
  const { now } = ctx;
  return exportOf(ctx, { ...row, outcome, ended_at: now, sha256: null, size: null });
}

/** Tells the servers that there is something to write or to tidy, and the person's other pages. */
const wakeExporting = ({ db }: Ctx) => sendSignal(db, { to: 'desk', kind: 'exports' });
