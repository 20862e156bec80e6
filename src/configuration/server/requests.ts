import { opensTickets } from '#accounts/rules/policy.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import { notAllowed, notFound } from '#platform/refusals.ts';
import { requestStands } from '#tickets/server/requested.ts';
import { openTicket } from '#tickets/server/tickets.ts';
import { mayAsk } from '../rules/asking.ts';
import {
  impactOf,
  type Asking,
  type ConfigurationRequest,
  type MayAsk,
  type UnderWay,
} from '../rules/request.ts';
import { scopeAsked } from '../rules/scope.ts';
import { waitsFor } from '../rules/states.ts';
import { requestOf } from './shapes.ts';
import { insertRequest } from './store.ts';
import { selectAskers, selectRequest, selectUnderWay } from './views.ts';

/** Requests to change the configuration: asked and read. What is done with one is in deciding.ts and doing.ts. */

export async function requestFor(ctx: Ctx, number: number): Promise<ConfigurationRequest> {
  const row = await selectRequest(ctx, number);
  if (!row) throw notFound();
  return requestOf(ctx, row);
}

/**
 * Opens a ticket with the request in it, for one's own school or (desk) for any, as the gate opens an ordinary ticket.
 * Refuses not_allowed for who of a school may not ask, and as `openTicket` does.
 */
export async function askForChange(ctx: Ctx, asking: Asking): Promise<ConfigurationRequest> {
  if (ctx.code_wall && opensTickets(ctx.who) && !mayAsk(ctx.who)) throw notAllowed(forAskers);
  const { area, setting, was, becomes, why, wished_for, risks, reach, reach_words } = asking;
  const { school, requester, channel, inside } = asking;
  const ticket = await openTicket(
    ctx,
    {
      subject: setting,
      description: why,
      category: 'configuration',
      impact: impactOf(reach),
      urgency: 'low',
      ...{ school, requester, channel, inside },
    },
    { request: 'configuration' },
  );
  await insertRequest(ctx, {
    ticket_number: ticket.number,
    school_id: ticket.school.id,
    inside: ticket.inside,
    asked_by: ctx.who.person_id,
    asked_at: ctx.now,
    ...{ area, setting, was, becomes, why, wished_for, risks, reach, reach_words },
    scope: scopeAsked(reach),
  });
  await requestStands(ctx, ticket.number, { waits: waitsFor('asked'), due: wished_for });
  return requestFor(ctx, ticket.number);
}

/** What waits for a decision, and what is planned and not yet done. */
export async function listUnderWay(ctx: Ctx): Promise<UnderWay> {
  return { items: (await selectUnderWay(ctx)).map(row => requestOf(ctx, row)) };
}

/** Whether one may ask, and who of one's school may; for the desk's people it is theirs to know already. */
export async function whoMayAsk(ctx: Ctx): Promise<MayAsk> {
  const people = ctx.who.side === 'school' ? await selectAskers(ctx, ctx.who.school_id) : [];
  return { may: mayAsk(ctx.who), people };
}

const forAskers = {
  en: 'The lead, the security contact or the technical contact of your school asks for this.',
  fr: 'La direction, la personne responsable de la sécurité ou le contact technique de votre école fait cette demande.',
};
