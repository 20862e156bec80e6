import { z } from 'zod';
import { notFound } from '#platform/refusals.ts';
import { id } from '#platform/schemas.ts';
import { Access } from '../../rules/keys/key.ts';
import { keepsAccess } from '../../rules/keys/policy.ts';
import { atSchool } from '../../rules/policy.ts';
import { OtherSchools } from '../../rules/several.ts';
import { asSoftware, route, type Ctx } from '../acting.ts';
import { accessOfPerson } from '../keys/access.ts';
import { recordDeed } from '../story/story.ts';
import { otherSchoolsOf, several_schools } from './seen.ts';
import { endSame, schoolNames } from './store.ts';

/** Who a person of a school is at other schools, and the end of it. How it is said, and how she goes over: serving.ts. */
export const severalRoutes = [
  route({
    method: 'GET',
    path: '/api/account/schools',
    says: 'The other schools that one has said to work at too, and can act for',
    may: atSchool,
    door: 'gate_page',
    answer: OtherSchools,
    deed: async ctx => ({ items: await otherSchoolsOf(ctx, ctx.who.person_id) }),
  }),
  route({
    method: 'DELETE',
    path: '/api/account/schools/:id',
    says: 'Say that one is not that person of another school any more',
    may: atSchool,
    door: 'gate_page',
    params: z.object({ id: id() }),
    answer: OtherSchools,
    deed: async (ctx, { params }) => {
      await endOf(ctx, ctx.who.person_id, params.id);
      return { items: await otherSchoolsOf(ctx, ctx.who.person_id) };
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/people/:id/schools/:said',
    says: 'End that a person of a school goes over to another one',
    may: keepsAccess,
    door: 'sign_in',
    params: z.object({ id: id(), said: id() }),
    answer: Access,
    deed: async (ctx, { params }) => {
      await accessOfPerson(ctx, params.id);
      await endOf(ctx, params.id, params.said);
      return accessOfPerson(ctx, params.id);
    },
  }),
];

/**
 * Ends one that stands. The other school's story tells it too: there the software says it, as nobody of a school is
 * named at another. Refuses with not_found.
 */
async function endOf(ctx: Ctx, person_id: number, said: number): Promise<void> {
  const ended = { ended_by: ctx.who.person_id, ended_at: ctx.now };
  const both = await endSame(ctx.db, { id: said, person_id }, ended);
  if (!both) throw notFound();
  await asSoftware(ctx, several_schools.job, async ({ who, db, now }) => {
    const [here, there] = await schoolNames(db, [both.mine.school_id, both.other.school_id]);
    const line = (at: typeof both.mine, school: string) => ({
      ...({ kind: 'no_more_there', audience: 'school', school_id: at.school_id } as const),
      facts: { person: at.person_id, school },
    });
    await recordDeed({ who: ctx.who, db, now }, line(both.mine, there));
    await recordDeed({ who: ctx.who.side === 'desk' ? ctx.who : who, db, now }, line(both.other, here));
  });
}
