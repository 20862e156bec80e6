import { agentForAssignment, teamNamed } from '#accounts/server/accounts.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import { notValid } from '#platform/refusals.ts';
import type { Words } from '#platform/schemas.ts';
import { sentences } from '../../rules/fields/sentences.ts';
import type { Step, StepOf } from '../../rules/steps/step.ts';
import { wrong_day } from '../../rules/tasks/snooze.ts';
import { wakesAt } from '../../rules/tasks/waking.ts';
import { selectFieldsBy } from '../fields/store.ts';
import { filesOf } from '../sending/store.ts';
import { file_gone } from '../store.ts';
import { agentNamed } from '../people.ts';

/** Refuses what could be done to no ticket at all, before anything is asked of each: not_valid. */
export async function checkSteps(ctx: Ctx, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    const check = checks[step.does] as ((ctx: Ctx, step: Step) => Promise<Words | undefined>) | undefined;
    const refused = await check?.(ctx, step);
    if (refused) throw notValid('steps', refused);
  }
}

/** Why a step can be done to no ticket. */
const checks: { [Does in Step['does']]?: (ctx: Ctx, step: StepOf<Does>) => Promise<Words | undefined> } = {
  async assign(ctx, { agent }) {
    const given = agent === null || (await agentNamed(ctx, idOf(ctx, agent))) !== undefined;
    return given ? undefined : not_given;
  },
  team: async (ctx, { team }) => ((await teamNamed(ctx, team)) ? undefined : no_team),
  async field(ctx, { field }) {
    const [found] = await selectFieldsBy(ctx, [field]);
    return found && !found.removed_at ? undefined : sentences.not_here;
  },
  async follow(ctx, { person, follows }) {
    return !follows || (await agentForAssignment(ctx, idOf(ctx, person))) ? undefined : follows_not;
  },
  async reply(ctx, { files = [] }) {
    const there = await filesOf(ctx, files);
    return there.length === new Set(files).size ? undefined : file_gone;
  },
  snooze: async ({ now, who }, { until }) =>
    until === 'answer' || wakesAt(until, now, who.desk) ? undefined : wrong_day,
};

const idOf = ({ who }: Ctx, person: number | 'me') => (person === 'me' ? who.person_id : person);

const not_given = {
  en: 'This person cannot be given tickets.',
  fr: 'Cette personne ne peut pas recevoir de billets.',
};
const no_team = { en: 'There is no such team.', fr: 'Il n’y a pas d’équipe de ce nom.' };
const follows_not = {
  en: 'This person cannot follow tickets.',
  fr: 'Cette personne ne peut pas suivre de billets.',
};
