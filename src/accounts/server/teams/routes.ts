import { z } from 'zod';
import { id } from '#platform/schemas.ts';
import { atDesk, sharesWork } from '../../rules/policy.ts';
import { NewTeam, Team, TeamChange, Teams } from '../../rules/team.ts';
import { route } from '../acting.ts';
import { addTeam, changeTeam, listTeams, removeTeam } from './teams.ts';

const params = z.object({ id: id() });

/** URL to deed, a line each. */
// prettier-ignore
export const teamRoutes = [
  route({ method: 'GET', path: '/api/teams', says: 'The teams of the iGroup and their people', may: atDesk, answer: Teams, deed: ctx => listTeams(ctx) }),
  route({ method: 'POST', path: '/api/teams', says: 'Add a team', may: sharesWork, body: NewTeam, status: 201, answer: Team, deed: (ctx, { body }) => addTeam(ctx, body) }),
  route({ method: 'PATCH', path: '/api/teams/:id', says: 'Rename a team, change its people or its way, or bring it back', may: sharesWork, params, body: TeamChange, answer: Team, deed: (ctx, { params, body }) => changeTeam(ctx, params.id, body) }),
  route({ method: 'DELETE', path: '/api/teams/:id', says: 'Remove a team; it can be brought back', may: sharesWork, params, answer: Team, deed: (ctx, { params }) => removeTeam(ctx, params.id) }),
];
