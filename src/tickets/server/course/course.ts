import { z } from 'zod';
import { signedIn } from '#accounts/rules/policy.ts';
import { route, type Ctx } from '#accounts/server/acting.ts';
import { notFound } from '#platform/refusals.ts';
import { id } from '#platform/schemas.ts';
import { rowsFrom } from '../../rules/inside/inside.ts';
import { courtOf } from '../../rules/lifecycle.ts';
import { Course } from '../../rules/process/course.ts';
import { place_of } from '../../rules/process/places.ts';
import { usualWords } from '../../rules/process/step-times.ts';
import { selectTicket } from '../views.ts';
import { stepTime } from './store.ts';

export const courseRoutes = [
  route({
    method: 'GET',
    path: '/api/tickets/:number/course',
    says: 'Where a ticket is in the process, what may come next, and how long tickets like it usually are there',
    may: signedIn,
    door: 'read_tickets',
    params: z.object({ number: id() }),
    answer: Course,
    deed: (ctx, { params }) => courseOf(ctx, params.number),
  }),
];

/** The course of a ticket: its box, its moves by the table, and the usual time of its step. Refuses not_found. */
async function courseOf(ctx: Ctx, number: number): Promise<Course> {
  const ticket = await selectTicket(ctx, number);
  if (!ticket) throw notFound();
  const { state, inside } = ticket;
  const passed = state === 'waiting_school' && ticket.passed_to !== null;
  const court = courtOf(state);
  const time = court === null || inside || passed ? undefined : await stepTime(ctx, ticket);
  return {
    place: place_of[state],
    court,
    next: rowsFrom({ state, inside, passed })
      .filter(row => row.to !== state)
      .map(({ move, to }) => ({ move, to })),
    usual: time ? usualWords(time, ctx.lang) : null,
  };
}
