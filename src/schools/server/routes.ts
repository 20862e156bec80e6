import { z } from 'zod';
import { atDesk, giversOfLogins, keepersOfSchools, signedIn } from '#accounts/rules/policy.ts';
import type { Person } from '#accounts/rules/who.ts';
import { passwordRoute, servePasswordRoutes } from '#accounts/server/accounts.ts';
import { route } from '#accounts/server/acting.ts';
import { serveRoutes, type Served } from '#platform/http/routes.ts';
import { id, page } from '#platform/schemas.ts';
import {
  Contact,
  ContactChange,
  NewContact,
  NewSchool,
  School,
  SchoolChange,
  SchoolLine,
  SchoolLogin,
  Schools,
  SchoolsQuery,
  SchoolWithPeople,
} from '../rules/school.ts';
import { announcementRoutes } from './announcements/routes.ts';
import { changeSchool } from './changing.ts';
import { factRoutes } from './facts/routes.ts';
import { addContact, addSchool, changeContact, giveLogin, listSchools, schoolWithPeople } from './keeping.ts';
import { storyOf } from './story.ts';
import { gateRoutes } from './gate/routes.ts';
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
  route({
    method: 'POST',
    path: '/api/schools/:id/people',
    says: 'Add a person to a school',
    may: keepersOfSchools,
    params: Path,
    body: NewContact,
    answer: Contact,
    status: 201,
    deed: (ctx, { params, body }) => addContact(ctx, params.id, body),
  }),
  route({
    method: 'PATCH',
    path: '/api/schools/:id/people/:person',
    says: 'Change a person of a school: name, roles, whether she has left',
    may: keepersOfSchools,
    params: Path.extend({ person: id() }),
    body: ContactChange,
    answer: Contact,
    deed: (ctx, { params, body }) => changeContact(ctx, params, body),
  }),
];

const login = passwordRoute({
  method: 'PUT',
  path: '/api/schools/:id/login',
  says: 'Give a school its user name and password',
  may: giversOfLogins,
  params: Path,
  body: SchoolLogin,
  answer: SchoolWithPeople,
  deed: (ctx, { params, body }) => giveLogin(ctx, params.id, body),
});

/** Puts all routes of this house on the server. */
export function serveSchools(served: Served<Person>): void {
  serveRoutes(served, tag, schoolRoutes);
  serveRoutes(served, tag, [...waveRoutes, ...factRoutes, ...gateRoutes]);
  serveTraining(served);
  serveRoutes(served, 'announcements', announcementRoutes);
  servePasswordRoutes(served, tag, [login]);
}
