import { z } from 'zod';
import { id } from '#platform/schemas.ts';
import { KeyGiven, OtherSchool } from './keys/key.ts';
import { limits } from './session.ts';

/** A person of several schools (N14): the contract of `/api/account/schools` and `/api/session/acting`. */

/** At how many other schools somebody can be. */
export const most_other_schools = 8;

export const OtherSchools = z.object({ items: z.array(OtherSchool) });
export type OtherSchools = z.infer<typeof OtherSchools>;

const password = z.string().max(limits.password_characters.max);

/** Both sign-ins are proved: this school's password, and all that the other school's sign-in asks for. */
export const AlsoThere = z.object({
  password,
  username: z.string().max(200),
  password_there: password,
  /** Left out at first, then chosen from that school's people; then the key, where one is asked for. */
  person: id().optional(),
  key: KeyGiven.optional(),
});

/** For whom she wants to act now; the password of that school, once it was asked for. */
export const Acting = z.object({ person: id(), password: password.optional() });

export const PasswordAsked = z.object({ password_of: z.object({ school: z.string() }) });
export type PasswordAsked = z.infer<typeof PasswordAsked>;

/** How somebody is to go over: what opened her session here, and what she proved there. */
interface Way {
  /** The key that opened her session; null is the school's password alone, which her colleagues know too. */
  session_key: string | null;
  proved_password: number;
  password_now: number;
}

/**
 * Whether the other school's password is asked for. Not where she opened this session with a key of her own, and has
 * shown that she knows the password that the other school has now: else a colleague who chose her name here would come
 * into a school whose password he does not know.
 */
export const passwordAsked = ({ session_key, proved_password, password_now }: Way): boolean =>
  session_key === null || proved_password !== password_now;
