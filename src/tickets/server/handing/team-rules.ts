import { sharesWork } from '#accounts/rules/policy.ts';
import { teamNamed } from '#accounts/server/accounts.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { inArray } from 'drizzle-orm';
import { sendSignal } from '#platform/live/signals.ts';
import { notNow, notValid } from '#platform/refusals.ts';
import { schools } from '#schools/server/schools.ts';
import type { NewTeamRules, TeamRules } from '../../rules/handing/team-rule.ts';
import { holdRules, replaceRules, rulesVersion, selectRules } from './store.ts';

/** The rules by which a new ticket goes to a team. */

export async function listTeamRules(ctx: Ctx): Promise<TeamRules> {
  const rules = await selectRules(ctx.db);
  const named = await schoolsNamed(
    ctx,
    rules.flatMap(rule => rule.schools ?? []),
  );
  return {
    items: rules.map(({ team, categories, schools }) => ({
      team: { id: team.id, name: team.name },
      categories,
      schools: schools && schools.map(id => ({ id, name: named.get(id) ?? '' })),
    })),
    version: await rulesVersion(ctx.db),
    can: { change: sharesWork(ctx.who) },
  };
}

/** Replaces the whole list. Refuses with not_now when somebody has changed it since it was read. */
export async function setTeamRules(ctx: Ctx, { rules, version }: NewTeamRules): Promise<TeamRules> {
  if ((await holdRules(ctx)) !== version)
    throw notNow({
      en: 'Somebody has changed these rules meanwhile. Look at them as they are now, then change them again.',
      fr: 'Quelqu’un a modifié ces règles entre-temps. Voyez-les telles qu’elles sont, puis modifiez-les de nouveau.',
    });
  for (const team of new Set(rules.map(rule => rule.team)))
    if (!(await teamNamed(ctx, team)))
      throw notValid('rules', { en: 'One of the teams is not there.', fr: 'Une des équipes n’existe pas.' });
  const asked = [...new Set(rules.flatMap(rule => rule.schools ?? []))];
  if ((await schoolsNamed(ctx, asked)).size !== asked.length)
    throw notValid('rules', { en: 'One of the schools is not there.', fr: 'Une des écoles n’existe pas.' });
  await replaceRules(ctx, { rules });
  await sendSignal(ctx.db, { to: 'desk', kind: 'handing' });
  await recordDeed(ctx, { kind: 'team_rules_set', audience: 'desk', facts: { rules: rules.length } });
  return listTeamRules(ctx);
}

async function schoolsNamed({ db }: Ctx, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: schools.id, name: schools.name })
    .from(schools)
    .where(inArray(schools.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
