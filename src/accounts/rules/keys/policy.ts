import { administrators, giversOfLogins } from '../policy.ts';
import { holds, type Person } from '../who.ts';

/** Somebody whose keys and sessions are looked at. */
interface Of {
  id: number;
  school_id: number | null;
}

/** S10, S24: at a school, its security contact and its lead. */
const securesSchool = (who: Person, school_id: number): boolean =>
  who.side === 'school' &&
  who.school_id === school_id &&
  who.scopes.includes('administer') &&
  who.roles.some(role => role === 'lead' || role === 'security_contact');

/** Who sees a person's keys and sessions, and ends sessions: administrators the iGroup's; a school's its own and the coordinator. */
export const mayKeepAccess = (who: Person, of: Of): boolean =>
  of.school_id === null ? administrators(who) : maySecureSchool(who, of.school_id);

/**
 * Who takes off a key that somebody has lost. Nobody her own: a stolen session would shed it so. Her own page asks
 * for the password, and the last administrator is helped by who runs the server.
 */
export const mayTakeKeys = (who: Person, of: Of): boolean =>
  mayKeepAccess(who, of) && who.person_id !== of.id;

/** Who says whether a school's people need keys of their own. */
export const maySecureSchool = (who: Person, school_id: number): boolean =>
  giversOfLogins(who) || securesSchool(who, school_id);

/** Who opens the pages of other people's access at all; of whom, `mayKeepAccess` says. */
export const keepsAccess = (who: Person): boolean =>
  holds(who, 'coordinator', 'administrator') || (who.side === 'school' && securesSchool(who, who.school_id));
