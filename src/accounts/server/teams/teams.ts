import type { z } from 'zod';
import { sendSignal } from '#platform/live/signals.ts';
import { notFound, notNow, notValid } from '#platform/refusals.ts';
import { sharesWork } from '../../rules/policy.ts';
import { team_limits, type NewTeam, type Team, type TeamChange, type Teams } from '../../rules/team.ts';
import type { Ctx } from '../acting.ts';
import { unlessTaken } from '../people.ts';
import { recordDeed } from '../story/story.ts';
import {
  deskPeopleAmong,
  holdTeam,
  insertTeam,
  otherTeams,
  putTeamPeople,
  selectTeams,
  updateTeam,
  type TeamRow,
} from './store.ts';

/** The deeds on teams. Who may do them is said by their routes. */

const teamOf = ({ who }: Ctx, { id, name, way, people }: TeamRow): Team => ({
  id,
  name,
  way,
  people,
  mine: people.some(person => person.id === who.person_id),
  can: { change: sharesWork(who) },
});

/** All teams by name, with their people. */
export const listTeams = async (ctx: Ctx): Promise<Teams> => ({
  items: (await selectTeams(ctx)).map(row => teamOf(ctx, row)),
  can: { add: sharesWork(ctx.who) },
});

/** A team that stands, or undefined. */
export async function teamNamed(ctx: Pick<Ctx, 'db'>, id: number): Promise<TeamRow | undefined> {
  const [row] = await selectTeams(ctx, id);
  return row && row.removed_at === null ? row : undefined;
}

/** A new team. Refuses a name that another has, people who are not of the iGroup, and more than fifty teams. */
export async function addTeam(ctx: Ctx, { name, way, people }: z.output<typeof NewTeam>): Promise<Team> {
  await findRoom(ctx);
  const id = await unlessTaken('name', () => insertTeam(ctx, { name, way }));
  await putPeople(ctx, id, people);
  await tell(ctx, 'team_added', id);
  return shown(ctx, id);
}

/** Renames a team, changes its people or its way, or brings it back. A removed one can only be brought back. */
export async function changeTeam(ctx: Ctx, id: number, change: z.output<typeof TeamChange>): Promise<Team> {
  await holdTeam(ctx, id);
  const [before] = await selectTeams(ctx, id);
  const { name, way, people, removed } = change;
  if (!before || (before.removed_at !== null && removed === undefined)) throw notFound();
  if (before.removed_at !== null) await findRoom(ctx, id);
  const set = {
    ...(name !== undefined && { name }),
    ...(way !== undefined && { way }),
    ...(removed === false && { removed_at: null }),
  };
  if (Object.keys(set).length > 0) await unlessTaken('name', () => updateTeam(ctx, id, set));
  if (people) await putPeople(ctx, id, people);
  await tell(ctx, 'team_changed', id);
  return shown(ctx, id);
}

/** Removes a team: its tickets are of none until it is brought back. Twice is once. */
export async function removeTeam(ctx: Ctx, id: number): Promise<Team> {
  await holdTeam(ctx, id);
  const [before] = await selectTeams(ctx, id);
  if (!before) throw notFound();
  if (before.removed_at === null) {
    await updateTeam(ctx, id, { removed_at: ctx.now });
    await tell(ctx, 'team_removed', id);
  }
  return shown(ctx, id);
}

async function findRoom(ctx: Ctx, id?: number): Promise<void> {
  if ((await otherTeams(ctx, id)) >= team_limits.teams)
    throw notNow({
      en: `There are ${team_limits.teams} teams already. Please remove one first.`,
      fr: `Il y a déjà ${team_limits.teams} équipes. Veuillez d’abord en supprimer une.`,
    });
}

async function putPeople(ctx: Ctx, id: number, given: readonly number[]): Promise<void> {
  const ids = [...new Set(given)];
  if ((await deskPeopleAmong(ctx, ids)).length !== ids.length)
    throw notValid('people', {
      en: 'One of them does not work at the desk.',
      fr: 'L’une de ces personnes ne travaille pas au bureau.',
    });
  await putTeamPeople(ctx, id, ids);
}

/** The story keeps the id; the name stays where it can be corrected. Open pages ask for the teams again. */
async function tell(ctx: Ctx, kind: string, id: number): Promise<void> {
  await sendSignal(ctx.db, { to: 'desk', kind: 'handing' });
  await recordDeed(ctx, { kind, audience: 'desk', facts: { team: id } });
}

async function shown(ctx: Ctx, id: number): Promise<Team> {
  const [row] = await selectTeams(ctx, id);
  return teamOf(ctx, row!);
}
