import { z } from 'zod';
import { notFound, notValid } from '#platform/refusals.ts';
import { id, page } from '#platform/schemas.ts';
import { moment } from '#sla/rules/moments.ts';
import {
  Invitation,
  linkEnds,
  linkPath,
  MadeLink,
  NewInvitation,
  ResetAsked,
  stateOfLink,
  type LinkKind,
} from '../../rules/links.ts';
import { administrators } from '../../rules/policy.ts';
import type { DeskRole } from '../../rules/who.ts';
import { route, type Ctx } from '../acting.ts';
import { keepOneAdministrator } from '../administrators.ts';
import { unlessTaken } from '../people.ts';
import { hashOf, newSecret } from '../sign-in/secrets.ts';
import { endSessionsOfPerson } from '../sign-in/store.ts';
import { agentsFor, setPassword } from '../store.ts';
import { recordDeed } from '../story/story.ts';
import {
  insertLink,
  invitationsFor,
  isUsername,
  withdrawExpired,
  withdrawInvitation,
  withdrawResets,
} from './store.ts';

const Path = z.object({ id: id() });

export const invitationRoutes = [
  route({
    method: 'GET',
    path: '/api/invitations',
    says: 'Who is invited into the iGroup and has not come yet',
    may: administrators,
    answer: page(Invitation),
    deed: async ctx => ({ items: (await invitationsFor(ctx.db)).map(row => shown(ctx, row)), next: null }),
  }),
  route({
    method: 'DELETE',
    path: '/api/invitations/:id',
    says: 'Withdraw an invitation: its link opens nothing any more',
    may: administrators,
    params: Path,
    answer: Invitation,
    deed: (ctx, { params }) => withdrawn(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/invitations',
    says: 'Invite a person into the iGroup; the link is shown this once',
    may: administrators,
    body: NewInvitation,
    status: 201,
    shown_once: true,
    answer: MadeLink,
    deed: (ctx, { body }) => invite(ctx, body),
  }),
  route({
    method: 'POST',
    path: '/api/invitations/:id/link',
    says: 'Make an invitation’s link anew; the one before opens nothing any more',
    may: administrators,
    params: Path,
    status: 201,
    shown_once: true,
    answer: MadeLink,
    deed: (ctx, { params }) => inviteAnew(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/agents/:id/reset',
    says: 'Make a link by which a person of the iGroup chooses another password; it is shown this once',
    may: administrators,
    params: Path,
    body: ResetAsked,
    status: 201,
    shown_once: true,
    answer: MadeLink,
    deed: (ctx, { params, body }) => resetPassword(ctx, params.id, body.at_once),
  }),
];

/** Invites somebody. Refuses a user name that somebody has, or that an open invitation gives already. */
export async function invite(
  ctx: Ctx,
  { name, roles, username }: z.output<typeof NewInvitation>,
): Promise<MadeLink> {
  if (await isUsername(ctx.db, username)) throw notValid('username', taken);
  await withdrawExpired(ctx.db, username, { by: ctx.who.person_id, now: ctx.now });
  return makeLink(ctx, 'invitation', { name, username, roles: [...new Set(roles)] });
}

/** The same invitation with another link, for seven days from now. Refuses with not_found one that was used. */
async function inviteAnew(ctx: Ctx, id: number): Promise<MadeLink> {
  const [row] = await invitationsFor(ctx.db, id);
  if (!row) throw notFound();
  await withdrawInvitation(ctx.db, id, { by: ctx.who.person_id, now: ctx.now });
  return invite(ctx, row);
}

/** Withdraws an invitation, once. Refuses with not_found one that was used. */
async function withdrawn(ctx: Ctx, id: number): Promise<Invitation> {
  const [before] = await invitationsFor(ctx.db, id);
  if (!before) throw notFound();
  if ((await withdrawInvitation(ctx.db, id, { by: ctx.who.person_id, now: ctx.now })) > 0)
    await recordDeed(ctx, { kind: 'invitation_withdrawn', audience: 'desk', facts: { link: id } });
  const [after] = await invitationsFor(ctx.db, id);
  return shown(ctx, after ?? before);
}

/**
 * A link by which somebody chooses another password, for 24 hours. Her old one and her sessions end when she uses it,
 * or now (`at_once`: somebody else may know it). Refuses with not_found who has left, not_now what would leave no
 * administrator who can sign in by password.
 */
export async function resetPassword(ctx: Ctx, id: number, at_once: boolean): Promise<MadeLink> {
  const [agent] = await agentsFor(ctx.db, id);
  if (!agent || agent.left_at || agent.username === null) throw notFound();
  if (at_once) {
    await keepOneAdministrator(ctx, () => setPassword(ctx.db, id, null));
    await endSessionsOfPerson(ctx.db, id, ctx.now);
  }
  await withdrawResets(ctx.db, id, { by: ctx.who.person_id, now: ctx.now });
  const { name, username, roles } = agent;
  return makeLink(ctx, 'reset', { name, username, roles: roles as DeskRole[], person_id: id });
}

interface ForWhom {
  name: string;
  username: string;
  roles: DeskRole[];
  person_id?: number;
}

async function makeLink(ctx: Ctx, kind: LinkKind, whom: ForWhom): Promise<MadeLink> {
  const { db, who, now, lang } = ctx;
  const secret = newSecret();
  const expires_at = linkEnds(kind, now);
  const link = await unlessTaken('username', () =>
    insertLink(db, {
      ...whom,
      kind,
      secret_hash: hashOf(secret),
      made_by: who.person_id,
      made_at: now,
      expires_at,
    }),
  );
  await recordDeed(ctx, {
    kind: kind === 'invitation' ? 'invited' : 'reset_made',
    audience: 'desk',
    facts: { link, roles: whom.roles.join(','), ...(whom.person_id && { person: whom.person_id }) },
  });
  return {
    path: linkPath(secret),
    name: whom.name,
    expires: moment(expires_at, { now, zone: who.zone, lang }),
  };
}

function shown({ who, now, lang }: Ctx, row: Awaited<ReturnType<typeof invitationsFor>>[number]): Invitation {
  const at = (instant: Date) => moment(instant, { now, zone: who.zone, lang });
  const { id, name, username, roles, made_by } = row;
  return {
    ...{ id, name, username, roles, made_by },
    state: stateOfLink(row, now),
    made: at(row.made_at),
    expires: at(row.expires_at),
  };
}

const taken = {
  en: 'Somebody has this user name already: choose another.',
  fr: 'Quelqu’un a déjà ce nom d’utilisateur : choisissez-en un autre.',
};
