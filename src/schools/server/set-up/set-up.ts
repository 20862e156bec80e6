import { administrators } from '#accounts/rules/policy.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { notAllowed, notNow } from '#platform/refusals.ts';
import { moment } from '#sla/rules/moments.ts';
import type { SetUp } from '../../rules/set-up/set-up.ts';
import { mayPutOff, missingOf, stepsOf, type SetUpFacts, type SetUpStep } from '../../rules/set-up/steps.ts';
import { insertPuttingOff, selectFacts, takeUp } from './store.ts';

/** The first run as it stands: every step, and what is still missing. */
export async function seeSetUp({ db, who, now, lang }: Ctx): Promise<SetUp> {
  const { put_off, ...rest } = await selectFacts(db, now);
  const facts: SetUpFacts = { ...rest, put_off: put_off.map(({ step }) => step) };
  const steps = stepsOf(facts, { administers: administrators(who) });
  return {
    steps: steps.map(each => {
      const off = put_off.find(({ step }) => step === each.step);
      const at = off && moment(new Date(off.at), { now, zone: who.zone, lang });
      return {
        ...each,
        count: countOf(each.step, facts),
        put_off: off && at && each.state === 'put_off' ? { by: off.by, at } : null,
      };
    }),
    missing: missingOf(steps).length,
  };
}

const countOf = (step: SetUpStep, facts: SetUpFacts): number | null => {
  if (step === 'privacy_officer') return facts.privacy_officers;
  if (step === 'agents') return facts.agents;
  if (step === 'second_administrator') return facts.administrators;
  return step === 'schools' ? facts.schools : null;
};

/** Says "not now" to a step. Refuses with not_allowed what she may not put off, not_now what is not missing. */
export async function putOffStep(ctx: Ctx, step: SetUpStep): Promise<SetUp> {
  refuseUnless(ctx, step);
  const seen = await seeSetUp(ctx);
  const { state } = seen.steps.find(each => each.step === step)!;
  if (state === 'put_off') return seen;
  if (state !== 'missing') throw notNow(notMissing);
  if (await insertPuttingOff(ctx, step))
    await recordDeed(ctx, { kind: 'step_put_off', audience: 'desk', facts: { step } });
  return seeSetUp(ctx);
}

/** Takes a step up again; twice is once. Refuses with not_allowed who may not put it off. */
export async function takeStepUp(ctx: Ctx, step: SetUpStep): Promise<SetUp> {
  refuseUnless(ctx, step);
  if (await takeUp(ctx, step))
    await recordDeed(ctx, { kind: 'step_taken_up', audience: 'desk', facts: { step } });
  return seeSetUp(ctx);
}

function refuseUnless({ who }: Ctx, step: SetUpStep): void {
  if (!mayPutOff(step, { administers: administrators(who) })) throw notAllowed(notHers);
}

const notHers = {
  en: 'This step cannot be put off, or an administrator decides it.',
  fr: 'Cette étape ne peut pas être reportée, ou l’administration en décide.',
};
const notMissing = {
  en: 'There is nothing to put off: this step is done, or waits for somebody who is invited.',
  fr: 'Rien à reporter : cette étape est faite, ou attend une personne invitée.',
};
