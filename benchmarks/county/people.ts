import { createHash } from 'node:crypto';
import { hashPassword } from '#accounts/server/accounts.ts';
import { hashOf } from '#accounts/server/sign-in/secrets.ts';
import type { DeskRole, SchoolRole } from '#accounts/rules/who.ts';
import type { Dice } from './dice.ts';
import type { Row } from './tables.ts';

/** The county's schools, two people at each, and twelve agents after them. */

export const school_count = 300;
const per_school = 2;
const first_agent = school_count * per_school + 1;
const agent_roles: readonly DeskRole[][] = [
  ...Array.from({ length: 8 }, (): DeskRole[] => ['agent']),
  ['agent', 'level2_contact'],
  ['agent', 'level2_contact'],
  ['coordinator'],
  ['coordinator'],
];

export interface Someone {
  id: number;
  name: string;
  /** Undefined for an agent. */
  school_id: number | undefined;
  roles: readonly (DeskRole | SchoolRole)[];
  username: string;
}

const atSchool = (index: number): Someone => {
  const school_id = 1 + Math.floor(index / per_school);
  const lead = index % per_school === 0;
  return {
    id: index + 1,
    name: `Person ${index + 1}`,
    school_id,
    roles: [lead ? 'lead' : 'member'],
    username: `school${school_id}`,
  };
};
const atDesk = (roles: DeskRole[], index: number): Someone => {
  return {
    id: first_agent + index,
    name: `Agent ${index + 1}`,
    school_id: undefined,
    roles,
    username: `agent${index + 1}`,
  };
};

export const contacts: readonly Someone[] = Array.from({ length: school_count * per_school }, (_, index) =>
  atSchool(index),
);
export const agents: readonly Someone[] = agent_roles.map(atDesk);
export const level2 = agents.filter(agent => agent.roles.includes('level2_contact'));
export const contactsOf = (school_id: number) =>
  contacts.slice((school_id - 1) * per_school, school_id * per_school);

/** Everybody's password. */
export const county_password = 'the county of numbers';

/** The secret of somebody's session: known, so that whoever measures needs no sign-in. */
export const secretOf = ({ username, id }: Someone): string =>
  createHash('sha256').update(`${username} ${id}`).digest('base64url');

const day_of = (at: Date): string => at.toISOString().slice(0, 10);

/** Schools that the gate is open to, people, their logins, and a session for each that never ends. */
export async function settlement(
  dice: Dice,
  since: Date,
): Promise<Record<'schools' | 'people' | 'logins' | 'sessions', Row[]>> {
  const created_at = since;
  const password_hash = await hashPassword(county_password);
  const later = new Date('2100-01-01T00:00:00Z');
  const everyone = [...contacts, ...agents];
  const login_ids = new Map<string, number>();
  for (const { username } of everyone)
    if (!login_ids.has(username)) login_ids.set(username, login_ids.size + 1);
  return {
    schools: Array.from({ length: school_count }, (_, index) => ({
      id: index + 1,
      code: `S${String(index + 1).padStart(4, '0')}`,
      name: `School ${index + 1}`,
      town: `Town ${1 + dice.below(80)}`,
      zone: dice.chance(0.05) ? 'America/Edmonton' : 'America/Vancouver',
      created_at,
      trained_from: day_of(since),
      stage1_from: day_of(since),
    })),
    people: everyone.map(({ id, name, school_id, roles }) => ({ id, name, school_id, roles, created_at })),
    logins: [...login_ids].map(([username, id]) => {
      const { id: person_id, school_id } = everyone.find(each => each.username === username)!;
      return { id, username, password_hash, created_at, ...(school_id ? { school_id } : { person_id }) };
    }),
    sessions: everyone.map(someone => ({
      id: `00000000-0000-4000-8000-${String(someone.id).padStart(12, '0')}`,
      token_hash: `\\x${hashOf(secretOf(someone)).toString('hex')}`,
      login_id: login_ids.get(someone.username),
      person_id: someone.id,
      created_at,
      seen_at: later,
      expires_at: later,
    })),
  };
}
