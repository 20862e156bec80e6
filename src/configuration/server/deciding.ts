import type { Ctx } from '#accounts/server/acting.ts';
import { notValid, Refusal } from '#platform/refusals.ts';
import { localDate } from '#sla/rules/zones.ts';
import { requestStands } from '#tickets/server/requested.ts';
import { area_names } from '../rules/areas.ts';
import type {
  ConfigurationRequest,
  Deciding,
  GivingUp,
  ScopeSaid,
  Settling,
  Told,
} from '../rules/request.ts';
import { scope_words } from '../rules/scope.ts';
import { lacking_words } from '../rules/state-words.ts';
import { lackingOf, waitsFor } from '../rules/states.ts';
import { hold, take } from './holding.ts';
import { requestFor } from './requests.ts';
import { toldOf } from './shapes.ts';
import {
  countNamed,
  factsOf,
  insertChange,
  namesOf,
  putNamed,
  saidOf,
  signalConcerned,
  updateChange,
  updateRequest,
  type HeldRequest,
  idsOf,
} from './store.ts';

/** What is done with a request until it is decided, or given up. */

/**
 * Settles what is asked for: the words, the schools, what they will read, the day. What is as it was already is not
 * told. Refuses not_found, not_allowed, not_now (decided already), not_valid (no such school or wave, a day that is over).
 */
export async function settleRequest(
  ctx: Ctx,
  number: number,
  settling: Settling,
): Promise<ConfigurationRequest> {
  const row = await hold(ctx, number, 'change');
  if (settling.planned_for) notOver(ctx, settling.planned_for);
  const { scope, told, ...words } = settling;
  const named = scope && (await putScope(ctx, row, scope));
  const set = { ...words, ...(scope && { scope: scope.kind }) };
  const facts = changesOf(row, set);
  const [before, after] = [saidIn(toldOf(row)), saidIn(told ?? toldOf(row))];
  const inside = {
    ...(named && { setting_schools: named }),
    ...(before !== after && { setting_told: [before, after] as [unknown, unknown] }),
  };
  if (Object.keys({ ...facts, ...inside }).length > 0) {
    await updateRequest(ctx, number, { ...set, ...(told && columnsOf(told)) });
    await take(ctx, row, 'change', { facts, inside });
  }
  return requestFor(ctx, number);
}

const columnsOf = ({ setting, was, becomes, why }: Told) => ({
  ...{ told_setting: setting, told_was: was, told_becomes: becomes, told_why: why },
});

/** Keeps the schools as said. Answers what they were named before and are now, where that is something else. */
async function putScope(
  ctx: Ctx,
  row: HeldRequest,
  said: ScopeSaid,
): Promise<[unknown, unknown] | undefined> {
  const ids = new Set(idsOf(said));
  const unique = [...ids];
  const scope = (
    said.kind === 'some'
      ? { ...said, schools: unique }
      : said.kind === 'waves'
        ? { ...said, waves: unique }
        : said
  ) satisfies ScopeSaid;
  if ((await countNamed(ctx, scope)) !== unique.length)
    throw notValid('scope', {
      en: 'One of these schools or waves is not there any more.',
      fr: 'Une de ces écoles ou vagues n’existe plus.',
    });
  const before = await saidOf(ctx, row);
  const was = idsOf(before);
  if (before.kind === scope.kind && was.length === ids.size && was.every(id => ids.has(id))) return undefined;
  await putNamed(ctx, row.ticket_number, scope);
  return [await namesOf(ctx, before), await namesOf(ctx, scope)];
}

/** What changes of a request, as its story tells it to its school too: no other school is named in it. */
function changesOf(row: HeldRequest, set: Partial<HeldRequest>): Record<string, [unknown, unknown]> {
  const both = (names: Record<'en' | 'fr', Record<string, string>>, id: string | null) =>
    id === null ? null : { en: names.en[id], fr: names.fr[id] };
  const found: [name: string, field: keyof HeldRequest, said: (value: never) => unknown][] = [
    ['setting_area', 'area', (value: string) => both(area_names, value)],
    ['setting', 'setting', (value: string) => value],
    ['setting_was', 'was', (value: string) => value],
    ['setting_becomes', 'becomes', (value: string) => value],
    ['setting_scope', 'scope', (value: string | null) => both(scope_words, value ?? row.reach)],
    ['planned_for', 'planned_for', (value: string | null) => value],
  ];
  return Object.fromEntries(
    found.flatMap(([name, field, said]) =>
      set[field] === undefined || set[field] === row[field]
        ? []
        : [[name, [said(row[field] as never), said(set[field] as never)]]],
    ),
  );
}

const saidIn = (told: Told | null) => told && `${told.setting}: ${told.was} → ${told.becomes}. ${told.why}`;

/**
 * Approves a request, which fixes the schools that it means and tells them of the plan; or refuses it with the reason.
 * Refuses not_found; not_allowed (not the coordinator, or her own request where there is another); not_now (decided
 * already); not_valid with what is not settled yet.
 */
export async function decideRequest(
  ctx: Ctx,
  number: number,
  decision: Deciding,
): Promise<ConfigurationRequest> {
  const row = await hold(ctx, number, decision.approve ? 'approve' : 'refuse');
  if (!decision.approve) {
    await endRequest(ctx, row, 'refused');
    await take(ctx, row, 'refuse', { reason: decision.reason });
    return requestFor(ctx, number);
  }
  const lacking = lackingOf(factsOf(row));
  if (lacking.length > 0)
    throw new Refusal('not_valid', lacking_words[lacking[0]!], {
      errors: lacking.map(field => ({ field, sentence: lacking_words[field] })),
    });
  notOver(ctx, row.planned_for!);
  const change_id = await insertChange(
    ctx,
    {
      ...toldOf(row)!,
      state: 'planned',
      area: row.area,
      scope: row.scope!,
      day: row.planned_for!,
      told_at: ctx.now,
    },
    number,
  );
  await updateRequest(ctx, number, { state: 'approved', change_id });
  await requestStands(ctx, number, { waits: waitsFor('approved'), due: row.planned_for, news: true });
  await signalConcerned(ctx, change_id);
  await take(ctx, row, 'approve', { facts: { planned_for: row.planned_for } });
  return requestFor(ctx, number);
}

/**
 * Gives a request up with the reason. Where schools were told of the plan, they read in words for them that it does not
 * come. Refuses not_found, not_allowed, not_now, not_valid (those words are missing).
 */
export async function giveUp(
  ctx: Ctx,
  number: number,
  { reason, told }: GivingUp,
): Promise<ConfigurationRequest> {
  const row = await hold(ctx, number, 'give_up');
  if (row.change_id) {
    if (told === undefined)
      throw notValid('told', {
        en: 'Say to the schools that were told of the plan why it does not come.',
        fr: 'Dites aux écoles averties pourquoi cela ne se fera pas.',
      });
    const day = localDate(ctx.now, ctx.who.zone);
    await updateChange(ctx, row.change_id, { state: 'dropped', dropped_why: told, day, told_at: ctx.now });
    await signalConcerned(ctx, row.change_id);
  }
  await endRequest(ctx, row, 'given_up');
  await take(ctx, row, 'give_up', { reason });
  return requestFor(ctx, number);
}

/** The request is over, and its ticket can end. */
async function endRequest(ctx: Ctx, row: HeldRequest, state: 'refused' | 'given_up'): Promise<void> {
  await updateRequest(ctx, row.ticket_number, { state });
  await requestStands(ctx, row.ticket_number, {
    waits: waitsFor(state),
    due: null,
    news: ctx.who.side === 'desk',
  });
}

export function notOver({ now, who }: Ctx, day: string): void {
  if (day < localDate(now, who.zone))
    throw notValid('planned_for', {
      en: 'That day is over. Choose today or later.',
      fr: 'Ce jour est passé. Choisissez aujourd’hui ou plus tard.',
    });
}
