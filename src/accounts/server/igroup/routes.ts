import { z } from 'zod';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { langOf } from '#platform/http/language.ts';
import type { Served } from '#platform/http/routes.ts';
import { id } from '#platform/schemas.ts';
import { YearQuery } from '#sla/rules/days-told.ts';
import { CalendarDifference, CalendarFile, CalendarImporting } from '#sla/rules/difference.ts';
import { appManifest } from '../../rules/igroup/app.ts';
import { DeskCalendar, DeskDaysTelling } from '../../rules/igroup/calendar.ts';
import {
  DeskTiming,
  Igroup,
  IgroupNaming,
  IgroupNumbering,
  PublicIgroup,
} from '../../rules/igroup/igroup.ts';
import { atDesk, keepersOfSchools } from '../../rules/policy.ts';
import type { Person } from '../../rules/who.ts';
import { route } from '../acting.ts';
import { seeDeskCalendar, takeDaysBack, tellDays } from './calendar.ts';
import { compareDeskFile, importDeskFile } from './importing.ts';
import { nameIgroup, numberIgroup, seeIgroup, timeDesk } from './igroup.ts';
import { igroupNames, namesAndNumbers } from './store.ts';

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
    path: '/api/igroup/numbers',
    says: 'Say whom one calls when nothing else goes: everybody reads it, without sign-in',
    may: keepersOfSchools,
    body: IgroupNumbering,
    answer: Igroup,
    deed: (ctx, { body }) => numberIgroup(ctx, body),
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
  route({
    method: 'GET',
    path: '/api/igroup/calendar',
    says: 'A year of the desk’s calendar: holidays, and the days that it has told',
    may: atDesk,
    query: YearQuery,
    answer: DeskCalendar,
    deed: (ctx, { query }) => seeDeskCalendar(ctx, query.year),
  }),
  route({
    method: 'POST',
    path: '/api/igroup/days',
    says: 'Tell days on which the desk is closed or has other hours, from today on',
    may: keepersOfSchools,
    body: DeskDaysTelling,
    answer: DeskCalendar,
    status: 201,
    deed: (ctx, { body }) => tellDays(ctx, body),
  }),
  route({
    method: 'DELETE',
    path: '/api/igroup/days/:id',
    says: 'Take back days of the desk that are not over',
    may: keepersOfSchools,
    params: z.object({ id: id() }),
    answer: DeskCalendar,
    deed: (ctx, { params }) => takeDaysBack(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/igroup/days/comparisons',
    says: 'What a calendar file would change of the desk’s closed days; changes nothing',
    may: keepersOfSchools,
    body: CalendarFile,
    answer: CalendarDifference,
    deed: (ctx, { body }) => compareDeskFile(ctx, body.text),
  }),
  route({
    method: 'POST',
    path: '/api/igroup/days/imports',
    says: 'Take the closed days of a calendar file, as they were shown',
    may: keepersOfSchools,
    body: CalendarImporting,
    answer: DeskCalendar,
    deed: (ctx, { body }) => importDeskFile(ctx, body),
  }),
];

/** What the portal is called where a computer keeps it beside its programs. */
export function serveApp({ app, database }: Served<Person>): void {
  app.get('/app.webmanifest', { schema: { hide: true } }, async (request, reply) => {
    const { name } = await igroupNames(database.owner);
    return reply
      .headers({ 'cache-control': 'no-cache', vary: 'accept-language' })
      .type('application/manifest+json; charset=utf-8')
      .send(appManifest(name, langOf(request)));
  });
}

/** What the pages before sign-in are headed with: open to everybody, since the letters say it too. */
export function serveIgroupNames({ app, database }: Served<Person>): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/igroup',
    {
      schema: {
        tags: ['Accounts'],
        summary:
          'What the group and the system that it supports are called, and whom to call in an emergency',
        response: { 200: PublicIgroup },
      },
    },
    async request => {
      const { names, emergency } = await namesAndNumbers(database.owner);
      const lang = langOf(request);
      return {
        ...names,
        numbers: emergency.numbers.map(({ says, number }) => ({ says: says[lang], number })),
      };
    },
  );
}
