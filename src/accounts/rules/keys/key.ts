import { z } from 'zod';
import { id, line, Moment } from '#platform/schemas.ts';
import { limits, Session } from '../session.ts';
import { desk_roles } from '../who.ts';
import { key_kinds, key_limits, opening_keys, outcomes } from './kinds.ts';

/** The words of second keys and their schemas: the contract of `/api/account`, `/api/people/:id/access`, `/api/key-needs`. */

const Kind = z.enum(key_kinds);

/** What the browser's part of WebAuthn is given and gives back: its own shape, checked by the library that made it. */
const Ceremony = z.record(z.string(), z.unknown());

// Signing in ----------------------------------------------------------------

/** The password was right; a second key opens the session. `passkey` is what the browser is to be asked. */
export const KeyAsked = z.object({
  key: z.object({ kinds: z.array(z.enum(opening_keys)), passkey: Ceremony.nullable() }),
});
export type KeyAsked = z.infer<typeof KeyAsked>;

/** The password was right; a key is to be set up before there is a session. */
export const KeyToSetUp = z.object({ set_up: z.object({ kinds: z.array(Kind) }) });
export type KeyToSetUp = z.infer<typeof KeyToSetUp>;

const code = z.string().trim().max(100);
export const KeyGiven = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['totp', 'pin', 'recovery']), code }),
  z.object({ kind: z.literal('passkey'), answer: Ceremony }),
]);
export type KeyGiven = z.infer<typeof KeyGiven>;

export const PasskeyAsked = z.object({ passkey: Ceremony });

// Setting up ----------------------------------------------------------------

/** With a session the password is asked for again; where a key is set up on signing in it was right just now. */
export const Beginning = z.object({
  kind: Kind,
  password: z.string().max(limits.password_characters.max).optional(),
});

/** What the new key is made of: for an app the secret (also as a picture), for a passkey what the browser is asked. */
export const Begun = z.object({
  kind: Kind,
  secret: z.string().nullable(),
  /** An SVG. */
  picture: z.string().nullable(),
  passkey: Ceremony.nullable(),
});
export type Begun = z.infer<typeof Begun>;

const name = line(key_limits.name_characters).optional();
export const NewKey = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('totp'), name, code }),
  z.object({ kind: z.literal('pin'), name, code }),
  z.object({ kind: z.literal('passkey'), name, answer: Ceremony }),
]);
export type NewKey = z.infer<typeof NewKey>;

export const AddedKey = z.object({
  /** Shown once, with the first key; null when she has codes already. */
  recovery_codes: z.array(z.string()).nullable(),
  /** The session that the key opened, when it was set up on signing in. */
  session: Session.nullable(),
});
export type AddedKey = z.infer<typeof AddedKey>;

export const Confirmed = z.object({ password: z.string().max(limits.password_characters.max) });
export const RecoveryCodes = z.object({ recovery_codes: z.array(z.string()) });

// Seen and ended ------------------------------------------------------------

export const Key = z.object({
  id: z.number().int(),
  kind: Kind,
  name: z.string(),
  added: Moment,
  used: Moment.nullable(),
});

export const OpenSession = z.object({
  id: z.uuid(),
  /** The one that asks. */
  here: z.boolean(),
  browser: z.string(),
  network: z.string(),
  key: z.enum(opening_keys).nullable(),
  since: Moment,
  /** Exact to five minutes. */
  seen: Moment,
});

export const SignInSeen = z.object({
  id: z.number().int(),
  at: Moment,
  outcome: z.enum(outcomes),
  key: z.enum(opening_keys).nullable(),
  browser: z.string(),
  network: z.string(),
});

/** Another school where a person is also somebody, by her own word (rules/several.ts). */
export const OtherSchool = z.object({
  id: z.number().int(),
  /** Who she is there. */
  person: z.number().int(),
  school: z.string(),
  said: Moment,
});
export type OtherSchool = z.infer<typeof OtherSchool>;

/** A person's keys, sessions and last sign-ins. */
export const Access = z.object({
  person: z.object({ id: z.number().int(), name: z.string() }),
  keys: z.array(Key),
  /** How many are left. */
  recovery_codes: z.number().int(),
  /** Whether she needs a key of her own. */
  needed: z.boolean(),
  sessions: z.array(OpenSession),
  sign_ins: z.array(SignInSeen),
  /** Who else she is, at other schools. */
  schools: z.array(OtherSchool),
  can: z.object({ take_keys: z.boolean(), end_sessions: z.boolean() }),
});
export type Access = z.infer<typeof Access>;

/** One's own, with what can be added here. */
export const Account = Access.extend({
  kinds: z.array(Kind),
  can: Access.shape.can.extend({ change_password: z.boolean(), secure_school: z.boolean() }),
});
export type Account = z.infer<typeof Account>;

export const PersonPath = z.object({ id: id() });
export const SessionPath = PersonPath.extend({ session: z.uuid() });

// Who needs a key -----------------------------------------------------------

export const RolesNeedKey = z.object({ roles: z.array(z.enum(desk_roles)) });
export const SchoolNeedsKey = z.object({ needed: z.boolean() });
/** The people of a school with whether each has a key, for who says that they need one. */
export const SchoolKeys = SchoolNeedsKey.extend({
  people: z.array(
    z.object({ id: z.number().int(), name: z.string(), keys: z.array(Kind), sessions: z.number().int() }),
  ),
});
export type SchoolKeys = z.infer<typeof SchoolKeys>;
