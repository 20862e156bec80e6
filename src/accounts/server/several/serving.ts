import type { FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '#platform/http/problems.ts';
import { admit, within, type Served } from '#platform/http/routes.ts';
import { notFound } from '#platform/refusals.ts';
import { KeyAsked, KeyToSetUp } from '../../rules/keys/key.ts';
import { atSchool } from '../../rules/policy.ts';
import { Acting, AlsoThere, OtherSchools, PasswordAsked } from '../../rules/several.ts';
import { Session, WhoIsIt } from '../../rules/session.ts';
import type { AtSchool, Person } from '../../rules/who.ts';
import { clearHalf, setHalf } from '../sign-in/cookies.ts';
import { answerEntered, entranceOf, type EntranceHome } from '../sign-in/entrance.ts';
import { tokensHaveNoSession } from '../sign-in/sign-in.ts';
import { goOver } from './going.ts';
import { sayAlsoThere } from './saying.ts';
import { otherSchoolsOf } from './seen.ts';

const tags = ['Accounts'];

/** What looks at a password or sets a cookie, which no transaction waits for: not deeds of `severalRoutes`. */
export function serveSeveral(served: Served<Person>, home: EntranceHome): void {
  const app = served.app.withTypeProvider<ZodTypeProvider>();
  const signedInAtSchool = async (request: FastifyRequest): Promise<AtSchool> => {
    const who = await admit(served, request, { may: atSchool, door: 'gate_page' });
    if (who.side !== 'school') throw notFound();
    if (who.session_id === null) throw tokensHaveNoSession();
    return who;
  };
  app.post(
    '/api/account/schools',
    {
      schema: {
        tags,
        summary:
          'Say that one is also a person of another school, by its sign-in; its people are answered to choose from first, and a second key may be asked for',
        body: AlsoThere,
        response: { 200: z.union([WhoIsIt, KeyAsked]), 201: OtherSchools, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const who = await signedInAtSchool(request);
      const answer = await sayAlsoThere(entranceOf(served, home, request), who, request.body);
      if (answer && 'people' in answer) return reply.code(200).send(answer);
      if (answer) {
        setHalf(home, reply, answer.half);
        return reply.code(200).send(answer.asked as KeyAsked);
      }
      clearHalf(home, reply);
      const items = await within(served, request, who, ctx => otherSchoolsOf(ctx, who.person_id));
      return reply.code(201).send({ items });
    },
  );
  app.post(
    '/api/session/acting',
    {
      schema: {
        tags,
        summary:
          'Act for another of one’s schools; its password and a second key may be asked for. The session here ends when one there opens',
        body: Acting,
        response: { 200: z.union([PasswordAsked, KeyAsked, KeyToSetUp]), 201: Session, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const who = await signedInAtSchool(request);
      const answer = await goOver(entranceOf(served, home, request), who, request.body);
      return 'password_of' in answer ? reply.code(200).send(answer) : answerEntered(home, reply, answer);
    },
  );
}
