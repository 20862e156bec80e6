import { z } from 'zod';
import { notFound, notValid } from '#platform/refusals.ts';
import { id } from '#platform/schemas.ts';
import { administrators } from '../../rules/policy.ts';
import { Agent } from '../../rules/session.ts';
import { route, type Ctx } from '../acting.ts';
import { agentFor } from '../agents.ts';
import { unlessTaken } from '../people.ts';
import { recordDeed } from '../story/story.ts';
import { endSide, insertSide, schoolPerson, sidesOf } from './store.ts';

/**
 * The same human at the desk and at a school: two people to the software, each with her own sign-in, session and
 * rights. That they are one is only said here, by an administrator, so that both can be ended when she leaves.
 */
const Path = z.object({ id: id(), person: id() });

export const sideRoutes = [
  route({
    method: 'PUT',
    path: '/api/agents/:id/at-schools/:person',
    says: 'Say that a person of the iGroup is also this person of a school',
    may: administrators,
    params: Path,
    answer: Agent,
    deed: (ctx, { params }) => sayAlso(ctx, params.id, params.person),
  }),
  route({
    method: 'DELETE',
    path: '/api/agents/:id/at-schools/:person',
    says: 'Say that they are two people after all',
    may: administrators,
    params: Path,
    answer: Agent,
    deed: (ctx, { params }) => sayNoMore(ctx, params.id, params.person),
  }),
];

/** Once: again changes nothing. Refuses with not_valid nobody of a school, and one who is somebody else’s already. */
async function sayAlso(ctx: Ctx, id: number, person: number): Promise<Agent> {
  await agentFor(ctx, id);
  const at_school = await schoolPerson(ctx.db, person);
  if (!at_school) throw notValid('person', nobody);
  if ((await sidesOf(ctx.db, id)).some(side => side.id === person)) return agentFor(ctx, id);
  await unlessTaken('person', () =>
    insertSide(ctx.db, {
      person_id: id,
      school_person_id: person,
      said_by: ctx.who.person_id,
      said_at: ctx.now,
    }),
  );
  await recordDeed(ctx, {
    kind: 'also_at_school',
    audience: 'desk',
    facts: { person: id, at_school: person },
  });
  return agentFor(ctx, id);
}

async function sayNoMore(ctx: Ctx, id: number, person: number): Promise<Agent> {
  const ended = { ended_by: ctx.who.person_id, ended_at: ctx.now };
  if (!(await endSide(ctx.db, { person_id: id, school_person_id: person }, ended))) throw notFound();
  await recordDeed(ctx, {
    kind: 'no_more_at_school',
    audience: 'desk',
    facts: { person: id, at_school: person },
  });
  return agentFor(ctx, id);
}

const nobody = {
  en: 'There is no such person at a school.',
  fr: 'Cette personne n’existe dans aucune école.',
};
