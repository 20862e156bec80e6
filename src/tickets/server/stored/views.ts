import type { z } from 'zod';
import { holds, type Person } from '#accounts/rules/who.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { notAllowed, notFound, notNow, notValid } from '#platform/refusals.ts';
import { seesRights } from '#accounts/rules/policy.ts';
import { viewsOf } from '../../rules/lists/order.ts';
import {
  filtersOf,
  stillTrue,
  view_limits,
  type Known,
  type NewView,
  type View,
  type ViewChange,
  type ViewCounts,
} from '../../rules/lists/view.ts';
import { askedIds } from '../../rules/fields/asked.ts';
import {
  forgetRemoved,
  holdOwner,
  insertView,
  othersOf,
  selectKnown,
  selectView,
  selectViewCounts,
  selectViews,
  updateView,
  type ViewRow,
} from './store.ts';
import { tellSetting } from '../telling-settings.ts';

/** The deeds on stored queries: each person's own, and those that are shared with the desk. */

/** How long what was removed can be brought back. */
const kept_ms = 24 * 3_600_000;

const mayChange = (who: Person, { owner, shared }: Pick<ViewRow, 'owner' | 'shared'>) =>
  owner.id === who.person_id || (shared && holds(who, 'coordinator'));

const ids = (query: Record<string, string | undefined>, part: string): number[] =>
  (query[part]?.split(',') ?? []).map(Number).filter(Number.isSafeInteger);

const knownOf = (ctx: Ctx, rows: readonly ViewRow[]): Promise<Known> =>
  selectKnown(ctx, {
    schools: rows.flatMap(row => ids(row.query, 'school')),
    agents: rows.flatMap(row => ids(row.query, 'assignee')),
    tags: rows.flatMap(row => ids(row.query, 'tag')),
    teams: rows.flatMap(row => ids(row.query, 'team')),
    fields: rows.flatMap(row => askedIds(row.query.field?.split(',') ?? [])),
  });

const viewOf = ({ who }: Ctx, { id, name, shared, owner, query }: ViewRow, known: Known): View => ({
  id,
  name,
  shared,
  owner,
  query: stillTrue(query, known),
  can: { change: mayChange(who, { owner, shared }), share: owner.id === who.person_id },
});

/** A person's own views and the shared ones, by name, each as far as it still holds. */
export async function listViews(ctx: Ctx): Promise<{ items: View[] }> {
  const rows = await selectViews(ctx);
  const known = await knownOf(ctx, rows);
  return { items: rows.map(row => viewOf(ctx, row, known)) };
}

/** How many tickets the list of each view has now, for this person: built-in and stored ones in one query. */
export async function countViews(ctx: Ctx): Promise<ViewCounts> {
  const { items } = await listViews(ctx);
  return selectViewCounts(ctx, {
    built_in: new Map(viewsOf(seesRights(ctx.who)).map(({ id, query }) => [id, filtersOf(query)])),
    stored: new Map(items.map(({ id, query }) => [id, filtersOf(query)])),
  });
}

/** Keeps a query under a name. Refused when this person has that name already, or fifty views. */
export async function saveView(ctx: Ctx, { name, shared, query }: z.output<typeof NewView>): Promise<View> {
  await holdOwner(ctx, ctx.who.person_id);
  await forgetRemoved(ctx, new Date(ctx.now.getTime() - kept_ms));
  await findRoom(ctx, ctx.who.person_id, name);
  const id = await insertView(ctx, { name, shared, query });
  await tell(ctx, 'view_added', { id, name, owner: { id: ctx.who.person_id, name: ctx.who.name }, shared });
  return shown(ctx, id);
}

/** Refuses a name that its owner has already, and more views than one person may have. */
async function findRoom(ctx: Ctx, owner: number, name: string, id?: number): Promise<void> {
  const { count, taken } = await othersOf(ctx, owner, name, id);
  if (taken)
    throw notValid('name', {
      en: 'There is a view with this name already. Please choose another.',
      fr: 'Une vue porte déjà ce nom. Veuillez en choisir un autre.',
    });
  if (count >= view_limits.of_a_person)
    throw notNow({
      en: `One person keeps at most ${view_limits.of_a_person} views. Please delete one first.`,
      fr: `Une personne garde au plus ${view_limits.of_a_person} vues. Veuillez d’abord en supprimer une.`,
    });
}

/**
 * Renames a view, stores another query in it, shares it, or brings it back within a day of its removal. Its owner may,
 * and a coordinator may with a shared one; whether it is shared is its owner's alone.
 */
export async function changeView(ctx: Ctx, id: number, change: z.output<typeof ViewChange>): Promise<View> {
  const before = await viewToChange(ctx, id);
  const { name, shared, query, removed } = change;
  if (before.removed_at && removed === undefined) throw notFound();
  if (shared !== undefined && shared !== before.shared && before.owner.id !== ctx.who.person_id)
    throw notAllowed({
      en: `Only ${before.owner.name} can share this view or stop sharing it.`,
      fr: `Seule la personne à qui est cette vue (${before.owner.name}) peut la partager ou cesser de la partager.`,
    });
  await holdOwner(ctx, before.owner.id);
  if (name !== undefined || removed === false) await findRoom(ctx, before.owner.id, name ?? before.name, id);
  await updateView(ctx, id, {
    ...(name !== undefined && { name }),
    ...(shared !== undefined && { shared }),
    ...(query !== undefined && { query }),
    ...(removed === false && { removed_at: null }),
  });
  await tell(ctx, before.removed_at ? 'view_restored' : 'view_changed', {
    ...before,
    shared: before.shared || shared === true,
  });
  return shown(ctx, id);
}

/** Removes a view; for a day it can be brought back. Twice is once. */
export async function removeView(ctx: Ctx, id: number): Promise<View> {
  const before = await viewToChange(ctx, id);
  if (!before.removed_at) {
    await updateView(ctx, id, { removed_at: ctx.now });
    await tell(ctx, 'view_removed', before);
  }
  return shown(ctx, id);
}

/** Whoever may not see it is not told that it exists; who sees it and may not change it is told why. */
async function viewToChange(ctx: Ctx, id: number): Promise<ViewRow> {
  const row = await selectView(ctx, id);
  if (!row) throw notFound();
  if (ctx.code_wall && !mayChange(ctx.who, row))
    throw notAllowed({
      en: `This view belongs to ${row.owner.name}. You can save one of your own.`,
      fr: `Cette vue appartient à ${row.owner.name}. Vous pouvez en enregistrer une à vous.`,
    });
  return row;
}

async function shown(ctx: Ctx, id: number): Promise<View> {
  const row = await selectView(ctx, id);
  if (!row) throw notFound();
  return viewOf(ctx, row, await knownOf(ctx, [row]));
}

/** Open pages of those who have the view ask for the views again; what others have too is told in the story. */
const tell = (
  ctx: Ctx,
  kind: string,
  { id, name, owner, shared }: Pick<ViewRow, 'id' | 'name' | 'owner' | 'shared'>,
) =>
  shared
    ? tellSetting(ctx, 'views', kind, { view: id, name })
    : sendSignal(ctx.db, { to: `person:${owner.id}`, kind: 'views' });
