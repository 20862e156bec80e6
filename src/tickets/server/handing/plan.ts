import { seesRightsAs, worksTickets } from '#accounts/rules/who.ts';
import { agentForAssignment } from '#accounts/server/accounts.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import { notAllowed, notFound, notValid } from '#platform/refusals.ts';
import { localDate } from '#sla/rules/zones.ts';
import { mayHandOver } from '../../rules/handing/policy.ts';
import {
  most_handed,
  type HandOverPreview,
  type HandOverQuery,
  type Share,
} from '../../rules/handing/hand-over.ts';
import { shareOut, type Placed } from '../../rules/handing/sharing.ts';
import { awayNow } from '../absences/absences.ts';
import { selectTimes } from '../absences/store.ts';
import { agentName } from '../people.ts';
import { countHanded, selectHanded, selectTeamsToShare, type HandedRow } from './overs-store.ts';
import { selectMembers, selectRules, type TeamMember } from './store.ts';

/** What a hand-over would do: looked at before it is done, and done by the same rule. */
export interface Plan {
  from: { id: number; name: string };
  rows: HandedRow[];
  /** Whether tickets about rights are among them: what stays for that reason is not left over. */
  rights: boolean;
  placed: Placed<TeamMember>[];
  /** Names of the teams. */
  teams: Map<number, string>;
}

/** Refuses not_allowed (another's tickets), not_found (no such person) and not_valid (nobody who can be given any). */
export async function planHandOver(ctx: Ctx, asked: HandOverQuery, held: boolean): Promise<Plan> {
  const name = await agentName(ctx, asked.from);
  if (name === null) throw notFound();
  if (ctx.code_wall && !mayHandOver(ctx.who, asked.from)) throw notAllowed(others_tickets);
  const to = asked.to === 'teams' ? null : await receiver(ctx, asked);
  // S10: what is about rights goes to somebody who keeps them, and never to a team.
  const rights = to?.sees_rights ?? false;
  const rows = await selectHanded(ctx, asked, { limit: most_handed, held, rights });
  const teams = await selectTeamsToShare(ctx, held);
  const placed = to ? toPerson(to, rows) : await toTeams(ctx, asked.from, rows, teams);
  return {
    from: { id: asked.from, name },
    rows,
    rights,
    placed,
    teams: new Map(teams.map(team => [team.id, team.name])),
  };
}

const others_tickets = {
  en: 'Everybody hands over her own tickets; those of others are the coordinator’s.',
  fr: 'Chaque personne transmet ses propres billets; ceux des autres reviennent à la coordination.',
};

async function receiver(ctx: Ctx, { from, to }: HandOverQuery) {
  const id = Number(to);
  const agent = id === from ? undefined : await agentForAssignment(ctx, id);
  if (!agent || !worksTickets(agent.roles))
    throw notValid('to', {
      en: 'Choose somebody else who works tickets.',
      fr: 'Choisissez une autre personne qui traite des billets.',
    });
  return { id, name: agent.name, sees_rights: seesRightsAs(agent.roles) };
}

function toPerson({ id, name }: { id: number; name: string }, rows: readonly HandedRow[]) {
  const person = { id, name } as TeamMember;
  return rows.map(({ number, team_id }): Placed<TeamMember> => ({ number, team_id, person, turn: null }));
}

type Teams = Awaited<ReturnType<typeof selectTeamsToShare>>;

async function toTeams(ctx: Ctx, from: number, rows: readonly HandedRow[], teams: Teams) {
  const members = (
    await selectMembers(
      { ...ctx, zone: ctx.who.desk.zone },
      teams.map(({ id }) => id),
    )
  ).filter(({ id }) => id !== from);
  const rules = (await selectRules(ctx.db)).map(rule => ({ ...rule, team: rule.team.id }));
  const sharing = teams.map(({ id, way, turns }) => ({
    id,
    way,
    turn: turns + 1,
    members: members.filter(member => member.team_id === id),
  }));
  return shareOut(rows, sharing, { rules, now: ctx.now, zone: ctx.who.desk.zone });
}

/** The plan as its person reads it: who gets how many, the greatest share first. */
export async function shownPlan(ctx: Ctx, asked: HandOverQuery, plan: Plan): Promise<HandOverPreview> {
  const times = await selectTimes(ctx, localDate(ctx.now, ctx.who.desk.zone));
  const shares = new Map<string, Share>();
  for (const { person, team_id } of plan.placed) {
    const key = person ? `person ${person.id}` : `team ${team_id}`;
    const known = shares.get(key) ?? shareOf(ctx, plan, { person, team_id }, times);
    shares.set(key, { ...known, count: known.count + 1 });
  }
  const { length } = plan.placed;
  return {
    from: plan.from,
    count: length,
    left: length < most_handed ? 0 : (await countHanded(ctx, asked, plan.rights)) - length,
    shares: [...shares.values()].sort((one, other) => other.count - one.count),
  };
}

function shareOf(
  ctx: Ctx,
  { teams }: Plan,
  { person, team_id }: Pick<Placed<TeamMember>, 'person' | 'team_id'>,
  times: Awaited<ReturnType<typeof selectTimes>>,
): Share {
  const team = team_id === null ? undefined : teams.get(team_id);
  const told = times.find(({ id }) => id === person?.id);
  return {
    person: person && { id: person.id, name: person.name },
    team: !person && team_id !== null && team !== undefined ? { id: team_id, name: team } : null,
    count: 0,
    away: told ? awayNow(ctx, told) : null,
  };
}
