import { randomUUID } from 'node:crypto';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import fastify, { type FastifyInstance } from 'fastify';
import { createJsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { destination } from 'pino';
import type { Config } from '../config.ts';
import { sqlState } from '../db/database.ts';
import { limits } from '../schemas.ts';
import { serveApiPage } from './api-page.ts';
import { measureQueries } from './measuring.ts';
import { answerProblems } from './problems.ts';

/** `GET /api/tickets`: a route as the sweep of the walls and the docs name it. */
export type RouteName = string;

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route that was put on this server. */
    routeNames: readonly RouteName[];
  }
}

/** The HTTP server without any route: schemas, problems, headers, logs with a request's id, OpenAPI. */
export async function openApp(config: Config, version: string): Promise<FastifyInstance> {
  const app = fastify({
    logger:
      config.log_level === 'silent'
        ? false
        : {
            level: config.log_level,
            serializers: { req: loggedRequest, err: loggedError },
            stream: output(),
          },
    trustProxy: (_address, hop) => hop < config.trust_proxy,
    bodyLimit: limits.body_bytes,
    genReqId: () => randomUUID(),
    forceCloseConnections: false, // what was begun is finished; event streams end themselves before
    routerOptions: { maxParamLength: 200 },
  });
  const routes: RouteName[] = [];
  app.decorate('routeNames', routes);
  app.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) if (each !== 'HEAD') routes.push(`${each} ${url}`);
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.addHook('onSend', async (request, reply) => {
    reply.header('request-id', request.id);
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store');
  });
  if (config.measure) measureQueries(app);
  // Schools sit on slow lines; what is built is compressed already, pictures gain nothing.
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'], brotliOptions: quickly });
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: policy(config),
    hsts: config.public_url?.protocol === 'https:',
  });
  await describe(app, version);
  answerProblems(app);
  return app;
}

const quickly = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** Lines are written some at a time, and what is left at the end: each by itself costs as much as a query. */
const output = () => destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 500 });

/** Neither headers nor bodies nor search words: no secret gets into a log. */
const loggedRequest = (request: { method: string; url: string; ip?: string; id?: string }) => ({
  method: request.method,
  path: request.url.split('?')[0],
  from: request.ip,
});

/** A failed query's message holds its values, and so what people wrote: only what the database said is logged. */
export function loggedError(error: Error) {
  const { query, params } = error as { query?: string; params?: unknown };
  const told = params !== undefined && error.cause instanceof Error ? error.cause : error;
  return { type: told.name, message: told.message, stack: told.stack ?? '', code: sqlState(told), query };
}

/** Everything comes from this installation, and no script stands in a page. */
const policy = (config: Config) => ({
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    ...(config.public_url?.protocol === 'https:' && { upgradeInsecureRequests: [] }),
  },
});

async function describe(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Firstline',
        version,
        description:
          'The API that the screens use. Times are UTC, with the text for the reader beside them. Errors are RFC 9457 problems. A POST takes an Idempotency-Key.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'firstline' },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
      security: [{ session: [] }, { token: [] }],
    },
    transform: createJsonSchemaTransform({ skipList: [] }),
  });
  serveApiPage(app);
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
