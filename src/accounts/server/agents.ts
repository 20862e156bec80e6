import { z } from 'zod';
import { notFound, notNow } from '#platform/refusals.ts';
import { id, page } from '#platform/schemas.ts';
import { administrators, atDesk } from '../rules/policy.ts';
import { Agent, AgentChange, NewAgent, ResetPassword } from '../rules/session.ts';
import type { DeskRole } from '../rules/who.ts';
import { route, type Ctx } from './acting.ts';
import { passwordRoute } from './sign-in/password-routes.ts';
import { addPerson, changePerson, unlessTaken } from './people.ts';
import { endSessionsOfPerson } from './sign-in/store.ts';
import { agentsFor, holdAdministrators, insertLogin, setPassword } from './store.ts';
import { recordDeed } from './story/story.ts';

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

export const agentPasswordRoutes = [
  passwordRoute({
    method: 'POST',
    path: '/api/agents',
    says: 'Add a person of the iGroup',
    may: administrators,
    body: NewAgent,
    answer: Agent,
    status: 201,
    deed: (ctx, { body }) => createAgent(ctx, body),
  }),
  passwordRoute({
    method: 'POST',
    path: '/api/agents/:id/password',
    says: 'Give a person of the iGroup another password',
    may: administrators,
    params: Path,
    body: ResetPassword,
    answer: Agent,
    deed: (ctx, { params, body }) => resetPassword(ctx, params.id, body.password_hash),
  }),
];

type Row = Awaited<ReturnType<typeof agentsFor>>[number];

/** User names are half of a sign-in: only who gives them out sees them. */
const shown = ({ who }: Ctx, { id, name, roles, left_at, username }: Row): Agent => ({
  id,
  name,
  roles: roles as DeskRole[],
  username: administrators(who) ? username : null,
  left: left_at !== null,
});

/** All people of the iGroup, by name, also those who have left. */
export const listAgents = async (ctx: Ctx): Promise<Agent[]> =>
  (await agentsFor(ctx.db)).map(row => shown(ctx, row));

async function agentFor(ctx: Ctx, id: number): Promise<Agent> {
  const [row] = await agentsFor(ctx.db, id);
  if (!row) throw notFound();
  return shown(ctx, row);
}

/** A person of the iGroup to whom a ticket may be given: undefined when there is none, or she has left. */
export async function agentForAssignment(
  { db }: Pick<Ctx, 'db'>,
  id: number,
): Promise<{ id: number; name: string; roles: DeskRole[] } | undefined> {
  const [row] = await agentsFor(db, id);
  return row && !row.left_at ? { id: row.id, name: row.name, roles: row.roles as DeskRole[] } : undefined;
}

/** A new person of the iGroup with a login of her own. Refuses a user name that is taken. */
export async function createAgent(
  ctx: Ctx,
  {
    name,
    roles,
    username,
    password_hash,
  }: { name: string; roles: DeskRole[]; username: string; password_hash: string },
): Promise<Agent> {
  const { id } = await addPerson(ctx, { school_id: null, name, roles });
  await unlessTaken('username', () =>
    insertLogin(ctx.db, { username, password_hash, person_id: id, created_at: ctx.now }),
  );
  return agentFor(ctx, id);
}

/** Changes a person of the iGroup. Refuses with not_now what would leave the installation without an administrator. */
export async function changeAgent(ctx: Ctx, id: number, change: z.infer<typeof AgentChange>): Promise<Agent> {
  await holdAdministrators(ctx.db);
  await changePerson(ctx, { id, school_id: null }, change);
  if ((await holdAdministrators(ctx.db)).length === 0)
    throw notNow({
      en: 'This is the last administrator. Make somebody else one first.',
      fr: 'C’est le dernier administrateur. Désignez-en d’abord un autre.',
    });
  return agentFor(ctx, id);
}

/** Gives a person another password; her sessions end, all but the one that does this. */
export async function resetPassword(ctx: Ctx, id: number, password_hash: string): Promise<Agent> {
  if (!(await setPassword(ctx.db, id, password_hash))) throw notFound();
  await endSessionsOfPerson(ctx.db, id, ctx.now, ctx.who.session_id ?? undefined);
  await recordDeed(ctx, { kind: 'password_reset', audience: 'desk', facts: { person: id } });
  return agentFor(ctx, id);
}
