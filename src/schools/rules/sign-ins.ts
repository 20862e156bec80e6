import { z } from 'zod';
import { Username } from '#accounts/rules/session.ts';
import { id, langs, several } from '#platform/schemas.ts';
import { review_states } from './review.ts';

/** The logins of schools, and the letters that bring them. */

/** How a school's login stands: it has none; the letter's password was not used yet; it has chosen its own. */
export const login_states = ['none', 'letter', 'own'] as const;
export type LoginState = (typeof login_states)[number];

export const SignInsQuery = z.object({ wave: several(z.union([z.literal('none'), id()])) });

/** A school in the list of sign-ins. */
export const SchoolSignIn = z.object({
  id: z.number().int(),
  code: z.string(),
  name: z.string(),
  wave: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  username: z.string().nullable(),
  login: z.enum(login_states),
  /** Since when the letter waits to be used. */
  made: z.string().nullable(),
  people: z.number().int(),
  review: z.object({
    state: z.enum(review_states),
    due: z.string().nullable(),
    answered: z.number().int(),
    of: z.number().int(),
  }),
});
export type SchoolSignIn = z.infer<typeof SchoolSignIn>;

/** `username` is proposed from the code where it is left out; the letter is written in `lang`. */
export const MakingLogin = z.object({ username: Username.optional(), lang: z.enum(langs) });

/** Shown once: the password is nowhere kept, and the letter is the only paper with it. */
export const MadeLogin = z.object({
  username: z.string(),
  password: z.string(),
  /** A PDF, in base64. */
  letter: z.string(),
});
export type MadeLogin = z.infer<typeof MadeLogin>;

export const letters_at_once = 2_000;
export const MakingLogins = z.object({
  schools: z.array(id()).min(1).max(letters_at_once),
  lang: z.enum(langs),
});

/** What comes line by line while logins are made, each line JSON: how far it is, then the letters or why not. */
export const MakingLine = z.union([
  z.object({ made: z.number().int(), of: z.number().int() }),
  z.object({ letters: z.string(), count: z.number().int() }),
  z.object({ problem: z.string() }),
]);
export type MakingLine = z.infer<typeof MakingLine>;
