import { takesEmergencies } from '#accounts/rules/policy.ts';
import { route, type Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { notFound, notNow } from '#platform/refusals.ts';
import { id } from '#platform/schemas.ts';
import { moment } from '#sla/rules/moments.ts';
import { z } from 'zod';
import { EmergencyReports, ReportedTicket, ReportEnding } from '../../rules/emergency/emergency.ts';
import { openingOf } from '../../rules/emergency/told.ts';
import { TicketWithMessages } from '../../rules/ticket.ts';
import { seenBy } from '../shapes.ts';
import { openTicket } from '../tickets.ts';
import { countWaiting, endReport, holdReport, selectReports } from './store.ts';

const params = z.object({ id: id() });
const may = takesEmergencies;

// prettier-ignore
export const emergencyRoutes = [
  route({ method: 'GET', path: '/api/emergency-reports', says: 'What came through the emergency door: what waits first', may, answer: EmergencyReports, deed: ctx => listReports(ctx) }),
  route({ method: 'POST', path: '/api/emergency-reports/:id/ticket', says: 'Make the ticket of a report, for the school that it is about', may, params, body: ReportedTicket, status: 201, answer: TicketWithMessages, deed: (ctx, { params: { id: report }, body }) => ticketOf(ctx, report, body) }),
  route({ method: 'PUT', path: '/api/emergency-reports/:id/ending', says: 'Set a report aside without a ticket, or bring it back', may, params, body: ReportEnding, answer: EmergencyReports, deed: (ctx, { params: { id: report }, body }) => setAside(ctx, report, body.ended) }),
];

const most_shown = 100;

async function listReports(ctx: Ctx): Promise<EmergencyReports> {
  const seen = seenBy(ctx);
  const rows = await selectReports(ctx, most_shown);
  const items = rows.map(({ report, likely, by }) => ({
    ...report,
    school: report.school_typed,
    likely,
    when: report.seen_when,
    reported: moment(report.reported_at, seen),
    ended: report.ended_at && {
      by: by ?? '',
      at: moment(report.ended_at, seen),
      ticket: report.ticket_number,
    },
  }));
  return { items, next: null, waiting: await countWaiting(ctx) };
}

/**
 * Opens the ticket of a report through the emergency door, whatever the school's standing; what the caller typed is a
 * note. Refuses not_found; not_now when it has become a ticket or was set aside; not_valid for the school.
 */
async function ticketOf(
  ctx: Ctx,
  id: number,
  { school, requester }: z.output<typeof ReportedTicket>,
): Promise<TicketWithMessages> {
  const report = await heldReport(ctx, id);
  if (report.ended_at) throw notNow(endedAlready);
  const ticket = await openTicket(ctx, { ...openingOf(report), school, requester }, { through: 'emergency' });
  await endReport(ctx, id, { ticket_number: ticket.number, ...endedNow(ctx) });
  await tell(ctx, 'emergency_taken', id);
  return ticket;
}

/** Sets a report aside, or brings it back. Refuses not_found, and not_now once it is a ticket. Twice is once. */
async function setAside(ctx: Ctx, id: number, ended: boolean): Promise<EmergencyReports> {
  const report = await heldReport(ctx, id);
  if (report.ticket_number !== null) throw notNow(endedAlready);
  if (ended !== (report.ended_at !== null)) {
    const ending = ended ? endedNow(ctx) : { ended_by: null, ended_at: null };
    await endReport(ctx, id, { ticket_number: null, ...ending });
    await tell(ctx, ended ? 'emergency_set_aside' : 'emergency_brought_back', id);
  }
  return listReports(ctx);
}

const endedNow = ({ who, now }: Ctx) => ({ ended_by: who.person_id, ended_at: now });

const tell = (ctx: Ctx, kind: string, report: number) =>
  recordDeed(ctx, { kind, audience: 'desk', facts: { report } });

async function heldReport(ctx: Ctx, id: number) {
  const report = await holdReport(ctx, id);
  if (!report) throw notFound();
  return report;
}

const endedAlready = {
  en: 'This report has been dealt with already.',
  fr: 'Ce signalement a déjà été traité.',
};
