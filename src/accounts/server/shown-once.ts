import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { Problem } from '#platform/http/problems.ts';
import { admit, within, type Route, type Served } from '#platform/http/routes.ts';
import type { Person } from '../rules/who.ts';

/**
 * Puts routes on the server whose answer holds a secret that is shown this once (a token, a link). They differ from
 * others in one thing: nothing is kept for an Idempotency-Key, which would keep the secret readable for a day.
 */
export function serveShownOnce(served: Served<Person>, tag: string, routes: readonly Route<Person>[]): void {
  for (const { method, path, says, may, params, body, answer, status = 201, deed } of routes)
    served.app.withTypeProvider<ZodTypeProvider>().route({
      method,
      url: path,
      schema: {
        tags: [tag],
        summary: says,
        ...(params && { params }),
        ...(body && { body }),
        response: { [status]: answer, '4xx': Problem },
      },
      handler: async (request, reply) => {
        const who = await admit(served, request, { may: may });
        const { params, query, body } = request;
        const made = await within(served, request, who, ctx => deed(ctx, { params, query, body }));
        return reply.code(status).send(made as never);
      },
    });
}
