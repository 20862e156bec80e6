import type { z } from 'zod';
import { notFound, notNow, notValid, Refusal } from '#platform/refusals.ts';
import { passwordAsked, type Acting, type PasswordAsked } from '../../rules/several.ts';
import type { AtSchool } from '../../rules/who.ts';
import { hashOf } from '../sign-in/secrets.ts';
import { noteSignIn } from '../sign-in/seen.ts';
import { prove, type Proved } from '../sign-in/proving.ts';
import { enter, type Entered, type Entrance } from '../sign-in/sign-in.ts';
import { loginNamed } from '../sign-in/views.ts';
import { tokensHaveNoSession } from '../sign-in/sign-in.ts';
import { proveOne, wayTo } from './store.ts';

/**
 * Somebody of several schools acts for another of them: what follows is a sign-in there like any other (a second key,
 * the choice of a password), and the session that opens ends this one. The school's password is asked for first where
 * `passwordAsked` says so. Refuses with not_found whoever she hasn't said that she is; not_now where she has left or
 * the school has no sign-in; not_valid a wrong password; too_many as signing in does.
 */
export async function goOver(
  entrance: Entrance,
  who: AtSchool,
  { person, password }: z.output<typeof Acting>,
): Promise<Entered | PasswordAsked> {
  const { database, clock } = entrance;
  const { owner } = database;
  const { person_id, session_id } = who;
  if (session_id === null) throw tokensHaveNoSession();
  const way = await wayTo(owner, { session_id, person_id }, person);
  if (!way) throw notFound();
  if (way.shut) {
    const seen = { outcome: 'shut', login_id: way.login_id, person_id: person } as const;
    await noteSignIn(owner, seen, entrance, clock());
    throw notNow(shut_there);
  }
  if (!passwordAsked(way)) return enter(entrance, await enteringBy(entrance, way, person));
  if (password === undefined) return { password_of: { school: way.school } };
  const { entering, login } = await provedThere(entrance, { username: way.username, password, person });
  // A letter's password opens the choice of another, and proves nothing for later.
  if (!login.made_at) await proveOne(owner, way.id, { person_id: person, password: login.password_version });
  return enter(entrance, entering);
}

type Way = NonNullable<Awaited<ReturnType<typeof wayTo>>>;

async function enteringBy({ database, cookies }: Entrance, { username, login_id }: Way, person_id: number) {
  const browser_hash = cookies.browser ? hashOf(cookies.browser) : null;
  const login = await loginNamed(database.owner, username, browser_hash);
  return { login_id, person_id, browser_hash: login?.known ? browser_hash : null };
}

/** She typed a password alone: a refusal is about that. */
async function provedThere(
  entrance: Entrance,
  given: { username: string; password: string; person: number },
): Promise<Proved> {
  try {
    return (await prove(entrance, given)) as Proved;
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'not_signed_in') throw notValid('password', not_theirs);
    throw error;
  }
}

const shut_there = {
  en: 'You are not among the people of that school any more, or it has no sign-in now.',
  fr: 'Vous ne faites plus partie de cette école, ou elle n’a plus d’accès pour l’instant.',
};
const not_theirs = {
  en: 'This is not that school’s password now.',
  fr: 'Ce n’est pas le mot de passe actuel de cette école.',
};
