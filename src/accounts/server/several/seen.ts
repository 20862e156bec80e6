import { moment } from '#sla/rules/moments.ts';
import type { OtherSchool } from '../../rules/keys/key.ts';
import { asSoftware, seenBy, type Ctx } from '../acting.ts';
import { othersOf } from './store.ts';

/** The job in whose name the software does what reaches from one school to the other. */
export const several_schools = { side: 'system', job: 'several_schools' } as const;

/** Where else somebody is by her own word: the one thing of another school that her own may know. */
export async function otherSchoolsOf(ctx: Ctx, person_id: number): Promise<OtherSchool[]> {
  const rows = await asSoftware(ctx, several_schools.job, ({ db }) => othersOf(db, person_id));
  return rows.map(({ said_at, ...row }) => ({
    ...row,
    said: moment(said_at, seenBy(ctx)),
  }));
}
