import { keepersOfSchools } from '#accounts/rules/policy.ts';
import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { notNow } from '#platform/refusals.ts';
import { moment } from '#sla/rules/moments.ts';
import type { Publication } from '../../rules/statements/statement.ts';
import { holdSwitch, insertSwitch, lastSwitch } from './store.ts';

/** Whether everybody may read how fast the desk is, and who has said so. */
export async function seePublication(ctx: Ctx): Promise<Publication> {
  const last = await lastSwitch(ctx.db);
  return {
    shown: last?.shown ?? false,
    version: last?.id ?? 0,
    said: last ? { by: last.by, at: moment(last.said_at, seenBy(ctx)) } : null,
    can: { change: keepersOfSchools(ctx.who) },
  };
}

/** Shows or hides the public page. What is so already stays; refuses not_now when somebody has switched since `version`. */
export async function publish(
  ctx: Ctx,
  { shown, version }: { shown: boolean; version: number },
): Promise<Publication> {
  const { db, who, now } = ctx;
  await holdSwitch(db);
  const last = await lastSwitch(db);
  if ((last?.id ?? 0) !== version) throw notNow(switchedSince);
  if ((last?.shown ?? false) === shown) return seePublication(ctx);
  await insertSwitch(db, { shown, said_by: who.person_id, said_at: now });
  await recordDeed(ctx, { kind: shown ? 'how_fast_shown' : 'how_fast_hidden', audience: 'desk' });
  return seePublication(ctx);
}

const switchedSince = {
  en: 'Somebody has switched this since you opened it. Look at it again.',
  fr: 'Quelqu’un l’a changé depuis que vous l’avez ouvert. Regardez de nouveau.',
};
