import type { ChangedValues } from '../../rules/fields/schemas.ts';
import type { Way } from '../undo/way.ts';
import { updateTicket } from '../store.ts';
import { putBackValues, stillHolds } from './filling.ts';

/** A correction of a ticket's fields: `before` and `after` are the values that changed, null for an empty one. */
export const fields_way: Way<ChangedValues> = {
  stillSo: (ctx, ticket, after) => stillHolds(ctx, ticket.number, after),
  async putBack(ctx, ticket, before) {
    const { facts, inside } = await putBackValues(ctx, ticket, before);
    const open = Object.keys(facts).length > 0;
    if (open) await updateTicket(ctx, ticket.number, {});
    return open ? { audience: 'school', facts, inside } : { audience: 'desk', facts: inside };
  },
};
