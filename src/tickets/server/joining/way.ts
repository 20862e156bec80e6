import type { Way } from '../undo/way.ts';
import { demandNothingLeaves, told_parted, part } from './parting.ts';
import { holdBoth } from './held.ts';
import { selectJoining } from './views.ts';

interface Joined {
  joining: number;
  /** Held with the ticket of the change, in the order of their numbers. */
  tickets: number[];
}

/** The way back for whoever has just linked, merged or split. */
export const joining_way: Way<Joined> = {
  stillSo: async (ctx, ticket, { joining }) =>
    (await selectJoining(ctx, ticket.number, joining)) !== undefined,
  async putBack(ctx, ticket, _before, after) {
    const joining = (await selectJoining(ctx, ticket.number, after.joining))!;
    const rows = await holdBoth(ctx, joining.from_number, joining.to_number);
    await demandNothingLeaves(ctx, joining, rows);
    const here = joining.from_number === ticket.number ? 'from' : 'to';
    const other = here === 'from' ? joining.to_number : joining.from_number;
    await part(ctx, joining, { rows, telling: [other] });
    return {
      kind: told_parted[joining.kind][here],
      audience: joining.school_id === null ? 'desk' : 'school',
      facts: { ticket: other },
    };
  },
};
