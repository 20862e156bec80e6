import type { z } from 'zod';
import type { Ctx } from '#accounts/server/acting.ts';
import type { Facts } from '#accounts/server/story/story.ts';
import { notAllowed, notFound, notNow } from '#platform/refusals.ts';
import { dateWords, moment } from '#sla/rules/moments.ts';
import { localDate } from '#sla/rules/zones.ts';
import { moveAlong, requestStands, tellRequest } from '#tickets/server/requested.ts';
import { hold } from '#tickets/server/tickets.ts';
import { wrongDays } from '../rules/days.ts';
import { touchesMore } from '../rules/kinds.ts';
import { stepOf, waitsFor, type Deed } from '../rules/life.ts';
import { canOf, mayDo, objections } from '../rules/policy.ts';
import type { AsRead, Because, Keeping, Refusing, RightsRequest } from '../rules/request.ts';
import { holderOf } from './holder.ts';
import { refuseWrong } from './refused.ts';
import { holdRequest, insertRight, selectRight, updateRequest, updateRight, zoneOf } from './store.ts';
import type { RequestRow } from './tables.ts';
import { selectRequest, type SeenRequest } from './views.ts';

/** What is done with a request that was asked for. Each is one transaction, and a line of its ticket's story. */

/** What a ticket asks for, as its reader sees it. Refuses not_found. */
export async function requestOf(ctx: Ctx, number: number): Promise<RightsRequest> {
  const row = await selectRequest(ctx, number);
  if (!row) throw notFound();
  return shown(ctx, row);
}

function shown({ who, now, lang }: Ctx, row: SeenRequest): RightsRequest {
  const { request: q, holder } = row;
  const seen = { now, zone: who.side === 'school' ? who.zone : row.zone, lang };
  const day = (date: string) => ({ date, words: dateWords(date, seen) });
  const by = (person: { id: number; name: string } | null, at: Date | null) =>
    person && at && { by: person, at: moment(at, { ...seen, zone: who.zone }) };
  const refused = by(row.refused_by, q.decided_at);
  const asked = by(row.asked_by, q.asked_at);
  return {
    ticket: q.ticket_number,
    school: row.school,
    action: q.action,
    state: q.state,
    right: q.right_id,
    holder: holderOf(q, holder),
    kind: q.kind,
    words: q.words,
    at_schools: q.at_schools,
    why: q.why,
    from: day(q.from_on),
    until: q.until_on === null ? null : day(q.until_on),
    ends: row.ends === null ? null : day(row.ends),
    touches_more: q.touches_more,
    asked: asked && row.asked_for && { ...asked, for: row.asked_for },
    edits: q.edits,
    edited: by(row.edited_by, q.edited_at),
    prepared: by(row.prepared_by, q.prepared_at),
    approved: by(row.approved_by, q.decided_at),
    refused: refused && { ...refused, because: q.refused_because ?? '' },
    done: by(row.done_by, q.done_at),
    withdrawn: by(row.withdrawn_by, q.withdrawn_at),
    can: canOf(who, q),
    waits_for_another: (['approve', 'done'] as const).some(deed =>
      ['second', 'not_approver'].includes(mayDo(who, deed, q)),
    ),
  };
}

/** The ticket and its request, held, and where the deed leads. Refuses not_found, not_allowed, not_now. */
export async function holdFor(ctx: Ctx, number: number, deed: Deed): Promise<RequestRow> {
  await hold(ctx, number);
  const request = await holdRequest(ctx, number);
  if (!request) throw notFound();
  const answer = mayDo(ctx.who, deed, request);
  // With the policies off the table is asked still: it says where a deed leads.
  if (answer === 'not_now' || (answer !== 'yes' && ctx.code_wall))
    throw (answer === 'not_you' ? notAllowed : notNow)(objections[answer]);
  return request;
}

/** The same for who decides on what she has read, which somebody may have changed since. */
async function holdAsRead(
  ctx: Ctx,
  number: number,
  { deed, edits }: { deed: Deed; edits: number },
): Promise<RequestRow> {
  const request = await holdFor(ctx, number, deed);
  checkRead(request, edits);
  return request;
}

/** Refuses not_now where it was changed since it was read. */
export function checkRead(request: RequestRow, edits: number): void {
  if (request.edits !== edits)
    throw notNow({
      en: 'This request was changed a moment ago. Please read it again as it is now.',
      fr: 'Cette demande vient d’être modifiée. Veuillez la relire telle qu’elle est maintenant.',
    });
}

/** Writes what the deed leads to and tells it. */
export async function write(
  ctx: Ctx,
  request: RequestRow,
  deed: Exclude<Deed, 'run_out'>,
  { facts, ...patch }: Partial<RequestRow> & { facts?: Facts },
): Promise<void> {
  const number = request.ticket_number;
  const { to } = stepOf(deed, { ...request, asked: request.asked_for !== null })!;
  await updateRequest(ctx.db, number, { state: to, ...patch });
  await requestStands(ctx, number, {
    waits: waitsFor(to),
    due: patch.from_on ?? request.from_on,
    news: news.has(deed),
  });
  await tellRequest(
    ctx,
    { number, school_id: request.school_id },
    { kind: told[deed], ...(facts && { facts }) },
  );
}

/** The same, and answers the request as it is now. */
async function settle(...given: Parameters<typeof write>): Promise<RightsRequest> {
  await write(...given);
  return requestOf(given[0], given[1].ticket_number);
}

/** What its school waits for. */
const news: ReadonlySet<Deed> = new Set(['approve', 'refuse', 'done']);

const told: Record<Exclude<Deed, 'run_out'>, string> = {
  edit: 'rights_edited',
  prepare: 'rights_prepared',
  approve: 'rights_approved',
  refuse: 'rights_refused',
  done: 'rights_done',
  withdraw: 'rights_withdrawn',
  keep: 'rights_kept',
  let_go: 'rights_let_go',
};

type Read = z.output<typeof AsRead>;

/** A keeper has checked what touches more than one school: a second one decides. */
export async function prepareRequest(ctx: Ctx, number: number, { edits }: Read): Promise<RightsRequest> {
  const request = await holdAsRead(ctx, number, { deed: 'prepare', edits });
  return settle(ctx, request, 'prepare', { prepared_by: ctx.who.person_id, prepared_at: ctx.now });
}

/** Approves it: a second keeper what touches more than one school. */
export async function approveRequest(ctx: Ctx, number: number, { edits }: Read): Promise<RightsRequest> {
  const request = await holdAsRead(ctx, number, { deed: 'approve', edits });
  return settle(ctx, request, 'approve', { approved_by: ctx.who.person_id, decided_at: ctx.now });
}

/** Refuses it, with the reason that the school reads. */
export async function refuseRequest(
  ctx: Ctx,
  number: number,
  { reason, edits }: z.output<typeof Refusing>,
): Promise<RightsRequest> {
  const request = await holdAsRead(ctx, number, { deed: 'refuse', edits });
  return settle(ctx, request, 'refuse', {
    refused_by: ctx.who.person_id,
    refused_because: reason,
    decided_at: ctx.now,
    facts: { reason },
  });
}

/** It is carried out in the student information system, by this person, today: the register follows. */
export async function doneRequest(ctx: Ctx, number: number): Promise<RightsRequest> {
  const request = await holdFor(ctx, number, 'done');
  const zone = (await zoneOf(ctx, request.school_id))!;
  const right_id = await register(ctx, request, localDate(ctx.now, zone));
  return settle(ctx, request, 'done', { done_by: ctx.who.person_id, done_at: ctx.now, right_id });
}

async function register({ db }: Ctx, request: RequestRow, today: string): Promise<number> {
  const { school_id, person_id, holder_name, holder_job, kind, words, at_schools } = request;
  const until = request.until_on;
  if (request.action === 'add')
    return insertRight(db, {
      ...{ school_id, person_id, holder_name, holder_job, kind, words, at_schools },
      // What is carried out after its last day stood for the days that were asked for.
      since: request.from_on > today || (until !== null && until <= today) ? request.from_on : today,
      until,
    });
  const change = request.action === 'change' ? { kind, words, at_schools, until } : { ended_on: today };
  await updateRight(db, request.right_id!, change);
  return request.right_id!;
}

/** The school takes its request back, and the ticket with it. */
export async function withdrawRequest(
  ctx: Ctx,
  number: number,
  { reason }: z.output<typeof Because>,
): Promise<RightsRequest> {
  const request = await holdFor(ctx, number, 'withdraw');
  await write(ctx, request, 'withdraw', { withdrawn_by: ctx.who.person_id, withdrawn_at: ctx.now });
  await moveAlong(ctx, number, 'withdraw', { reason });
  return requestOf(ctx, number);
}

/** "Keep it": what the software asked about becomes a request of the school's, until another day. */
export async function keepRight(
  ctx: Ctx,
  number: number,
  { until = null, why }: { until?: string | null } & Omit<z.output<typeof Keeping>, 'until'>,
): Promise<RightsRequest> {
  const request = await holdFor(ctx, number, 'keep');
  const right = await selectRight(ctx, request.right_id!);
  const zone = await zoneOf(ctx, request.school_id);
  if (!right || zone === undefined) throw notFound();
  const from = localDate(ctx.now, zone);
  refuseWrong(wrongDays({ ...right, action: 'change', from, until }, from));
  return settle(ctx, request, 'keep', {
    ...asker(ctx),
    action: 'change',
    why,
    from_on: from,
    until_on: until,
    touches_more: touchesMore(right),
  });
}

/** "Let it go": it is taken away when its end has come; nobody has to approve that. */
export async function letGo(ctx: Ctx, number: number): Promise<RightsRequest> {
  const request = await holdFor(ctx, number, 'let_go');
  return settle(ctx, request, 'let_go', asker(ctx));
}

const asker = ({ who, now }: Ctx) => ({ asked_for: who.person_id, asked_by: who.person_id, asked_at: now });
