import { z } from 'zod';
import { signedIn } from '#accounts/rules/policy.ts';
import { route } from '#accounts/server/acting.ts';
import { id } from '#platform/schemas.ts';
import { YearQuery } from '#sla/rules/days-told.ts';
import { CalendarDifference, CalendarFile, CalendarImporting } from '#sla/rules/difference.ts';
import { DaysOffTelling, keepsDays, SchoolCalendarYear } from '../../rules/days.ts';
import { seeSchoolCalendar, takeDaysOffBack, tellDaysOff } from './days.ts';
import { compareSchoolFile, importSchoolFile } from './importing.ts';

const Path = z.object({ id: id() });

export const daysRoutes = [
  route({
    method: 'GET',
    path: '/api/schools/:id/calendar',
    says: 'A year of a school’s calendar: the province’s holidays and its own days off',
    may: signedIn,
    door: 'sign_in',
    params: Path,
    query: YearQuery,
    answer: SchoolCalendarYear,
    deed: (ctx, { params, query }) => seeSchoolCalendar(ctx, params.id, query.year),
  }),
  route({
    method: 'POST',
    path: '/api/schools/:id/days-off',
    says: 'Tell days off of a school, from today on',
    may: keepsDays,
    door: 'sign_in',
    params: Path,
    body: DaysOffTelling,
    answer: SchoolCalendarYear,
    status: 201,
    deed: (ctx, { params, body }) => tellDaysOff(ctx, params.id, body),
  }),
  route({
    method: 'DELETE',
    path: '/api/schools/:id/days-off/:day',
    says: 'Take back days off that are not over',
    may: keepsDays,
    door: 'sign_in',
    params: z.object({ id: id(), day: id() }),
    answer: SchoolCalendarYear,
    deed: (ctx, { params }) => takeDaysOffBack(ctx, params),
  }),
  route({
    method: 'POST',
    path: '/api/schools/:id/days-off/comparisons',
    says: 'What a calendar file would change of a school’s days off; changes nothing',
    may: keepsDays,
    door: 'sign_in',
    params: Path,
    body: CalendarFile,
    answer: CalendarDifference,
    deed: (ctx, { params, body }) => compareSchoolFile(ctx, params.id, body.text),
  }),
  route({
    method: 'POST',
    path: '/api/schools/:id/days-off/imports',
    says: 'Take the days off of a calendar file, as they were shown',
    may: keepsDays,
    door: 'sign_in',
    params: Path,
    body: CalendarImporting,
    answer: SchoolCalendarYear,
    deed: (ctx, { params, body }) => importSchoolFile(ctx, params.id, body),
  }),
];
