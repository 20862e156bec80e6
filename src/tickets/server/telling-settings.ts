import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed, type Facts } from '#accounts/server/story/story.ts';
import { sendSignal } from '#platform/live/signals.ts';

/** Of what the desk keeps for its work: the signal that open pages ask again at, and the line of the story. */
export async function tellSetting(
  ctx: Ctx,
  signal: 'checklists' | 'macros' | 'tags' | 'views',
  kind: string,
  facts: Facts,
): Promise<void> {
  await sendSignal(ctx.db, { to: 'desk', kind: signal });
  await recordDeed(ctx, { kind, audience: 'desk', facts });
}
