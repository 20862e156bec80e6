import { z } from 'zod';
import { atDesk } from '#accounts/rules/policy.ts';
import { route } from '#accounts/server/acting.ts';
import { id } from '#platform/schemas.ts';
import {
  Absence,
  AbsenceChange,
  Hours,
  NewAbsence,
  Rota,
  RotaQuery,
  Whereabouts,
} from '../../rules/absences/absence.ts';
import { addAbsence, changeAbsence, listWhereabouts, removeAbsence, setHours } from './absences.ts';
import { rotaFrom } from './rota.ts';

const params = z.object({ id: id() });

/** URL to deed, a line each. */
// prettier-ignore
export const absenceRoutes = [
  route({ method: 'GET', path: '/api/rota', says: 'Who of the desk is there in two weeks: hours and absences', may: atDesk, query: RotaQuery, answer: Rota, deed: (ctx, { query }) => rotaFrom(ctx, query.from) }),
  route({ method: 'GET', path: '/api/whereabouts', says: 'Who of the desk is not there now, and until when', may: atDesk, answer: Whereabouts, deed: ctx => listWhereabouts(ctx) }),
  route({ method: 'PUT', path: '/api/agents/:id/hours', says: 'Set the hours of somebody’s week: one’s own, or (coordinator) anybody’s', may: atDesk, params, body: Hours, answer: Hours, deed: (ctx, { params, body }) => setHours(ctx, params.id, body) }),
  route({ method: 'POST', path: '/api/absences', says: 'Write down when somebody will not be there', may: atDesk, body: NewAbsence, status: 201, answer: Absence, deed: (ctx, { body }) => addAbsence(ctx, body) }),
  route({ method: 'PATCH', path: '/api/absences/:id', says: 'Change an absence, or bring it back', may: atDesk, params, body: AbsenceChange, answer: Absence, deed: (ctx, { params, body }) => changeAbsence(ctx, params.id, body) }),
  route({ method: 'DELETE', path: '/api/absences/:id', says: 'Remove an absence; it can be brought back', may: atDesk, params, answer: Absence, deed: (ctx, { params }) => removeAbsence(ctx, params.id) }),
];
