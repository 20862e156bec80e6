import { z } from 'zod';
import type { FastifyRequest } from 'fastify';
import { signedIn } from '#accounts/rules/policy.ts';
import type { Person } from '#accounts/rules/who.ts';
import { admit, type Served } from '#platform/http/routes.ts';
import { prose } from '#platform/schemas.ts';
import { htmlOf } from '#platform/text/markdown.ts';

const Text = z.object({ text: prose() });

/** What a text will look like. Asks no database and stores nothing, so it is no deed with a transaction. */
export function previewRoute(served: Served<Person>): void {
  served.app.route({
    method: 'POST',
    url: '/api/previews',
    schema: {
      tags: ['tickets'],
      summary: 'What a text will look like; nothing is kept',
      body: Text,
      response: { 200: z.object({ html: z.string() }) },
    },
    onRequest: async (request: FastifyRequest) =>
      void (await admit(served, request, { may: signedIn, door: 'sign_in' })),
    handler: async request => ({ html: htmlOf((request.body as z.infer<typeof Text>).text) }),
  });
}
