import type { DeskRole, SchoolRole } from '../who.ts';
import { key_kinds, key_limits, type KeyKind, type OpeningKey } from './kinds.ts';

/** Whose key it would be: a role is of the iGroup, so a school's people are asked for by their school alone. */
export interface Holder {
  school_id: number | null;
  roles: readonly (DeskRole | SchoolRole)[];
}

/** What was said to need a key: roles of the iGroup, and schools. */
export interface Needs {
  roles: readonly string[];
  schools: readonly number[];
}

/** Whether a person needs a key of her own. */
export const needsKey = ({ school_id, roles }: Holder, needs: Needs): boolean =>
  school_id === null ? roles.some(role => needs.roles.includes(role)) : needs.schools.includes(school_id);

/** The needs that may concern one person, as they are read with her. */
export const needsOf = (read: {
  school_id: number | null;
  roles_in_need: readonly string[];
  school_in_need: boolean;
}): Needs => ({
  roles: read.roles_in_need,
  schools: read.school_in_need && read.school_id !== null ? [read.school_id] : [],
});

export type Step = 'open' | 'ask' | 'set_up';

/**
 * What follows the right password. Who has a key is always asked for it, needed or not; who needs one and has none
 * sets it up before anything else: until then there is no session.
 */
export const stepAfterPassword = (has: readonly KeyKind[], needed: boolean): Step =>
  has.length > 0 ? 'ask' : needed ? 'set_up' : 'open';

/**
 * What opens the session of somebody who has these keys: a passkey only where browsers give one (`passkeys`), and a
 * recovery code in place of any.
 */
export const keysThatOpen = (has: readonly KeyKind[], codes: number, passkeys: boolean): OpeningKey[] => [
  ...key_kinds.filter(kind => has.includes(kind) && (kind !== 'passkey' || passkeys)),
  ...(codes > 0 ? (['recovery'] as const) : []),
];

/**
 * The kinds that a person may add. A PIN is for schools, where few have a telephone at hand; it is known, as a
 * password is, so who works for all schools has something in her hand. A passkey needs an address that browsers
 * take one for.
 */
export const kindsFor = ({ school_id }: Pick<Holder, 'school_id'>, passkeys: boolean): KeyKind[] => [
  ...(passkeys ? (['passkey'] as const) : []),
  'totp',
  ...(school_id === null ? [] : (['pin'] as const)),
];

/** Whether a person's key may be taken away by herself: not the last one where she needs one. */
export const mayRemoveOwn = (count: number, needed: boolean): boolean => !needed || count > 1;

/** Six digits or more, and not those that are tried first: all the same, or one after the other. */
export function isPin(text: string): boolean {
  const { min, max } = key_limits.pin_digits;
  if (!new RegExp(`^\\d{${min},${max}}$`).test(text)) return false;
  const steps = text
    .split('')
    .slice(1)
    .map((digit, at) => (Number(digit) - Number(text[at]) + 10) % 10);
  return !(
    steps.every(step => step === 0) ||
    steps.every(step => step === 1) ||
    steps.every(step => step === 9)
  );
}

const within = (since: Date, minutes: number, now: Date) =>
  now.getTime() - since.getTime() < minutes * 60_000;

/** Whether a sign-in still waits for its key. */
export const halfOpen = (
  { begun_at, ended_at, tries }: { begun_at: Date; ended_at: Date | null; tries: number },
  now: Date,
): boolean =>
  ended_at === null &&
  tries < key_limits.half_open_tries &&
  within(begun_at, key_limits.half_open_minutes, now);

/** Whether a key that was begun can still be finished. */
export const beginningStands = ({ begun_at }: { begun_at: Date }, now: Date): boolean =>
  within(begun_at, key_limits.beginning_minutes, now);
