import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { notValid } from '#platform/refusals.ts';
import type { Systems, SystemsChange } from '../rules/notice.ts';
import { keepsSystems } from '../rules/policy.ts';
import { holdSystems, insertSystem, selectSystems, updateSystem } from './store.ts';

/** The list of what a notice may be about. */
export async function listSystems(ctx: Ctx): Promise<Systems> {
  const items = await selectSystems(ctx);
  return {
    items: items.map(item => ({ ...item, name: item[`name_${ctx.lang}`] })),
    can: { change: keepsSystems(ctx.who) },
  };
}

/** Keeps the whole list: what is left out is offered no more, and stays with what was told of it. Refuses not_valid. */
export async function setSystems(ctx: Ctx, { items }: SystemsChange): Promise<Systems> {
  const before = await holdSystems(ctx);
  const kept = new Set(items.map(({ id }) => id));
  const strange = items.findIndex(({ id }) => id !== undefined && !before.some(each => each.id === id));
  if (strange >= 0) throw notValid(`items.${strange}.id`, no_system);
  for (const [at, { id, ...names }] of items.entries())
    await (id === undefined
      ? insertSystem(ctx, { ...names, place: at + 1 })
      : updateSystem(ctx, id, { ...names, place: at + 1, removed_at: null }));
  for (const { id, removed_at } of before)
    if (!removed_at && !kept.has(id)) await updateSystem(ctx, id, { removed_at: ctx.now });
  await recordDeed(ctx, { kind: 'status_systems_set', audience: 'desk' });
  return listSystems(ctx);
}

const no_system = { en: 'There is no such system.', fr: 'Ce système n’existe pas.' };
