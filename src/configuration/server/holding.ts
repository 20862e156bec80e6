import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed, type Facts } from '#accounts/server/story/story.ts';
import { notAllowed, notFound, notNow } from '#platform/refusals.ts';
import { state_names } from '../rules/state-words.ts';
import { mayStep, type Step } from '../rules/states.ts';
import { factsOf, holdRequest, insertStep, type HeldRequest } from './store.ts';

/** The beginning and the end of every deed on a request: who may take the step now, and the line that tells it. */

/** The request, held for this transaction. Refuses not_found, not_now (no such step from here), not_allowed. */
export async function hold(ctx: Ctx, number: number, step: Step): Promise<HeldRequest> {
  const row = await holdRequest(ctx, number);
  if (!row) throw notFound();
  const may = mayStep(ctx.who, factsOf(row), step);
  if (may === 'not_from_here')
    throw notNow({
      en: `That is not possible while the request is “${state_names.en[row.state]}”. It may have changed a moment ago.`,
      fr: `C’est impossible quand la demande est « ${state_names.fr[row.state]} ». Elle a peut-être changé à l’instant.`,
    });
  if (ctx.code_wall && may !== 'yes') throw notAllowed(may === 'your_own' ? yourOwn : notYours);
  return row;
}

const kinds: Record<Step, string> = {
  change: 'configuration_changed',
  approve: 'configuration_approved',
  refuse: 'configuration_refused',
  give_up: 'configuration_given_up',
  plan: 'configuration_planned',
  complete: 'configuration_done',
  roll_back: 'configuration_rolled_back',
};

interface Taken {
  reason?: string;
  /** What its school reads too. */
  facts?: Facts;
  /** What only the iGroup does, such as which schools are named. */
  inside?: Facts;
}

/** Keeps the step, and writes its lines into the ticket's story. Call it last. */
export async function take(
  ctx: Ctx,
  row: HeldRequest,
  step: Step,
  { reason, facts, inside = {} }: Taken,
): Promise<void> {
  await insertStep(ctx, row.ticket_number, { step, reason });
  const place = { ticket_number: row.ticket_number, school_id: row.school_id };
  const audience = row.inside ? ('desk' as const) : ('school' as const);
  await recordDeed(
    ctx,
    { ...place, kind: kinds[step], audience, facts: { ...facts, ...(reason && { reason }) } },
    ...(Object.keys(inside).length > 0
      ? [{ ...place, kind: 'inside', audience: 'desk' as const, facts: inside }]
      : []),
  );
}

const notYours = {
  en: 'This is for others to do with the request.',
  fr: 'Cela revient à d’autres.',
};
const yourOwn = {
  en: 'You asked for this yourself: another coordinator decides it.',
  fr: 'C’est vous qui l’avez demandé : une autre personne de la coordination le décide.',
};
