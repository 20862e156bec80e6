import type { z } from 'zod';
import type { Ctx } from '#accounts/server/acting.ts';
import { notFound } from '#platform/refusals.ts';
import { localDate } from '#sla/rules/zones.ts';
import { nameRequest } from '#tickets/server/requested.ts';
import { changesIn } from '../rules/edits.ts';
import { touchesMore } from '../rules/kinds.ts';
import type { Editing, RightsRequest } from '../rules/request.ts';
import { subjectOf } from '../rules/words.ts';
import { whatIsAsked } from './asking.ts';
import { checkRead, holdFor, requestOf, write } from './requests.ts';
import { nameOf, selectRight, zoneOf } from './store.ts';

/**
 * Says anew what is asked for, while nobody has decided: by the school’s security contact or lead, or the keeper who
 * wrote it down for one of them. The story tells what it said before; what a keeper had checked is to be checked again.
 * What is as it was already is not told. Refuses not_found, not_allowed, not_now (decided, or changed by somebody else
 * since it was read), not_valid with the field.
 */
export async function editRequest(
  ctx: Ctx,
  number: number,
  { edits, ...said }: z.output<typeof Editing>,
): Promise<RightsRequest> {
  const request = await holdFor(ctx, number, 'edit');
  checkRead(request, edits);
  const { action, school_id } = request;
  const zone = await zoneOf(ctx, school_id);
  const right = action === 'add' ? undefined : await selectRight(ctx, request.right_id!);
  if (zone === undefined || (action !== 'add' && !right)) throw notFound();
  const now = localDate(ctx.now, zone);
  // The day that was asked for may have come and gone meanwhile, and stay.
  const today = request.from_on < now && said.from === request.from_on ? said.from : now;
  const { name, ...what } = await whatIsAsked(ctx, { action, school_id, right, today }, said);
  const before = { ...request, name: await nameOf(ctx, request) };
  const after = { ...what, name, why: said.why, from_on: said.from, until_on: said.until ?? null };
  const facts = changesIn(before, after);
  if (Object.keys(facts).length === 0) return requestOf(ctx, number);
  await nameRequest(ctx, number, subjectOf(action, what, name, request.lang));
  await write(ctx, request, 'edit', {
    ...{ ...what, why: after.why, from_on: after.from_on, until_on: after.until_on },
    touches_more: touchesMore(what),
    ...{ prepared_by: null, prepared_at: null },
    ...{ edits: edits + 1, edited_by: ctx.who.person_id, edited_at: ctx.now },
    facts: { ...facts, ...(request.prepared_by && { preparer: request.prepared_by }) },
  });
  return requestOf(ctx, number);
}
