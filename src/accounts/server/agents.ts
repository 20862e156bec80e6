import { z } from 'zod';
import { notFound } from '#platform/refusals.ts';
import { id, page } from '#platform/schemas.ts';
import { moment } from '#sla/rules/moments.ts';
import { administrators, atDesk } from '../rules/policy.ts';
import { Agent, AgentChange } from '../rules/session.ts';
import type { DeskRole } from '../rules/who.ts';
import { route, type Ctx } from './acting.ts';
import { keepOneAdministrator } from './administrators.ts';
import { withdrawResets } from './links/store.ts';
import { changePerson } from './people.ts';
import { leaveSchools } from './sides/leaving.ts';
import { agentsFor, personById } from './store.ts';

const Path = z.object({ id: id() });

export const agentRoutes = [
  route({
    method: 'GET',
    path: '/api/agents',
    says: 'The people of the iGroup',
    may: atDesk,
    answer: page(Agent),
    deed: async ctx => ({ items: await listAgents(ctx), next: null }),
  }),
  route({
    method: 'PATCH',
    path: '/api/agents/:id',
    says: 'Change a person of the iGroup: name, roles, whether she has left',
    may: administrators,
    params: Path,
    body: AgentChange,
    answer: Agent,
    deed: (ctx, { params, body }) => changeAgent(ctx, params.id, body),
  }),
];

type Row = Awaited<ReturnType<typeof agentsFor>>[number];

/** User names are half of a sign-in: only who gives them out sees them, and by what else somebody signs in. */
const shown = ({ who, now, lang }: Ctx, { id, name, roles, left_at, ...kept }: Row): Agent => ({
  id,
  name,
  roles: roles as DeskRole[],
  username: administrators(who) ? kept.username : null,
  left: left_at !== null,
  ...(administrators(who) && {
    keys: {
      password: kept.has_password ?? false,
      provider: kept.bound_id === null ? null : { id: kept.bound_id, seen_as: kept.seen_as },
      reset_until:
        kept.reset_until && kept.reset_until > now
          ? moment(kept.reset_until, { now, zone: who.zone, lang })
          : null,
    },
    at_schools: kept.at_schools,
  }),
});

/** All people of the iGroup, by name, also those who have left. */
export const listAgents = async (ctx: Ctx): Promise<Agent[]> =>
  (await agentsFor(ctx.db)).map(row => shown(ctx, row));

export async function agentFor(ctx: Ctx, id: number): Promise<Agent> {
  const [row] = await agentsFor(ctx.db, id);
  if (!row) throw notFound();
  return shown(ctx, row);
}

/** A person of the iGroup to whom a ticket may be given: undefined when there is none, or she has left. */
export async function agentForAssignment(
  { db }: Pick<Ctx, 'db'>,
  id: number,
): Promise<{ id: number; name: string; roles: DeskRole[] } | undefined> {
  const row = await personById(db, id);
  return row && row.school_id === null && !row.left_at
    ? { id: row.id, name: row.name, roles: row.roles as DeskRole[] }
    : undefined;
}

/** Changes a person of the iGroup. Refuses with not_now what would leave the installation without an administrator. */
export async function changeAgent(ctx: Ctx, id: number, change: z.infer<typeof AgentChange>): Promise<Agent> {
  const { also_at_schools, ...own } = change;
  await keepOneAdministrator(ctx, () => changePerson(ctx, { id, school_id: null }, own));
  if (own.left) {
    await withdrawResets(ctx.db, id, { by: ctx.who.person_id, now: ctx.now });
    if (also_at_schools) await leaveSchools(ctx, id);
  }
  return agentFor(ctx, id);
}
