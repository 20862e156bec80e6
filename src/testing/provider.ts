import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type JWK } from 'oidc-provider';

/** A provider of single sign-on on this computer, for tests: whoever is `at` its page is signed in without asking. */
export interface TestProvider {
  issuer: string;
  client: { client_id: string; client_secret: string };
  /** Who sits at the browser: the subject; null refuses at the page. */
  at: { subject: string | null };
  /** It signs with other keys from now on, under the same address. */
  changeKeys: () => void;
  /** From now on a new client secret is asked for. */
  changeSecret: () => void;
  stop: () => Promise<void>;
}

/** `back`: where it may send browsers back to. `page`: asks who one is on a page with a button for each subject. */
export async function startProvider(back: string, page: readonly string[] = []): Promise<TestProvider> {
  const client = { client_id: 'firstline', client_secret: randomBytes(24).toString('hex') };
  const at: TestProvider['at'] = { subject: 'maya-at-the-provider' };
  let provider: Provider;
  const server = createServer((request, answer) => {
    const uid = /^\/interaction\/([^/?]+)/.exec(request.url ?? '')?.[1];
    const chosen = /\?as=(.+)$/.exec(request.url ?? '')?.[1];
    if (!uid) return provider.callback()(request, answer);
    if (page.length > 0 && !chosen) {
      answer.setHeader('content-type', 'text/html');
      const buttons = page.map(who => `<p><a href="/interaction/${uid}?as=${who}">${who}</a></p>`);
      return void answer.end(
        `<!doctype html><title>Provider</title><h1>Who are you?</h1>${buttons.join('')}`,
      );
    }
    const subject = chosen ?? at.subject;
    const result = subject
      ? { login: { accountId: subject } }
      : { error: 'access_denied', error_description: 'a word that only the provider says' };
    return void provider.interactionFinished(request, answer, result, { mergeWithLastSubmission: false });
  });
  await new Promise<void>(settle => server.listen(0, '127.0.0.1', settle));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let turn = 0;
  const open = () => void (provider = providerAt(issuer, { ...client, back, keys: [keyOf(turn++)] }));
  open();
  return {
    issuer,
    client,
    at,
    changeKeys: open,
    changeSecret() {
      const was = client.client_secret;
      client.client_secret = randomBytes(24).toString('hex');
      open();
      client.client_secret = was;
    },
    stop: () => stopped(server),
  };
}

interface Kept {
  client_id: string;
  client_secret: string;
  back: string;
  keys: JWK[];
}

function providerAt(issuer: string, { client_id, client_secret, back, keys }: Kept): Provider {
  const provider = new Provider(issuer, {
    clients: [{ client_id, client_secret, redirect_uris: [back] }],
    jwks: { keys },
    claims: { profile: ['preferred_username'], email: ['email'] },
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: () => ({ sub: id, preferred_username: id.split('-')[0]!, email: `${id}@schools.example` }),
    }),
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    ttl: {
      Session: 3600,
      Interaction: 600,
      Grant: 3600,
      AccessToken: 600,
      IdToken: 600,
      AuthorizationCode: 60,
    },
    // Whoever signs in has consented.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        accountId: oidc.session!.accountId!,
        clientId: oidc.client!.clientId,
      });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
  provider.on('server_error', () => {});
  return provider;
}

const made: JWK[] = [];

/** Made once for all providers: an RSA key takes longer than all that is done with it here. */
const keyOf = (turn: number): JWK => (made[turn] ??= newKey());

function newKey(): JWK {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', kid: randomBytes(4).toString('hex') } as JWK;
}

function stopped(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise(settle => server.close(() => settle()));
}
