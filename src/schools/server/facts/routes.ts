import { z } from 'zod';
import { keepersOfSchools, signedIn } from '#accounts/rules/policy.ts';
import { route } from '#accounts/server/acting.ts';
import { id } from '#platform/schemas.ts';
import {
  MovedOn,
  MovingOn,
  NewFact,
  StandingOfSchool,
  TakingBack,
  WaveOn,
  Withdrawal,
} from '../../rules/facts/fact.ts';
import { recordFact, withdrawFact } from './facts.ts';
import { foreseeStage1, moveOn, takeBackStage1 } from './moving-on.ts';
import { standingOfSchool } from './views.ts';

const Path = z.object({ id: id() });
const OfFact = z.object({ id: id(), fact: id() });
const may = keepersOfSchools;
const answer = StandingOfSchool;

// prettier-ignore
export const factRoutes = [
  route({ method: 'GET', path: '/api/schools/:id/standing', says: 'Where a school stands: its steps, what it lacks and who supplies it, its facts', may: signedIn, door: 'gate_page', params: Path, answer, deed: (ctx, { params }) => standingOfSchool(ctx, params.id) }),
  route({ method: 'POST', path: '/api/schools/:id/facts', says: 'Record a fact of a school', may, params: Path, body: NewFact, status: 201, answer, deed: (ctx, { params, body }) => recordFact(ctx, params.id, body) }),
  route({ method: 'PUT', path: '/api/schools/:id/facts/:fact/withdrawal', says: 'Withdraw a fact, with why', may, params: OfFact, body: Withdrawal, answer, deed: (ctx, { params, body }) => withdrawFact(ctx, params, body.why) }),
  route({ method: 'DELETE', path: '/api/schools/:id/facts/:fact/withdrawal', says: 'Take the withdrawal of a fact back', may, params: OfFact, answer, deed: (ctx, { params }) => withdrawFact(ctx, params, null) }),
  route({ method: 'GET', path: '/api/waves/:id/stage1', says: 'Which schools of a wave would enter Stage 1 on a day, and which lack what', may, params: Path, query: z.object({ day: z.iso.date() }), answer: WaveOn, deed: (ctx, { params, query }) => foreseeStage1(ctx, params.id, query.day) }),
  route({ method: 'POST', path: '/api/waves/:id/stage1', says: 'Have schools of a wave enter Stage 1 on a day', may, params: Path, body: MovingOn, status: 201, answer: MovedOn, deed: (ctx, { params, body }) => moveOn(ctx, params.id, body) }),
  route({ method: 'POST', path: '/api/waves/stage1/withdrawal', says: 'Take back that schools entered Stage 1', may, body: TakingBack, answer: MovedOn, deed: (ctx, { body }) => takeBackStage1(ctx, body.facts, body.why) }),
];
