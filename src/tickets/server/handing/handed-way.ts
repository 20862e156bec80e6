import type { Ctx } from '#accounts/server/acting.ts';
import type { Facts } from '#accounts/server/story/story.ts';
import { agentName } from '../people.ts';
import { updateTicket } from '../store.ts';
import type { TicketRow } from '../tables.ts';
import { takeBackNote } from '../undo/store.ts';
import type { Way } from '../undo/way.ts';
import { teamName } from './giving.ts';

interface Had {
  assignee_id: number | null;
  team_id: number | null;
  note_id?: number | null;
}

/** A ticket that was handed over with others: it goes back, and the note that went with it is gone. */
export const handed_way: Way<Had> = {
  stillSo: (_ctx, ticket, after) =>
    ticket.ended_at === null && ticket.assignee_id === after.assignee_id && ticket.team_id === after.team_id,
  async putBack(ctx, ticket, { assignee_id, team_id }, { note_id }) {
    await updateTicket(ctx, ticket.number, { assignee_id, team_id });
    if (note_id) await takeBackNote(ctx, note_id);
    return {
      audience: 'school',
      // By name alone: whom it concerns is told once for all of the tickets.
      facts: { assignee: [await agentName(ctx, ticket.assignee_id), await agentName(ctx, assignee_id)] },
      inside: await teamFacts(ctx, ticket, team_id),
    };
  },
};

const teamFacts = async (ctx: Ctx, ticket: TicketRow, team_id: number | null): Promise<Facts> =>
  ticket.team_id === team_id
    ? {}
    : {
        team: [await teamName(ctx, ticket.team_id), await teamName(ctx, team_id)],
      };
