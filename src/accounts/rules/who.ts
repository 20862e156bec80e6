import type { DeskTime } from '#sla/rules/desk-hours.ts';

/** Roles inside the iGroup and inside a school (glossary; process.json role_map). One person may hold several. */
export const desk_roles = [
  'agent',
  'coordinator',
  'level2_contact',
  'knowledge_editor',
  'privacy_officer',
  'rights_keeper',
  'administrator',
] as const;
export type DeskRole = (typeof desk_roles)[number];

export const school_roles = ['lead', 'security_contact', 'technical_contact', 'member'] as const;
export type SchoolRole = (typeof school_roles)[number];

/**
 * What a bearer token may do; a cookie may do all that its person may. `read` opens what changes nothing, `write`
 * the rest; `administer` is asked for beside them where only administrators may.
 */
export const scopes = ['read', 'write', 'administer'] as const;
export type Scope = (typeof scopes)[number];

interface Acting {
  person_id: number;
  name: string;
  /** The session or the token that this act is recorded with (S24). */
  session_id: string | null;
  token_id: string | null;
  scopes: readonly Scope[];
  /** When the desk works, and in which zone its days are told; the iGroup's people read times in it. */
  desk: DeskTime;
  /** The desk made her school's password: it opens nothing but the choice of another (rules/first-change.ts). */
  must_change?: true;
}

/** A named person behind a school's login. */
export interface AtSchool extends Acting {
  side: 'school';
  school_id: number;
  roles: readonly SchoolRole[];
  zone: string;
  /** Since when her school is trained, in Stage 1, suspended; and the day there when she asked (schools/rules). */
  since: Since;
  today: string;
}

/** Days of the school's own zone (YYYY-MM-DD); null is not yet. */
interface Since {
  trained_from: string | null;
  stage1_from: string | null;
  suspended_from: string | null;
}

/** Whether her school is in Stage 1 today. */
export const inStage1 = ({ since: { stage1_from }, today }: Pick<AtSchool, 'since' | 'today'>): boolean =>
  stage1_from !== null && stage1_from <= today;

/** A person of the iGroup. */
export interface AtDesk extends Acting {
  side: 'desk';
  roles: readonly DeskRole[];
  zone: string;
}

/** The software itself: a job, named, recorded as such. */
export interface Software {
  side: 'system';
  job: string;
}

/** Somebody at the emergency door, as she typed her name: not known, and given access to nothing. */
export interface Caller {
  side: 'caller';
  name: string;
}

export type Person = AtSchool | AtDesk;
export type Who = Person | Software;

export const holds = (who: Who, ...roles: readonly DeskRole[]): boolean =>
  who.side === 'desk' && who.roles.some(role => roles.includes(role));

/**
 * S10: the roles of the iGroup for which tickets about rights exist: who keeps them, and the privacy officer, who
 * answers for how they are kept and decides nothing there.
 */
export const rights_roles = ['rights_keeper', 'coordinator', 'privacy_officer'] as const satisfies DeskRole[];
export const seesRightsAs = (roles: readonly string[]): boolean =>
  rights_roles.some(role => roles.includes(role));

/** The roles of the iGroup that work tickets: those who can be given one, and open one for a school. */
export const worksTickets = (roles: readonly string[]): boolean =>
  roles.some(role => ['agent', 'coordinator', 'level2_contact', 'privacy_officer'].includes(role));
