import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { atDesk, keepersOfSchools, readsStatements } from '#accounts/rules/policy.ts';
import { holds, type Person } from '#accounts/rules/who.ts';
import { igroupNames } from '#accounts/server/accounts.ts';
import { route, type Ctx } from '#accounts/server/acting.ts';
import { sendCsv } from '#platform/http/csv.ts';
import { langOf } from '#platform/http/language.ts';
import { Problem } from '#platform/http/problems.ts';
import { admit, serveRoutes, within, type Served } from '#platform/http/routes.ts';
import { Refusal } from '#platform/refusals.ts';
import type { Lang } from '#platform/schemas.ts';
import {
  FileQuery,
  Looking,
  MonthParams,
  Months,
  Publication,
  Publishing,
  Statement,
  StatementQuery,
  Tried,
  Trying,
  TryingFrom,
  type BreachShown,
} from '../../rules/statements/statement.ts';
import { serveHowFast } from '../how-fast/serving.ts';
import { publish, seePublication } from '../how-fast/publishing.ts';
import { fileOf } from './file.ts';
import { printStatement } from './paper.ts';
import { openPreviews } from './previewing.ts';
import { wordsIn } from './shown.ts';
import { breachesOf, listMonths, lookAtStatement, seeStatement } from './statements.ts';
import { tryFrom, tryOn } from './what-if.ts';

/** Statements are read as tickets are: a school that is suspended still reads its own. */
const door = 'read_tickets';
const coordinates = (who: Person) => holds(who, 'coordinator');

// prettier-ignore
const statementRoutes = [
  route({ method: 'GET', path: '/api/statements', says: 'The months that are closed, newest first: of all schools, or of one’s own', may: readsStatements, door, answer: Months, deed: listMonths }),
  route({ method: 'PUT', path: '/api/statements/look', says: 'Mark that one has looked at a statement', may: readsStatements, door, body: Looking, answer: z.object({}), deed: (ctx, { body }) => lookAtStatement(ctx, body.month) }),
  route({ method: 'GET', path: '/api/what-if', says: 'What is promised and when the desk works, to try something else', may: coordinates, answer: TryingFrom, deed: tryFrom }),
  route({ method: 'POST', path: '/api/what-if', says: 'Try other targets, hours or days on the next lot of tickets of a span; nothing is kept', may: coordinates, body: Trying, answer: Tried, deed: (ctx, { body }) => tryOn(ctx, body) }),
  route({ method: 'GET', path: '/api/how-fast/publication', says: 'Whether everybody may read how fast the desk is', may: atDesk, answer: Publication, deed: seePublication }),
  route({ method: 'PUT', path: '/api/how-fast/publication', says: 'Show or hide the public page of how fast the desk is', may: keepersOfSchools, body: Publishing, answer: Publication, deed: (ctx, { body }) => publish(ctx, body) }),
];

/** Puts the routes of statements on the server. The month that runs is read in lots, each in its own transaction. */
export function serveStatements(served: Served<Person>): void {
  serveRoutes(served, 'statements', statementRoutes);
  serveHowFast(served);
  const previews = openPreviews();
  const one = '/api/statements/:month';
  const people = new WeakMap<FastifyRequest, Person>();
  /** Who may not read statements hears of nothing else first. */
  const onRequest = async (request: FastifyRequest) => {
    people.set(request, await admit(served, request, { may: readsStatements, door }));
  };

  /** What is closed as it was found; of what is not, the preview. */
  const see = async (request: FastifyRequest, asked: z.output<typeof FileQuery>) => {
    const who = people.get(request)!;
    const { month } = request.params as { month: string };
    const lang: Lang = asked.lang ?? langOf(request);
    const as = <T>(work: (ctx: Ctx) => Promise<T>) =>
      within(served, request, who, ctx => work({ ...ctx, lang }));
    const statement = await as(ctx => seeStatement(ctx, month, asked.school)).catch((refusal: unknown) => {
      if (refusal instanceof Refusal && refusal.kind === 'not_found')
        return previews(as, month, asked.school);
      throw refusal;
    });
    return { as, month, statement, lang };
  };
  const schema = (summary: string, querystring: z.ZodType) => ({
    ...{ tags: ['statements'], summary, params: MonthParams, querystring },
  });

  served.app.route({
    method: 'GET',
    url: one,
    onRequest,
    schema: {
      ...schema('The statement of a month: of all schools, of one, or of one’s own', StatementQuery),
      response: { 200: Statement, '4xx': Problem },
    },
    handler: async (request, reply) => {
      const { statement } = await see(request, request.query as z.output<typeof StatementQuery>);
      return reply.send(statement);
    },
  });
  served.app.route({
    method: 'GET',
    url: `${one}/file`,
    onRequest,
    schema: schema('The statement of a month as CSV, with every broken promise', FileQuery),
    handler: async (request, reply) => {
      const asked = request.query as z.output<typeof FileQuery>;
      const { as, month, statement, lang } = await see(request, asked);
      async function* breaches(): AsyncGenerator<readonly BreachShown[]> {
        if (statement.closed === null) return void (yield statement.breaches);
        for (let from = 0; from < statement.breach_count; from += lines_at_once)
          yield await as(ctx => breachesOf(ctx, month, { school: asked.school, from, most: lines_at_once }));
      }
      const content = Readable.from(fileOf(statement, breaches(), lang), { objectMode: false });
      return sendCsv(reply, content, `${nameOf(statement, lang)}.csv`);
    },
  });
  served.app.route({
    method: 'GET',
    url: `${one}/paper`,
    onRequest,
    schema: schema('The statement of a month as PDF', FileQuery),
    handler: async (request, reply) => {
      const asked = request.query as z.output<typeof FileQuery>;
      const { statement, lang } = await see(request, asked);
      const { name } = await igroupNames(served.database.owner);
      const paper = await printStatement(statement, name, lang);
      const file = encodeURIComponent(`${nameOf(statement, lang)}.pdf`);
      return reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', `attachment; filename*=UTF-8''${file}`)
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'private, no-store')
        .send(paper);
    },
  });
}

const lines_at_once = 500;

/** What its files are called: "Statement for October 2026, Alder Academy". */
const nameOf = ({ name, school }: Statement, lang: Lang): string =>
  [wordsIn(lang).title(name), school?.name ?? wordsIn(lang).all].join(', ').replaceAll(/[\\/:*?"<>|]/g, ' ');
