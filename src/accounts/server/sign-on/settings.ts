import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { langOf } from '#platform/http/language.ts';
import { Problem } from '#platform/http/problems.ts';
import { admit, within, type Served } from '#platform/http/routes.ts';
import { notNow, notValid } from '#platform/refusals.ts';
import type { Lang, Words } from '#platform/schemas.ts';
import type { Sealing } from '#platform/sealing.ts';
import { moment } from '#sla/rules/moments.ts';
import { administrators } from '../../rules/policy.ts';
import { returns, SignOnChange, SignOnSettings, SignOnTrial, TrialAnswer } from '../../rules/sign-on.ts';
import type { Person } from '../../rules/who.ts';
import type { Ctx } from '../acting.ts';
import { holdAdministrators, personById } from '../store.ts';
import { recordDeed } from '../story/story.ts';
import { discover, knowsClient, sealed_as, WayFailed } from './provider.ts';
import { keepProvider, keptProvider } from './store.ts';

/** Where this installation lives, as a request sees it, and what seals. */
export interface Home {
  back: (request: { protocol: string; host: string }) => string;
  sealing: Sealing;
}

/** How an administrator sets single sign-on up. Its routes carry a secret, so nothing is kept of them for a key. */
export function serveSignOnSettings(served: Served<Person>, { back, sealing }: Home): void {
  const app = served.app.withTypeProvider<ZodTypeProvider>();
  const schema = { tags: ['Accounts'] };
  app.get(
    '/api/sign-on/settings',
    {
      schema: {
        ...schema,
        summary: 'How single sign-on is set up',
        response: { 200: SignOnSettings, '4xx': Problem },
      },
    },
    async request => {
      const who = await admit(served, request, { may: administrators });
      return within(served, request, who, ctx => settingsFor(ctx, back(request), sealing));
    },
  );
  app.put(
    '/api/sign-on/settings',
    {
      schema: {
        ...schema,
        summary: 'Set single sign-on up; a secret that is left out stays',
        body: SignOnChange,
        response: { 200: SignOnSettings, '4xx': Problem },
      },
    },
    async request => {
      const who = await admit(served, request, { may: administrators });
      return within(served, request, who, async ctx => {
        await setUp(ctx, request.body, sealing);
        return settingsFor(ctx, back(request), sealing);
      });
    },
  );
  app.post(
    '/api/sign-on/settings/trial',
    {
      schema: {
        ...schema,
        summary: 'Ask the provider, as typed and before it is saved, and say what it answered',
        body: SignOnTrial,
        response: { 200: TrialAnswer, '4xx': Problem },
      },
    },
    async request => {
      await admit(served, request, { may: administrators });
      const kept = await keptProvider(served.database.owner);
      const own =
        kept && isFor(kept, request.body) ? sealing.unseal(kept.client_secret, sealed_as) : undefined;
      const client_secret = request.body.client_secret ?? own;
      if (client_secret === undefined) throw notValid('client_secret', needed);
      return tried({ ...request.body, client_secret }, { back: back(request), lang: langOf(request) });
    },
  );
}

const none = { issuer: '', client_id: '', claim: 'preferred_username', label: '', is_on: false } as const;

async function settingsFor(ctx: Ctx, back: string, sealing: Sealing): Promise<SignOnSettings> {
  const { db, who, now, lang } = ctx;
  const row = await keptProvider(db);
  if (!row) return { ...none, passwords: 'everybody', client_secret: 'none', back, changed: null };
  const { issuer, client_id, claim, label, is_on, passwords } = row;
  return {
    ...{ issuer, client_id, claim, label, is_on, passwords, back },
    client_secret: sealing.unseal(row.client_secret, sealed_as) === undefined ? 'lost' : 'kept',
    changed: {
      by: (await personById(db, row.changed_by))!.name,
      at: moment(row.changed_at, { now, zone: who.zone, lang }),
    },
  };
}

/**
 * Keeps it. Refuses with not_valid without a secret, and with another issuer than the kept secret was for; with
 * not_now that passwords end for others while no administrator could sign in by one.
 */
async function setUp(ctx: Ctx, change: SignOnChange, sealing: Sealing): Promise<void> {
  const { db, who, now } = ctx;
  const before = await keptProvider(db);
  const { client_secret, ...rest } = change;
  if (client_secret === undefined && !(before && isFor(before, change)))
    throw notValid('client_secret', needed);
  if (change.passwords === 'administrators' && (await holdAdministrators(db)).length === 0)
    throw notNow(nobody);
  await keepProvider(db, {
    ...rest,
    client_secret:
      client_secret === undefined ? before!.client_secret : sealing.seal(client_secret, sealed_as),
    changed_by: who.person_id,
    changed_at: now,
  });
  await recordDeed(ctx, {
    kind: 'sign_on_set',
    audience: 'desk',
    facts: {
      on: [before?.is_on ?? false, change.is_on],
      issuer: [before?.issuer ?? null, change.issuer],
      passwords: [before?.passwords ?? null, change.passwords],
      secret: client_secret !== undefined,
    },
  });
}

/** The secret of one provider is never sent to another. */
const isFor = (kept: Asked, asked: Asked) =>
  kept.issuer === asked.issuer && kept.client_id === asked.client_id;
type Asked = Pick<SignOnTrial, 'issuer' | 'client_id'>;

/** Asks the provider who it is and whether it knows us. Nothing that it wrote is passed on but its own address. */
async function tried(
  client: { issuer: string; client_id: string; client_secret: string },
  { back, lang }: { back: string; lang: Lang },
): Promise<TrialAnswer> {
  const steps: TrialAnswer['steps'] = [];
  const say = (ok: boolean, sentence: Words) => steps.push({ ok, sentence: sentence[lang] });
  try {
    const found = await discover(client);
    say(true, itAnswered);
    const { code_challenge_methods_supported: ways } = found.serverMetadata();
    if (ways?.includes('S256')) say(true, itKnowsPkce);
    const known = await knowsClient(found, back);
    say(known, known ? itKnowsUs : returns.wrong_client);
  } catch (error) {
    if (!(error instanceof WayFailed)) throw error;
    say(false, returns[error.reason]);
  }
  return { works: steps.every(({ ok }) => ok), steps };
}

const itAnswered = {
  en: 'The provider answers, under the address that you typed.',
  fr: 'Le fournisseur répond, sous l’adresse saisie.',
};
const itKnowsPkce = {
  en: 'It protects the way back (PKCE).',
  fr: 'Il protège le chemin du retour (PKCE).',
};
const itKnowsUs = {
  en: 'It accepts the client id and the secret.',
  fr: 'Il accepte l’identifiant et le secret du client.',
};
const needed = {
  en: 'Type the client secret: none is kept for this issuer and client.',
  fr: 'Saisissez le secret du client : aucun n’est gardé pour cet émetteur et ce client.',
};
const nobody = {
  en: 'No administrator could sign in with a password then. Give one a password first.',
  fr: 'Aucun administrateur ne pourrait alors se connecter avec un mot de passe. Donnez-en d’abord un à l’un d’eux.',
};
