import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { langOf } from '#platform/http/language.ts';
import { Problem } from '#platform/http/problems.ts';
import type { Served } from '#platform/http/routes.ts';
import { moment } from '#sla/rules/moments.ts';
import { Arrival, LinkShown, LinkUsed, OpenLink } from '../../rules/links.ts';
import type { Person } from '../../rules/who.ts';
import { refuseOtherSites } from '../gate.ts';
import { setCookies } from '../sign-in/cookies.ts';
import { entranceOf, type EntranceHome } from '../sign-in/entrance.ts';
import { openSession } from '../sign-in/sign-in.ts';
import { offerOf } from '../sign-on/store.ts';
import { deskTime } from '../igroup/store.ts';
import { openLink, useLink } from './arriving.ts';

/** What the page of a one-time link asks: nobody is signed in there, and the link is all that she has. */
export function serveLinks(served: Served<Person>, home: EntranceHome): void {
  const app = served.app.withTypeProvider<ZodTypeProvider>();
  app.post(
    '/api/links/open',
    {
      schema: {
        tags: ['Accounts'],
        summary: 'What a one-time link is for, as long as it is good',
        body: LinkShown,
        response: { 200: OpenLink, '4xx': Problem },
      },
    },
    async request => {
      const now = served.clock();
      const db = served.database.owner;
      const { kind, name, username, expires_at } = await openLink(db, request.body.secret, now);
      const provider = kind === 'invitation' ? await offerOf(db) : undefined;
      const { zone } = await deskTime(db);
      const expires = moment(expires_at, { now, zone, lang: langOf(request) });
      return { kind, name, username, expires, provider: provider?.label ?? null };
    },
  );
  app.post(
    '/api/links/use',
    {
      schema: {
        tags: ['Accounts'],
        summary: 'Use a one-time link with a password of one’s own; an invitation signs in at once',
        body: LinkUsed,
        response: { 201: Arrival, '4xx': Problem },
      },
    },
    async (request, reply) => {
      refuseOtherSites(home, request);
      const entrance = entranceOf(served, home, request);
      const arrived = await useLink(entrance, request.body);
      if (!arrived) return reply.code(201).send({ signed_in: false });
      const { secrets } = await openSession(entrance, arrived);
      setCookies(home, reply, secrets);
      return reply.code(201).send({ signed_in: true });
    },
  );
}
