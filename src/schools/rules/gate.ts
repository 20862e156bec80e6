import type { Door } from '#accounts/rules/doors.ts';
import type { DeskRole, Person, SchoolRole } from '#accounts/rules/who.ts';
import { standingOn, type Standing } from './standing.ts';

/**
 * The gate (S11, S23; process.json gates): which door is open to whom, as a school stands. Its 2×2 of trained and
 * Stage 1; a suspension shuts all but the emergency door and the reading of one's own tickets.
 */

/** What a shut door waits for. */
export const facts = ['trained', 'stage1', 'not_suspended'] as const;
export type Fact = (typeof facts)[number];

export type Role = SchoolRole | DeskRole;

/** Who can supply a missing fact: people of the school first, then the desk. */
export const suppliers: Record<Fact, readonly Role[]> = {
  trained: ['lead', 'coordinator'],
  stage1: ['coordinator'],
  not_suspended: ['coordinator'],
};

/** Open; or shut, with what is missing and with whose roles it is open as the school stands. */
export type Verdict = { open: true } | { open: false; missing: readonly Fact[]; by: readonly Role[] };

/** Any one of these lists of facts opens a door. */
type Ways = readonly (readonly Fact[])[];

const always: Ways = [[]];
const trained: Ways = [['trained', 'not_suspended']];
const both: Ways = [['trained', 'stage1', 'not_suspended']];
const stage1: Ways = [['stage1', 'not_suspended']];

const of_school = ['lead', 'security_contact', 'technical_contact', 'member'] as const;
const of_desk = [
  'agent',
  'coordinator',
  'level2_contact',
  'privacy_officer',
  'knowledge_editor',
  'rights_keeper',
  'administrator',
] as const;
/** Who of the desk opens tickets for schools, beside the coordinator. */
const openers = ['agent', 'level2_contact', 'privacy_officer'] as const;

const to = (roles: readonly Role[], ways: Ways): Partial<Record<Role, Ways>> =>
  Object.fromEntries(roles.map(role => [role, ways]));
/** The desk's own work is not gated. */
const schoolsNeed = (ways: Ways) => ({ ...to(of_school, ways), ...to(of_desk, always) });

/** What opens each door to each role; a role that is not there never has it. */
const ways: Record<Door, Partial<Record<Role, Ways>>> = {
  gate_page: schoolsNeed(always),
  sign_in: schoolsNeed(trained),
  // P07: for a school in Stage 1 without its account, the coordinator takes the call and opens the ticket.
  ordinary_work: { ...to([...of_school, ...openers], both), coordinator: stage1 },
  startup_question: { ...to([...of_school, ...openers], trained), coordinator: [...trained, ...stage1] },
  act_on_tickets: schoolsNeed(trained),
  read_tickets: schoolsNeed([['trained']]),
  read_knowledge: schoolsNeed(trained),
  forum: schoolsNeed(trained),
  // Support begins with Stage 1; a school itself never goes to Level 2 (S4).
  propose_level2: to(['agent', 'coordinator', 'level2_contact'], stage1),
  privacy_incident: schoolsNeed(always),
  notices: schoolsNeed(always),
  connectivity_check: schoolsNeed(always),
  print_check: schoolsNeed(always),
  locked_out: to(['lead', 'security_contact'], always),
};

const holds = ({ suspended, ...standing }: Standing, fact: Fact): boolean =>
  fact === 'not_suspended' ? !suspended : standing[fact];

/** Whether a door is open to a role, as a school stands; else what is missing. */
export function gate(standing: Standing, role: Role, door: Door): Verdict {
  const lacking = (each: Role) =>
    (ways[door][each] ?? []).map(way => way.filter(fact => !holds(standing, fact)));
  const open = (each: Role) => lacking(each).some(({ length }) => length === 0);
  if (open(role)) return { open: true };
  const [missing = []] = lacking(role).sort((one, other) => one.length - other.length);
  return { open: false, missing, by: [...of_school, ...of_desk].filter(open) };
}

/** The same for somebody with several roles: open when it is to one of them. */
export function gateFor(standing: Standing, roles: readonly Role[], door: Door): Verdict {
  const all = roles.map(role => gate(standing, role, door));
  return all.find(({ open }) => open) ?? all[0] ?? { open: false, missing: [], by: [] };
}

/** How the school of a person stands on the day on which she asks. */
export const standingOf = ({ today, since }: Person & { side: 'school' }): Standing =>
  standingOn(today, since);

/** Whether a person may go through a door: of a school as it stands; the desk's people do their own work. */
export const opensTo = (who: Person, door: Door): boolean =>
  who.side === 'desk' || gateFor(standingOf(who), rolesOf(who.roles), door).open;

/** Who has no role at her school is a member of it. */
const rolesOf = (roles: readonly SchoolRole[]): readonly Role[] => (roles.length > 0 ? roles : ['member']);
