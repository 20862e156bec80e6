import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { giversOfLogins, keepersOfSchools } from '#accounts/rules/policy.ts';
import type { Person } from '#accounts/rules/who.ts';
import { igroupNames } from '#accounts/server/accounts.ts';
import { route } from '#accounts/server/acting.ts';
import type { Config } from '#platform/config.ts';
import { langOf } from '#platform/http/language.ts';
import { Problem } from '#platform/http/problems.ts';
import { admit, within, type Served } from '#platform/http/routes.ts';
import { Refusal } from '#platform/refusals.ts';
import { id, page, type Lang } from '#platform/schemas.ts';
import {
  MadeLogin,
  MakingLine,
  MakingLogin,
  MakingLogins,
  SchoolSignIn,
  SignInsQuery,
} from '../../rules/sign-ins.ts';
import { printLetters } from './letter.ts';
import { make, planMany, planOne, setMade, type Made } from './making.ts';
import { listSignIns } from './sign-ins.ts';

export const signInRoutes = [
  route({
    method: 'GET',
    path: '/api/school-logins',
    says: 'How the schools sign in, and whether each has confirmed its people',
    may: keepersOfSchools,
    query: SignInsQuery,
    answer: page(SchoolSignIn),
    deed: async (ctx, { query }) => ({ items: await listSignIns(ctx, query), next: null }),
  }),
];

type Home = Pick<Config, 'public_url'>;

/**
 * Those that make passwords: hashed outside of a transaction, answered once. They are PUT, which no Idempotency-Key
 * keeps the answer of: asked again, they make another password and another letter.
 */
export function serveLoginMaking(served: Served<Person>, home: Home): void {
  serveOne(served, home);
  serveMany(served, home);
}

/** Where the help desk is opened: as configured, else as the coordinator herself has opened it. */
const addressOf = ({ public_url }: Home, request: FastifyRequest): string =>
  public_url?.origin ?? `${request.protocol}://${request.host}`;

function serveOne(served: Served<Person>, home: Home): void {
  served.app.withTypeProvider<ZodTypeProvider>().route({
    method: 'PUT',
    url: '/api/schools/:id/login',
    schema: {
      tags: ['Schools'],
      summary: 'Make a school’s login, or another password for it: answered once, with the letter as PDF',
      params: z.object({ id: id() }),
      body: MakingLogin,
      response: { 200: MadeLogin, '4xx': Problem },
    },
    handler: async request => {
      const who = await admit(served, request, { may: giversOfLogins });
      const { lang, username } = request.body;
      const planned = await within(served, request, who, ctx => planOne(ctx, request.params.id, username));
      const made = await make(planned);
      const letter = await lettersOf([made], { served, home, request, lang });
      await within(served, request, who, ctx => setMade(ctx, [made]));
      return { username: made.username, password: made.password, letter };
    },
  });
}

function serveMany(served: Served<Person>, home: Home): void {
  served.app.withTypeProvider<ZodTypeProvider>().route({
    method: 'PUT',
    url: '/api/school-logins',
    schema: {
      tags: ['Schools'],
      summary:
        'Make the logins of many schools: a JSON line for each that is made, then one PDF with all letters',
      body: MakingLogins,
      response: { 200: MakingLine, '4xx': Problem },
    },
    handler: async (request, reply) => {
      const who = await admit(served, request, { may: giversOfLogins });
      const plan = await within(served, request, who, ctx => planMany(ctx, request.body.schools));
      const { lang } = request.body;

      /** Nothing is set before all are made and printed: who leaves the page has changed nothing. */
      async function* lines(): AsyncGenerator<string> {
        const say = (line: MakingLine) => `${JSON.stringify(line)}\n`;
        const made: Made[] = [];
        for (const planned of plan) {
          made.push(await make(planned));
          yield say({ made: made.length, of: plan.length });
        }
        try {
          const letters = await lettersOf(made, { served, home, request, lang });
          await within(served, request, who, ctx => setMade(ctx, made));
          yield say({ letters, count: made.length });
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          yield say({ problem: error.sentence[langOf(request)] });
        }
      }
      return reply.type('application/x-ndjson').send(Readable.from(lines()) as never);
    },
  });
}

async function lettersOf(
  made: readonly Made[],
  {
    served,
    home,
    request,
    lang,
  }: { served: Served<Person>; home: Home; request: FastifyRequest; lang: Lang },
): Promise<string> {
  const address = addressOf(home, request);
  const igroup = await igroupNames(served.database.owner);
  const file = await printLetters(made, { lang, now: served.clock(), address, igroup });
  return file.toString('base64');
}
