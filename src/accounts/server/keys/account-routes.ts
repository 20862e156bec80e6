import type { FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { Problem } from '#platform/http/problems.ts';
import { admit, within, type Served } from '#platform/http/routes.ts';
import { notFound } from '#platform/refusals.ts';
import {
  Account,
  Access,
  AddedKey,
  Beginning,
  Begun,
  Confirmed,
  NewKey,
  PersonPath,
  RecoveryCodes,
} from '../../rules/keys/key.ts';
import { kindsFor } from '../../rules/keys/needed.ts';
import { maySecureSchool } from '../../rules/keys/policy.ts';
import { signedIn } from '../../rules/policy.ts';
import type { Person } from '../../rules/who.ts';
import type { Ctx } from '../acting.ts';
import { confirmPassword } from '../sign-in/confirming.ts';
import { hashOfCode } from '../sign-in/codes.ts';
import { entranceOf, type EntranceHome } from '../sign-in/entrance.ts';
import { tokensHaveNoSession } from '../sign-in/sign-in.ts';
import { recordDeed } from '../story/story.ts';
import { accessOf, ownRow, removeOwnKey } from './access.ts';
import { aboutOwn, addKey, beginKey, newCodes, type Holding } from './beginning.ts';
import { replaceCodes } from './store.ts';
import { keysShown } from './views.ts';

const tags = ['Accounts'];

/**
 * One's own keys. Not deeds of `keyRoutes`: they look at a password, which no transaction waits for, and answer secrets
 * that nothing may keep for an Idempotency-Key. Scripts have no account: a token may be revoked, and nothing more.
 */
export function serveAccount(served: Served<Person>, home: EntranceHome): void {
  const app = served.app.withTypeProvider<ZodTypeProvider>();
  const own = async (request: FastifyRequest): Promise<Holding> => {
    const who = await admit(served, request, { may: signedIn, door: 'gate_page' });
    if (who.session_id === null) throw tokensHaveNoSession();
    return { ...entranceOf(served, home, request), who };
  };
  const confirmed = async (request: FastifyRequest, password: string | undefined): Promise<Holding> => {
    const holding = await own(request);
    const asked = { who: holding.who, address: request.ip, field: 'password' };
    await confirmPassword(holding, asked, password ?? '');
    return holding;
  };

  app.get(
    '/api/account',
    {
      schema: {
        tags,
        summary: 'One’s own second keys, sessions and last sign-ins',
        response: { 200: Account, '4xx': Problem },
      },
    },
    async request => {
      const { who, passkeys } = await own(request);
      return within(served, request, who, ctx => accountOf(ctx, passkeys !== undefined));
    },
  );
  app.post(
    '/api/account/key-beginnings',
    {
      schema: {
        tags,
        summary: 'Begin a second key of one’s own; the password is asked for again',
        body: Beginning,
        response: { 200: Begun, '4xx': Problem },
      },
    },
    async request => beginKey(await confirmed(request, request.body.password), request.body.kind),
  );
  app.post(
    '/api/account/keys',
    {
      schema: {
        tags,
        summary: 'Add the key that was begun; the first comes with recovery codes, shown this once',
        body: NewKey,
        response: { 201: AddedKey, '4xx': Problem },
      },
    },
    async (request, reply) =>
      reply.code(201).send({ ...(await addKey(await own(request), request.body)), session: null }),
  );
  app.post(
    '/api/account/keys/:id/removal',
    {
      schema: {
        tags,
        summary: 'Take off a key of one’s own',
        params: PersonPath,
        body: Confirmed,
        response: { 200: Access, '4xx': Problem },
      },
    },
    async request => {
      const { who } = await confirmed(request, request.body.password);
      return within(served, request, who, ctx => removeOwnKey(ctx, request.params.id));
    },
  );
  app.post(
    '/api/account/recovery-codes',
    {
      schema: {
        tags,
        summary: 'Have new recovery codes, shown this once; those before are void',
        body: Confirmed,
        response: { 201: RecoveryCodes, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { who } = await confirmed(request, request.body.password);
      return reply.code(201).send(await within(served, request, who, renewCodes));
    },
  );
}

async function accountOf(ctx: Ctx, passkeys: boolean): Promise<Account> {
  const { who } = ctx;
  const person = await ownRow(ctx);
  const access = await accessOf(ctx, person);
  return {
    ...access,
    kinds: kindsFor(person, passkeys),
    can: {
      ...access.can,
      change_password: who.side === 'desk',
      secure_school: who.side === 'school' && maySecureSchool(who, who.school_id),
    },
  };
}

/** Ten new ones in place of those before. They stand for a key: who has none, has none. Refuses with not_found. */
async function renewCodes(ctx: Ctx): Promise<{ recovery_codes: string[] }> {
  const { db, who, now } = ctx;
  if ((await keysShown(db, who.person_id)).length === 0) throw notFound();
  const recovery_codes = newCodes();
  await replaceCodes(db, who.person_id, recovery_codes.map(hashOfCode), now);
  const facts = { person: who.person_id };
  await recordDeed(ctx, { ...aboutOwn(who), kind: 'recovery_codes_made', facts });
  return { recovery_codes };
}
