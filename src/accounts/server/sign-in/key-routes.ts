import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { Problem } from '#platform/http/problems.ts';
import type { Served } from '#platform/http/routes.ts';
import { notNow, notSignedIn } from '#platform/refusals.ts';
import { AddedKey, Beginning, Begun, KeyGiven, NewKey, PasskeyAsked } from '../../rules/keys/key.ts';
import { needsKey, needsOf, stepAfterPassword } from '../../rules/keys/needed.ts';
import { Session } from '../../rules/session.ts';
import type { Person } from '../../rules/who.ts';
import { personActing, refuseOtherSites } from '../gate.ts';
import { addKey, beginKey, type Holding } from '../keys/beginning.ts';
import { askForPasskey } from '../keys/passkeys.ts';
import { keysBehind } from '../keys/views.ts';
import { clearHalf, setCookies, setHalf } from './cookies.ts';
import { answerEntered, entranceOf, type EntranceHome } from './entrance.ts';
import { beginHalf, endHalf, halfOf } from './half-open.ts';
import { signInWithKey, waitsNoMore } from './key-step.ts';
import { openSession, type Entrance } from './sign-in.ts';
import { loginOf } from './views.ts';

const tags = ['Accounts'];

/** Sign-in after the password: the second key, or setting one up where it is needed and there is none yet. */
export function serveKeyStep(served: Served<Person>, home: EntranceHome): void {
  const app = served.app.withTypeProvider<ZodTypeProvider>();
  app.post(
    '/api/session/key',
    {
      schema: {
        tags,
        summary: 'Sign in with the second key, after the password',
        body: KeyGiven,
        response: { 201: Session, '4xx': Problem },
      },
    },
    async (request, reply) => {
      refuseOtherSites(home, request);
      return answerEntered(home, reply, await signInWithKey(entranceOf(served, home, request), request.body));
    },
  );
  app.post(
    '/api/session/passkey',
    {
      schema: {
        tags,
        summary: 'Begin to sign in with a passkey alone, for people of the iGroup',
        response: { 200: PasskeyAsked, '4xx': Problem },
      },
    },
    async (request, reply) => {
      refuseOtherSites(home, request);
      const { database, clock, passkeys } = entranceOf(served, home, request);
      if (!passkeys) throw noPasskeysHere();
      const passkey = await askForPasskey(passkeys);
      const nobody = { login_id: null, person_id: null, browser_hash: null };
      setHalf(
        home,
        reply,
        await beginHalf(database.owner, { ...nobody, challenge: passkey.challenge }, clock()),
      );
      return reply.send({ passkey: { ...passkey } });
    },
  );
  app.post(
    '/api/session/key-beginnings',
    {
      schema: {
        tags,
        summary: 'Begin the key that is to be set up before signing in',
        body: Beginning.pick({ kind: true }),
        response: { 200: Begun, '4xx': Problem },
      },
    },
    async request => {
      refuseOtherSites(home, request);
      return beginKey(await settingUp(entranceOf(served, home, request)), request.body.kind);
    },
  );
  app.post(
    '/api/session/keys',
    {
      schema: {
        tags,
        summary: 'Add the key that was begun, and sign in with it; recovery codes are shown this once',
        body: NewKey,
        response: { 201: AddedKey, '4xx': Problem },
      },
    },
    async (request, reply) => {
      refuseOtherSites(home, request);
      const entrance = entranceOf(served, home, request);
      const { half, ...holding } = await settingUp(entrance);
      const added = await addKey(holding, request.body);
      if (!(await endHalf(served.database.owner, half, served.clock()))) throw waitsNoMore();
      const as = { login_id: half.login_id!, person_id: half.person_id!, key: request.body.kind };
      const { session, secrets } = await openSession(entrance, as);
      setCookies(home, reply, secrets);
      clearHalf(home, reply);
      return reply.code(201).send({ ...added, session });
    },
  );
}

/**
 * Whose password was right just now and who is to set a key up. Refuses with not_now when nobody waits, and (of who has
 * a key) not_signed_in: a password alone adds no key beside another.
 */
async function settingUp(
  entrance: Entrance,
): Promise<Holding & { half: NonNullable<Awaited<ReturnType<typeof halfOf>>> }> {
  const { database, clock, cookies } = entrance;
  const { owner } = database;
  const half = await halfOf(owner, cookies.half, { now: clock(), to: 'session' });
  if (!half || half.person_id === null) throw waitsNoMore();
  const behind = await keysBehind(owner, half.person_id);
  const has = behind?.keys.map(({ kind }) => kind) ?? [];
  if (!behind || stepAfterPassword(has, needsKey(behind, needsOf(behind))) !== 'set_up') throw notSignedIn();
  const who = await personActing(owner, half.person_id, { session_id: null, token_id: null, now: clock() });
  if (!who || (await loginOf(owner, who))?.closed_at) throw notSignedIn();
  return { ...entrance, who, half };
}

const noPasskeysHere = () =>
  notNow({
    en: 'Browsers give no passkey at this address. Use the help desk’s own name, with https.',
    fr: 'Les navigateurs ne donnent pas de clé d’accès à cette adresse. Utilisez le nom du centre d’aide, en https.',
  });
