import type { ChosenWay } from '#accounts/rules/giving.ts';
import { teamNamed } from '#accounts/server/accounts.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import { notValid } from '#platform/refusals.ts';
import { whoIsNext } from '../../rules/handing/choosing.ts';
import { canOf, mayMove } from '../../rules/policy.ts';
import type { Assignment, TicketWithMessages } from '../../rules/ticket.ts';
import { makeMove, type Held } from '../moving.ts';
import { agentName, agentNamed, mayHave } from '../people.ts';
import { updateTicket } from '../store.ts';
import type { TicketRow } from '../tables.ts';
import { tellDeed } from '../telling.ts';
import { demand, hold, ticketWithMessages } from '../tickets.ts';
import { endWaiting, putWaiting } from './waiting-store.ts';
import { drawTurns, putTurn, selectMembers, updateTeamOf, type TeamMember } from './store.ts';

/** Giving a ticket: to a person, to a team, to who is next in one. */

/**
 * Gives the ticket. `agent` alone keeps its team, and null leaves it to nobody; `team` alone is for the team, and
 * nobody has it; with `next` whoever of the team is next gets it, or it stays with the team when nobody is
 * there, and is given when somebody is (waiting.ts).
 * Giving a new ticket to a person takes it (process.json, take). Refuses not_found, not_allowed, not_now, not_valid.
 */
export async function giveTicket(ctx: Ctx, number: number, gift: Assignment): Promise<TicketWithMessages> {
  await giveAlone(ctx, number, gift);
  return ticketWithMessages(ctx, number);
}

/** The deed of giveTicket alone. */
export async function giveAlone(ctx: Ctx, number: number, gift: Assignment): Promise<void> {
  const held = await hold(ctx, number);
  demand(ctx, held.facts, canOf(ctx.who, held.facts).assign);
  const { assignee_id, team_id } = held.ticket;
  const team = gift.team === undefined ? team_id : gift.team;
  // Only what nobody has can wait for somebody of its team; given anew it waits no more.
  if (assignee_id === null && team_id !== null) await endWaiting(ctx, number);
  if (gift.team != null && !(await teamNamed(ctx, gift.team))) throw notValid('team', no_team);
  if (gift.next) {
    if (team === null || gift.agent !== undefined) throw notValid('next', no_team);
    const next = await giveTurn({ ...ctx, zone: ctx.who.desk.zone }, team, gift.next, {
      ...held.ticket,
      but: assignee_id,
    });
    await give(ctx, held, { agent: next?.id ?? null, team, way: gift.next });
    if (!next) await putWaiting(ctx, { ticket_number: number, team_id: team, way: gift.next });
  } else {
    const to_team_alone = gift.team != null && gift.agent === undefined;
    const agent = to_team_alone ? null : gift.agent === undefined ? assignee_id : gift.agent;
    if (agent !== null && agent !== assignee_id && (await agentNamed(ctx, agent, held.ticket)) === undefined)
      throw notValid('agent', {
        en: 'This person cannot be given tickets.',
        fr: 'Cette personne ne peut pas recevoir de billets.',
      });
    await give(ctx, held, { agent, team });
  }
}

const no_team = {
  en: 'There is no such team.',
  fr: 'Il n’y a pas d’équipe de ce nom.',
};

/** Who of a team is next for such a ticket (in the desk's zone), but for one person; her turn is counted. The team is held until the transaction ends. */
export async function giveTurn(
  ctx: Pick<Ctx, 'db' | 'now'> & { zone: string },
  team: number,
  way: ChosenWay,
  { but = null, request }: Pick<TicketRow, 'request'> & { but?: number | null },
): Promise<TeamMember | undefined> {
  const turn = await drawTurns(ctx.db, team);
  const members = (await selectMembers(ctx, [team])).filter(
    ({ id, roles }) => id !== but && mayHave(roles, { request }),
  );
  const next = whoIsNext(members, way, ctx);
  if (next) await putTurn(ctx.db, team, next.id, turn);
  return next;
}

interface Gift {
  agent: number | null;
  team: number | null;
  way?: ChosenWay;
}

/** What changes is written and told: of the team only the desk reads. Nothing changed is nothing told. */
async function give(ctx: Ctx, held: Held, { agent, team, way }: Gift): Promise<void> {
  const { ticket } = held;
  const inside = {
    ...(team !== ticket.team_id && {
      team: [await teamName(ctx, ticket.team_id), await teamName(ctx, team)] as Pair,
    }),
    ...(way && { way }),
  };
  if (agent !== ticket.assignee_id) return giveToPerson(ctx, held, { agent, team, inside });
  if (team === ticket.team_id) return;
  await updateTeamOf(ctx.db, ticket.number, team);
  await tellDeed(ctx, ticket, {
    kind: 'team_given',
    audience: 'desk',
    facts: inside,
    undo: { was: ticket, patch: { team_id: team } },
  });
}

type Pair = [unknown, unknown];

async function giveToPerson(
  ctx: Ctx,
  { ticket, facts }: Held,
  { agent, team, inside }: Gift & { inside: { team?: Pair; way?: string } },
): Promise<void> {
  const patch = { assignee_id: agent, ...(team !== ticket.team_id && { team_id: team }) };
  await updateTicket(ctx, ticket.number, patch);
  const takes = agent !== null && mayMove(ctx.who, facts, 'take') === 'yes';
  if (takes) await makeMove(ctx, { ticket: { ...ticket, ...patch }, facts, was: ticket }, 'take', {});
  await tellDeed(ctx, ticket, {
    kind: 'assigned',
    audience: 'school',
    facts: {
      assignee: [await agentName(ctx, ticket.assignee_id), await agentName(ctx, agent)],
      assignee_id: [ticket.assignee_id, agent],
    },
    inside,
    ...(!takes && { undo: { was: ticket, patch } }),
  });
}

/** What a team is called; null for none, and for one that was removed. */
export async function teamName(ctx: Pick<Ctx, 'db'>, id: number | null): Promise<string | null> {
  return id === null ? null : ((await teamNamed(ctx, id))?.name ?? null);
}
