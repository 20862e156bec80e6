import { z } from 'zod';
import { atDesk, atSchool } from '#accounts/rules/policy.ts';
import { route } from '#accounts/server/acting.ts';
import { id } from '#platform/schemas.ts';
import { GatePage, SchoolGate } from '../../rules/gate-page.ts';
import { gatePage, schoolGate } from './gate.ts';

const params = z.object({ id: id() });

// prettier-ignore
export const gateRoutes = [
  route({ method: 'GET', path: '/api/gate', says: 'What is open to one’s school, what is missing, and who can supply it', may: atSchool, door: 'gate_page', use: 'only open', answer: GatePage, deed: ctx => gatePage(ctx) }),
  route({ method: 'GET', path: '/api/schools/:id/gate', says: 'How a school stands, and what may be opened for it', may: atDesk, params, answer: SchoolGate, deed: (ctx, { params: { id: school } }) => schoolGate(ctx, school) }),
];
