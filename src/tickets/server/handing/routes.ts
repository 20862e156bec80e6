import { z } from 'zod';
import { atDesk, sharesWork } from '#accounts/rules/policy.ts';
import { route } from '#accounts/server/acting.ts';
import { id } from '#platform/schemas.ts';
import {
  HandedBack,
  HandedOver,
  HandOverPreview,
  HandOverQuery,
  NewHandOver,
} from '../../rules/handing/hand-over.ts';
import { NewTeamRules, TeamRules } from '../../rules/handing/team-rule.ts';
import { handOver, previewHandOver, undoHandOver } from './hand-overs.ts';
import { listTeamRules, setTeamRules } from './team-rules.ts';

const params = z.object({ id: id() });

/** URL to deed, a line each. */
// prettier-ignore
export const handingRoutes = [
  route({ method: 'GET', path: '/api/team-rules', says: 'Which new tickets go to which team by themselves, in order', may: atDesk, answer: TeamRules, deed: ctx => listTeamRules(ctx) }),
  route({ method: 'PUT', path: '/api/team-rules', says: 'Replace that list', may: sharesWork, body: NewTeamRules, answer: TeamRules, deed: (ctx, { body }) => setTeamRules(ctx, body) }),
  route({ method: 'GET', path: '/api/hand-overs/preview', says: 'Who would get how many of a person’s open tickets', may: atDesk, query: HandOverQuery, answer: HandOverPreview, deed: (ctx, { query }) => previewHandOver(ctx, query) }),
  route({ method: 'POST', path: '/api/hand-overs', says: 'Hand over a person’s open tickets, with a note on each', may: atDesk, body: NewHandOver, status: 201, answer: HandedOver, deed: (ctx, { body }) => handOver(ctx, body) }),
  route({ method: 'POST', path: '/api/hand-overs/:id/undo', says: 'Take a hand-over back, as far as nothing was changed since', may: atDesk, params, answer: HandedBack, deed: (ctx, { params }) => undoHandOver(ctx, params.id) }),
];
