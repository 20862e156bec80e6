import { notNow } from '#platform/refusals.ts';
import type { Ctx } from './acting.ts';
import { holdAdministrators } from './store.ts';

/**
 * Does what may take an administrator away. Refuses with not_now when nobody would be left who administers and can
 * sign in by password: the provider of single sign-on may be down, and somebody has to be able to mend that.
 */
export async function keepOneAdministrator<T>({ db }: Pick<Ctx, 'db'>, work: () => Promise<T>): Promise<T> {
  await holdAdministrators(db);
  const done = await work();
  if ((await holdAdministrators(db)).length === 0)
    throw notNow({
      en: 'This is the last administrator who can sign in with a password. Make somebody else one first.',
      fr: 'C’est le dernier administrateur qui peut se connecter avec un mot de passe. Désignez-en d’abord un autre.',
    });
  return done;
}
