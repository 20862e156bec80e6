import type { Ctx } from '#accounts/server/acting.ts';
import { demandDoor } from '#schools/server/schools.ts';
import { gate } from '#schools/rules/gate.ts';
import type { Category } from '../../rules/categories.ts';
import { doorOf } from '../../rules/opening/door.ts';

/** What the gate is asked about a ticket: whose it is and what it is about; inside the iGroup there is no gate. */
interface Asked {
  school_id: number;
  category: Category;
  inside: boolean;
}

/**
 * Refuses a ticket that the gate does not open to this person for that school. Answers how the story says it: that it
 * went through the coordinator where the school itself could not have asked.
 */
export async function demandGate(
  ctx: Ctx,
  { school_id, category, inside }: Asked,
): Promise<{ gate?: 'coordinator' }> {
  if (inside) return {};
  const door = doorOf(category);
  const standing = await demandDoor(ctx, school_id, door);
  return gate(standing, 'member', door).open ? {} : { gate: 'coordinator' };
}
