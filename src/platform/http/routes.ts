import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Actor, Database, Db } from '../db/database.ts';
import { notFound, notSignedIn, type Refusal } from '../refusals.ts';
import type { Lang } from '../schemas.ts';
import { langOf } from './language.ts';
import { answerOnce } from './once.ts';
import { Problem } from './problems.ts';

/** What a deed is given: who acts, the transaction in that person's role, the instant, the reader's language. */
export interface Ctx<Who> {
  who: Who;
  db: Db;
  now: Date;
  lang: Lang;
  /** Whether the policies in code hold. Only the sweep of the walls ever turns them off. */
  code_wall: boolean;
}

/** One URL, one deed. `may` says who may use it at all; to others it does not exist. */
export interface Route<Who, P = unknown, Q = unknown, B = unknown, A = unknown> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  says: string;
  may: (who: Who) => boolean;
  params?: z.ZodType<P>;
  query?: z.ZodType<Q>;
  body?: z.ZodType<B>;
  answer: z.ZodType<A>;
  status?: 200 | 201 | 202;
  /** Through which door people of schools come to it (`Gate.shut`), which may depend on what they send. */
  door?: string | ((input: { params: P; query: Q; body: B }) => string);
  /** Its answer holds a secret: nothing is kept for an Idempotency-Key, which would keep it readable for a day. */
  shown_once?: true;
  /** Asked by pages of themselves: it does not keep a session alive that nobody uses. */
  use?: 'only open';
  deed: (ctx: Ctx<Who>, input: { params: P; query: Q; body: B }) => Promise<A>;
}

/** Lets TypeScript read a route's shapes off its schemas. */
export const routesFor =
  <Who>() =>
  <P = unknown, Q = unknown, B = unknown, A = unknown>(route: Route<Who, P, Q, B, A>): Route<Who> =>
    route as unknown as Route<Who>;

/** How the platform learns who is acting, and as whom the database should see that. */
export interface Gate<Who> {
  /** The person of the request's cookie or token, or null; refuses a request from another site. */
  identify: (request: FastifyRequest, use?: 'in use' | 'only open') => Promise<Who | null>;
  actorOf: (who: Who) => Actor;
  /** Why a door is shut to this person, or nothing; a route that names no door has that of ordinary work. */
  shut: (who: Who, door: string | undefined) => Refusal | undefined;
  /** Whether this person's session or token is good for this method and path. */
  inScope: (who: Who, method: string) => boolean;
}

export interface Served<Who> {
  app: FastifyInstance;
  database: Database;
  gate: Gate<Who>;
  clock: () => Date;
  code_wall: boolean;
}

/** What is asked of who comes to a route. */
type Asked<Who> = Pick<Route<Who>, 'may' | 'use'> & { door?: string };

/** Who asks, or the refusal: to somebody who may not use a route, it does not exist; a shut door says why. */
export async function admit<Who>(
  served: Pick<Served<Who>, 'gate' | 'code_wall'>,
  request: FastifyRequest,
  { door, ...asked }: Asked<Who>,
): Promise<Who> {
  const who = await known(served, request, asked);
  enter(served, who, door);
  return who;
}

async function known<Who>(
  { gate, code_wall }: Pick<Served<Who>, 'gate' | 'code_wall'>,
  request: FastifyRequest,
  { may, use }: Pick<Route<Who>, 'may' | 'use'>,
): Promise<Who> {
  const who = await gate.identify(request, use);
  if (!who) throw notSignedIn();
  if (!gate.inScope(who, request.method) || (code_wall && !may(who))) throw notFound();
  return who;
}

function enter<Who>({ gate }: Pick<Served<Who>, 'gate'>, who: Who, door: string | undefined): void {
  const refusal = gate.shut(who, door);
  if (refusal) throw refusal;
}

/** The context of one request's transaction. */
export const within = <Who, T>(
  served: Served<Who>,
  request: FastifyRequest,
  who: Who,
  work: (ctx: Ctx<Who>) => Promise<T>,
) =>
  served.database.transact(served.gate.actorOf(who), db =>
    work({ who, db, now: served.clock(), lang: langOf(request), code_wall: served.code_wall }),
  );

/** Puts the routes on the server: who, schemas, one transaction, the deed, the answer. */
export function serveRoutes<Who>(served: Served<Who>, tag: string, routes: readonly Route<Who>[]): void {
  for (const route of routes) serveRoute(served, tag, route);
}

function serveRoute<Who>(served: Served<Who>, tag: string, route: Route<Who>): void {
  const status = route.status ?? 200;
  const people = new WeakMap<FastifyRequest, NonNullable<Who> & object>();
  served.app.withTypeProvider<ZodTypeProvider>().route({
    method: route.method,
    url: route.path,
    schema: {
      tags: [tag],
      summary: route.says,
      ...(route.params && { params: route.params }),
      ...(route.query && { querystring: route.query }),
      ...(route.body && { body: route.body }),
      ...(route.method === 'POST' && !route.shown_once && { headers: IdempotencyHeader }),
      response: { [status]: route.answer, '4xx': Problem },
    },
    onRequest: async request => {
      const who = await known(served, request, route);
      if (typeof route.door !== 'function') enter(served, who, route.door);
      people.set(request, who as NonNullable<Who> & object);
    },
    handler: async (request, reply) => {
      const who = people.get(request) as Who;
      const { params, query, body } = request;
      const input = { params, query, body };
      if (typeof route.door === 'function') enter(served, who, route.door(input as never));
      const answered = await within(served, request, who, async ctx => {
        const deed = () => route.deed(ctx, input);
        return route.shown_once
          ? { status, answer: await deed(), again: false }
          : answerOnce({ ...ctx, seen_as: JSON.stringify(served.gate.actorOf(who)) }, request, status, deed);
      });
      if (answered.again) reply.header('idempotent-replay', 'true');
      return reply.code(answered.status).send(answered.answer as never);
    },
  });
}

/** What every POST may carry. */
const IdempotencyHeader = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/)
    .optional(),
});
