import { z } from 'zod';
import { id } from '#platform/schemas.ts';
import {
  Access,
  PersonPath,
  RolesNeedKey,
  SchoolKeys,
  SchoolNeedsKey,
  SessionPath,
} from '../../rules/keys/key.ts';
import { keepsAccess } from '../../rules/keys/policy.ts';
import { administrators, signedIn } from '../../rules/policy.ts';
import { route } from '../acting.ts';
import {
  accessOfPerson,
  endSessionsOf,
  keysAtSchool,
  setRolesInNeed,
  setSchoolInNeed,
  takeKeys,
} from './access.ts';
import { rolesInNeed } from './views.ts';

/** Keys and sessions of others, one's own sessions, and who needs a key. What looks at a password is in account-routes.ts. */
export const keyRoutes = [
  route({
    method: 'DELETE',
    path: '/api/account/sessions',
    says: 'End one’s own other sessions',
    may: signedIn,
    door: 'gate_page',
    answer: Access,
    deed: ctx => endSessionsOf(ctx, ctx.who.person_id),
  }),
  route({
    method: 'DELETE',
    path: '/api/account/sessions/:session',
    says: 'End one of one’s own sessions',
    may: signedIn,
    door: 'gate_page',
    params: z.object({ session: z.uuid() }),
    answer: Access,
    deed: (ctx, { params }) => endSessionsOf(ctx, ctx.who.person_id, params.session),
  }),
  route({
    method: 'GET',
    path: '/api/people/:id/access',
    says: 'The second keys, sessions and last sign-ins of a person',
    may: keepsAccess,
    door: 'sign_in',
    params: PersonPath,
    answer: Access,
    deed: (ctx, { params }) => accessOfPerson(ctx, params.id),
  }),
  route({
    method: 'DELETE',
    path: '/api/people/:id/keys',
    says: 'Take off the second keys of somebody who has lost hers; her sessions end',
    may: keepsAccess,
    door: 'sign_in',
    params: PersonPath,
    answer: Access,
    deed: (ctx, { params }) => takeKeys(ctx, params.id),
  }),
  route({
    method: 'DELETE',
    path: '/api/people/:id/sessions',
    says: 'End all sessions of a person',
    may: keepsAccess,
    door: 'sign_in',
    params: PersonPath,
    answer: Access,
    deed: (ctx, { params }) => endSessionsOf(ctx, params.id),
  }),
  route({
    method: 'DELETE',
    path: '/api/people/:id/sessions/:session',
    says: 'End one session of a person',
    may: keepsAccess,
    door: 'sign_in',
    params: SessionPath,
    answer: Access,
    deed: (ctx, { params }) => endSessionsOf(ctx, params.id, params.session),
  }),
  route({
    method: 'GET',
    path: '/api/key-needs',
    says: 'Which roles of the iGroup need a second key',
    may: administrators,
    answer: RolesNeedKey,
    deed: async ({ db }) => ({ roles: await rolesInNeed(db) }),
  }),
  route({
    method: 'PUT',
    path: '/api/key-needs',
    says: 'Say which roles of the iGroup need a second key',
    may: administrators,
    body: RolesNeedKey,
    answer: RolesNeedKey,
    deed: (ctx, { body }) => setRolesInNeed(ctx, body.roles),
  }),
  route({
    method: 'GET',
    path: '/api/schools/:id/keys',
    says: 'Whether a school’s people need keys of their own, and who has one',
    may: keepsAccess,
    door: 'sign_in',
    params: z.object({ id: id() }),
    answer: SchoolKeys,
    deed: (ctx, { params }) => keysAtSchool(ctx, params.id),
  }),
  route({
    method: 'PUT',
    path: '/api/schools/:id/keys',
    says: 'Say whether a school’s people need keys of their own',
    may: keepsAccess,
    door: 'sign_in',
    params: z.object({ id: id() }),
    body: SchoolNeedsKey,
    answer: SchoolKeys,
    deed: (ctx, { params, body }) => setSchoolInNeed(ctx, params.id, body.needed),
  }),
];
