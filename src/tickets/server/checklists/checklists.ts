import type { z } from 'zod';
import { keepersOfSchools } from '#accounts/rules/policy.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import { notFound, notValid } from '#platform/refusals.ts';
import type {
  Checklist,
  ChecklistChange,
  Checklists,
  ItemText,
  ListedItem,
  NewChecklist,
} from '../../rules/tasks/checklist.ts';
import { tellSetting } from '../telling-settings.ts';
import {
  insertChecklist,
  nameTaken,
  selectChecklist,
  selectChecklists,
  updateChecklist,
  type ChecklistRow,
} from './store.ts';

/** The deeds on checklists: what belongs to a kind of ticket. Tickets that have them already keep what they have. */

const shown = ({ id, name, categories, items }: ChecklistRow): Checklist => ({ id, name, categories, items });

/** All of them, by name. */
export async function listChecklists(ctx: Ctx): Promise<Checklists> {
  const rows = await selectChecklists(ctx);
  return { items: rows.map(shown), can: { change: keepersOfSchools(ctx.who) } };
}

/** Refused when another is called so. */
export async function addChecklist(ctx: Ctx, given: z.output<typeof NewChecklist>): Promise<Checklist> {
  await checkName(ctx, given.name);
  const row = await insertChecklist(ctx, { ...given, items: itemsOf(given.items) });
  await tell(ctx, 'checklist_added', row);
  return shown(row);
}

/** Changes what is given; `removed: false` brings it back. Refuses not_found, not_valid when the name is taken. */
export async function changeChecklist(
  ctx: Ctx,
  id: number,
  { removed, items, ...change }: z.output<typeof ChecklistChange>,
): Promise<Checklist> {
  const before = await selectChecklist(ctx, id);
  if (!before || (before.removed_at && removed === undefined)) throw notFound();
  await checkName(ctx, change.name ?? before.name, id);
  const row = await updateChecklist(ctx, id, {
    ...change,
    ...(items && { items: itemsOf(items) }),
    ...(removed === false && { removed_at: null }),
  });
  await tell(ctx, before.removed_at ? 'checklist_restored' : 'checklist_changed', row);
  return shown(row);
}

/** Removes it: no ticket gets it any more. It can be brought back. Twice is once. */
export async function removeChecklist(ctx: Ctx, id: number): Promise<Checklist> {
  const before = await selectChecklist(ctx, id);
  if (!before) throw notFound();
  if (before.removed_at) return shown(before);
  const row = await updateChecklist(ctx, id, { removed_at: ctx.now });
  await tell(ctx, 'checklist_removed', row);
  return shown(row);
}

async function checkName(ctx: Ctx, name: string, but?: number): Promise<void> {
  if (await nameTaken(ctx, name, but))
    throw notValid('name', {
      en: 'There is a checklist with this name already. Please choose another.',
      fr: 'Une liste porte déjà ce nom. Veuillez en choisir un autre.',
    });
}

/** What is written once is so in both languages. */
const itemsOf = (items: readonly { text: ItemText; required_before_solving: boolean }[]): ListedItem[] =>
  items.map(({ text, required_before_solving }) => ({
    text: typeof text === 'string' ? { en: text, fr: text } : text,
    required_before_solving,
  }));

const tell = (ctx: Ctx, kind: string, { id, name }: ChecklistRow) =>
  tellSetting(ctx, 'checklists', kind, { checklist: id, list: name });
