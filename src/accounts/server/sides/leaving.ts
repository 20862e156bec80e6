import type { Ctx } from '../acting.ts';
import { changePerson } from '../people.ts';
import { sidesOf } from './store.ts';

/** She leaves the schools too where she is known to be; her sessions there end. */
export async function leaveSchools(ctx: Ctx, id: number): Promise<void> {
  for (const side of await sidesOf(ctx.db, id))
    if (!side.left_at) await changePerson(ctx, { id: side.id, school_id: side.school_id }, { left: true });
}
