import { z } from 'zod';
import { id, line, Moment } from '#platform/schemas.ts';
import { doors } from './doors.ts';
import { desk_roles, school_roles, scopes } from './who.ts';

/** The words of sign-in and their schemas: the contract of `/api/session`, `/api/setup`, `/api/tokens`, `/api/agents`. */

export const limits = {
  /** A session that nobody used for this long is over; and no session lives longer than the second. */
  idle_hours: 12,
  absolute_hours: 7 * 24,
  password_characters: { min: 10, max: 200 },
  token_days: 366,
} as const;

/** As typed: any case, spaces around it do not matter; é typed as one character or as two is the same. */
export const Username = z
  .string()
  .trim()
  .normalize('NFC')
  .toLowerCase()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,79}$/u);

export const NewPassword = z.string().min(limits.password_characters.min).max(limits.password_characters.max);

export const SignIn = z.object({
  username: z.string().max(200),
  password: z.string().max(limits.password_characters.max),
  /** Behind a school's login: which of its people this is. Left out at first, then chosen from `people`. */
  person: id().optional(),
});

export const WhoIsIt = z.object({
  people: z.array(z.object({ id: z.number().int(), name: z.string() })),
});

export const Session = z.object({
  person: z.object({ id: z.number().int(), name: z.string() }),
  side: z.enum(['school', 'desk']),
  roles: z.array(z.enum([...desk_roles, ...school_roles])),
  school: z.object({ id: z.number().int(), code: z.string(), name: z.string() }).nullable(),
  /** She has said that she is somebody at another school too, and can go over to it. */
  several: z.boolean(),
  /** What the group and its system are called; null where nobody has said it. */
  igroup: z.object({ name: z.string().nullable(), system: z.string().nullable() }),
  /** On whose clock she reads times. */
  zone: z.string(),
  /** The doors of the gate that are open to her; to who is of the desk, all. */
  open: z.array(z.enum(doors)),
  /** The password is the letter's: nothing is open before the school has chosen its own. */
  must_change: z.boolean(),
  /** What the screens may offer beside tickets. */
  can: z.object({
    open_tickets: z.boolean(),
    keep_schools: z.boolean(),
    administer: z.boolean(),
    take_emergencies: z.boolean(),
    /** Keeps her own school's people and password. */
    keep_people: z.boolean(),
    read_audit: z.boolean(),
    /** Sees who has which rights: of her own school, or at the desk of all. */
    see_rights: z.boolean(),
    see_accesses: z.boolean(),
    /** Reads how the promises were kept: of her own school, or at the desk of all. */
    read_statements: z.boolean(),
  }),
});
export type Session = z.infer<typeof Session>;

/** With `everywhere=true` all sessions of the person end, not this one alone. */
export const SigningOut = z.object({ everywhere: z.enum(['true', 'false']).default('false') });
export const SignedOut = z.object({ ended: z.number().int() });

/** `old` is left out only where the password is a letter's: whoever is signed in has just typed it. */
export const PasswordChange = z.object({
  old: z.string().max(limits.password_characters.max).optional(),
  new: NewPassword,
});

export const Setup = z.object({
  code: z.string().trim().max(100),
  name: line(120),
  username: Username,
  password: NewPassword,
});

export const SetupState = z.object({ needed: z.boolean() });

export const Agent = z.object({
  id: z.number().int(),
  name: z.string(),
  roles: z.array(z.enum(desk_roles)),
  username: z.string().nullable(),
  left: z.boolean(),
  /** By what she can sign in; for administrators. */
  keys: z
    .object({
      password: z.boolean(),
      provider: z.object({ id: z.number().int(), seen_as: z.string().nullable() }).nullable(),
      /** Until when a link for another password is open. */
      reset_until: Moment.nullable(),
    })
    .optional(),
  /** Whom she is at schools, as administrators said. */
  at_schools: z
    .array(
      z.object({
        person: z.number().int(),
        school: z.string(),
        name: z.string(),
        left: z.boolean(),
        by: z.string(),
      }),
    )
    .optional(),
});
export type Agent = z.infer<typeof Agent>;

/**
 * `left`: she leaves (or comes back); her sessions and tokens end with it. With `also_at_schools` she leaves the
 * schools too where she is known to be.
 */
export const AgentChange = z.object({
  name: line(120).optional(),
  roles: z.array(z.enum(desk_roles)).min(1).optional(),
  left: z.boolean().optional(),
  also_at_schools: z.boolean().optional(),
});

export const NewToken = z.object({
  name: line(120),
  /** Whom the token acts for. */
  person: id(),
  scopes: z.array(z.enum(scopes)).min(1),
  days: z.number().int().min(1).max(limits.token_days),
});

export const Token = z.object({
  id: z.uuid(),
  name: z.string(),
  person: z.object({ id: z.number().int(), name: z.string() }),
  scopes: z.array(z.enum(scopes)),
  created: Moment,
  expires: Moment,
  revoked: Moment.nullable(),
  /** Its last use, exact to five minutes; null is never. */
  seen: Moment.nullable(),
  /** Whether it acts for the one who asks. */
  mine: z.boolean(),
  /** Stands, and is over within two weeks. */
  ends_soon: z.boolean(),
  /** Whether it still opens anything. */
  stands: z.boolean(),
});
export const CreatedToken = Token.extend({
  /** Shown once; only its hash is kept. */
  token: z.string(),
});
