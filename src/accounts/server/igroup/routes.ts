import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Served } from '#platform/http/routes.ts';
import { DeskTiming, Igroup, IgroupNames, IgroupNaming } from '../../rules/igroup/igroup.ts';
import { atDesk, keepersOfSchools } from '../../rules/policy.ts';
import type { Person } from '../../rules/who.ts';
import { route } from '../acting.ts';
import { nameIgroup, seeIgroup, timeDesk } from './igroup.ts';
import { igroupNames } from './store.ts';

export const igroupRoutes = [
  route({
    method: 'GET',
    path: '/api/igroup/settings',
    says: 'What the group is called, when its desk works, and what held before',
    may: atDesk,
    answer: Igroup,
    deed: ctx => seeIgroup(ctx),
  }),
  route({
    method: 'PUT',
    path: '/api/igroup/names',
    says: 'Name the group and the system that it supports',
    may: keepersOfSchools,
    body: IgroupNaming,
    answer: Igroup,
    deed: (ctx, { body }) => nameIgroup(ctx, body),
  }),
  route({
    method: 'PUT',
    path: '/api/igroup/time',
    says: 'Say in which zone and at which hours the desk works, from now on',
    may: keepersOfSchools,
    body: DeskTiming,
    answer: Igroup,
    deed: (ctx, { body }) => timeDesk(ctx, body),
  }),
];

/** What the pages before sign-in are headed with: open to everybody, since the letters say it too. */
export function serveIgroupNames({ app, database }: Served<Person>): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/igroup',
    {
      schema: {
        tags: ['Accounts'],
        summary: 'What the group and the system that it supports are called',
        response: { 200: IgroupNames },
      },
    },
    () => igroupNames(database.owner),
  );
}
