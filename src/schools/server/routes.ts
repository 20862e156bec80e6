import { z } from 'zod';
import { atDesk, keepersOfSchools, signedIn } from '#accounts/rules/policy.ts';
import type { Person } from '#accounts/rules/who.ts';
import type { Config } from '#platform/config.ts';
import { route } from '#accounts/server/acting.ts';
import { serveRoutes, type Served } from '#platform/http/routes.ts';
import { id, page } from '#platform/schemas.ts';
import {
  NewSchool,
  School,
  SchoolChange,
  SchoolLine,
  Schools,
  SchoolsQuery,
  SchoolWithPeople,
} from '../rules/school.ts';
import { announcementRoutes } from './announcements/routes.ts';
import { changeSchool } from './changing.ts';
import { daysRoutes } from './days/routes.ts';
import { factRoutes } from './facts/routes.ts';
import { addSchool, listSchools, schoolWithPeople } from './keeping.ts';
import { serveLoginMaking, signInRoutes } from './logins/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { storyOf } from './story.ts';
import { gateRoutes } from './gate/routes.ts';
import { setUpRoutes } from './set-up/routes.ts';
import { serveTraining } from './training/routes.ts';
import { waveRoutes } from './waves/routes.ts';

const tag = 'Schools';
const Path = z.object({ id: id() });

export const schoolRoutes = [
  route({
    method: 'GET',
    path: '/api/schools',
    says: 'The schools: for the desk all, for a school its own',
    may: signedIn,
    door: 'sign_in',
    query: SchoolsQuery,
    answer: Schools,
    deed: (ctx, { query }) => listSchools(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/api/schools/:id',
    says: 'A school with its people',
    may: signedIn,
    door: 'sign_in',
    params: Path,
    answer: SchoolWithPeople,
    deed: (ctx, { params }) => schoolWithPeople(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/schools',
    says: 'Add a school',
    may: keepersOfSchools,
    body: NewSchool,
    answer: School,
    status: 201,
    deed: (ctx, { body }) => addSchool(ctx, body),
  }),
  route({
    method: 'PATCH',
    path: '/api/schools/:id',
    says: 'Change what is kept of a school',
    may: keepersOfSchools,
    params: Path,
    body: SchoolChange,
    answer: SchoolWithPeople,
    deed: (ctx, { params, body }) => changeSchool(ctx, params.id, body),
  }),
  route({
    method: 'GET',
    path: '/api/schools/:id/history',
    says: 'The school’s own story, newest first',
    may: atDesk,
    params: Path,
    answer: page(SchoolLine),
    deed: async (ctx, { params }) => ({ items: await storyOf(ctx, params.id), next: null }),
  }),
];

/** Puts all routes of this house on the server. */
export function serveSchools(served: Served<Person>, home: Pick<Config, 'public_url'>): void {
  serveRoutes(served, tag, schoolRoutes);
  serveRoutes(served, tag, [...peopleRoutes, ...signInRoutes, ...setUpRoutes]);
  serveLoginMaking(served, home);
  serveRoutes(served, tag, [...waveRoutes, ...factRoutes, ...gateRoutes, ...daysRoutes]);
  serveTraining(served);
  serveRoutes(served, 'announcements', announcementRoutes);
}
