import { deskTime } from '#accounts/server/accounts.ts';
import { asSoftware, type Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { firstFitting } from '../../rules/handing/fitting.ts';
import { updateTicket } from '../store.ts';
import type { TicketRow } from '../tables.ts';
import { giveTurn } from './giving.ts';
import { selectRules, type RuleRow } from './store.ts';
import { putWaiting } from './waiting-store.ts';

/** Where a new ticket goes by itself: the software's deed, in the transaction that opens it. */

type Opened = Pick<TicketRow, 'number' | 'school_id' | 'category' | 'request'>;

interface Routed {
  team: RuleRow['team'];
  /** Null: the team gives by hand, or nobody of it is there. */
  person: { id: number; name: string } | null;
}

/**
 * Puts a new ticket where the first rule that fits says; undefined where none does. Before anything is told of the
 * ticket: whoever holds the story waits for no team. Done as the software.
 */
export async function routeTicket(
  software: Pick<Ctx, 'db' | 'now'>,
  ticket: Opened,
): Promise<Routed | undefined> {
  const rule = firstFitting(await selectRules(software.db), ticket);
  if (!rule) return undefined;
  const { team } = rule;
  const { zone } = await deskTime(software.db);
  const person =
    team.way === 'by_hand' ? undefined : await giveTurn({ ...software, zone }, team.id, team.way, ticket);
  await updateTicket(software, ticket.number, { team_id: team.id, assignee_id: person?.id ?? null });
  if (team.way !== 'by_hand' && !person)
    await putWaiting(software, { ticket_number: ticket.number, team_id: team.id, way: team.way });
  return { team, person: person ?? null };
}

/** Tells the desk where the ticket went and why; a school sees who has it, and nothing of teams. */
export const tellRouted = (
  ctx: Pick<Ctx, 'db' | 'now'>,
  ticket: Opened,
  { team, person }: Routed,
): Promise<unknown> =>
  asSoftware(ctx, 'routing', software =>
    recordDeed(software, {
      ticket_number: ticket.number,
      school_id: ticket.school_id,
      kind: kindOf(team.way, person),
      audience: 'desk',
      facts: {
        in_team: team.name,
        ...(person && { person: person.name, assignee_id: [null, person.id] as [unknown, unknown] }),
      },
    }),
  );

function kindOf(way: RuleRow['team']['way'], person: Routed['person']) {
  if (way === 'by_hand') return 'routed_to_team';
  if (!person) return 'stayed_with_team';
  return way === 'round_robin' ? 'given_by_turn' : 'given_by_load';
}
