import type { Ctx } from '#accounts/server/acting.ts';
import { notValid } from '#platform/refusals.ts';
import type { Step } from '../../rules/steps/step.ts';
import { agentNamed } from '../people.ts';

/** Refuses what could be done to no ticket at all, before anything is asked of each: not_valid. */
export async function checkSteps(ctx: Ctx, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    if (step.does !== 'assign' || step.agent === null) continue;
    const agent = step.agent === 'me' ? ctx.who.person_id : step.agent;
    if ((await agentNamed(ctx, agent)) === undefined)
      throw notValid('steps', {
        en: 'This person cannot be given tickets.',
        fr: 'Cette personne ne peut pas recevoir de billets.',
      });
  }
}
