import * as oidc from 'openid-client';
import type { Sealing } from '#platform/sealing.ts';
import type { ReturnReason } from '../../rules/sign-on.ts';
import type { ProviderRow } from './store.ts';

/** The one place that speaks to the provider. Never inside a transaction, and nothing that it answers is logged. */

/** A way to the provider that ended badly: for which of the reasons, and nothing else. */
export class WayFailed extends Error {
  readonly reason: ReturnReason;
  constructor(reason: ReturnReason) {
    super(`single sign-on: ${reason}`);
    this.name = 'WayFailed';
    this.reason = reason;
  }
}

/** What is needed to speak to a provider. */
export interface Client {
  issuer: string;
  client_id: string;
  client_secret: string;
}

const patience_seconds = 10;
const kept_ms = 3_600_000;

/** What a provider says of itself, asked once an hour; forgotten when a signature does not fit: keys change. */
export interface Providers {
  of: (client: Client) => Promise<oidc.Configuration>;
  forget: () => void;
}

export function openProviders(clock: () => Date): Providers {
  let kept: { key: string; until: number; found: oidc.Configuration } | undefined;
  return {
    async of(client) {
      const key = JSON.stringify(client);
      if (kept?.key === key && clock().getTime() < kept.until) return kept.found;
      const found = await discover(client);
      kept = { key, until: clock().getTime() + kept_ms, found };
      return found;
    },
    forget: () => void (kept = undefined),
  };
}

/** Asks the provider what it is. Throws WayFailed: it does not answer, or answers as somebody else. */
export async function discover({ issuer, client_id, client_secret }: Client): Promise<oidc.Configuration> {
  const url = new URL(issuer);
  // Only for a provider on this computer (rules/sign-on.ts).
  const execute = url.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
  try {
    const options = { execute, timeout: patience_seconds };
    const metadata = (await oidc.discovery(url, client_id, {}, oidc.None(), options)).serverMetadata();
    const ways = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const by = ways.includes('client_secret_basic') ? oidc.ClientSecretBasic : oidc.ClientSecretPost;
    const found = new oidc.Configuration(metadata, client_id, {}, by(client_secret));
    found.timeout = patience_seconds;
    for (const each of [...execute, oidc.enableNonRepudiationChecks]) each(found);
    return found;
  } catch (error) {
    throw new WayFailed(reasonOf(error, 'wrong_issuer'));
  }
}

/** What a browser on its way carries. `nonce` and `verifier` are known to its cookie alone. */
export interface Way {
  state: string;
  nonce: string;
  verifier: string;
  back: string;
}

/** Where to send the browser. */
export async function leaveFor(found: oidc.Configuration, way: Way): Promise<string> {
  const url = oidc.buildAuthorizationUrl(found, {
    redirect_uri: way.back,
    scope: 'openid profile email',
    state: way.state,
    nonce: way.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(way.verifier),
    code_challenge_method: 'S256',
  });
  return url.href;
}

/** Who came back, as the provider says. `seen_as` is the chosen claim, asked of the provider where it is needed. */
export interface CameBack {
  subject: string;
  seen_as: () => Promise<string | null>;
}

/** Takes the code that came back to the provider. Throws WayFailed. */
export async function comeBack(
  found: oidc.Configuration,
  came: URL,
  way: Pick<Way, 'state' | 'nonce' | 'verifier'>,
  claim: string,
): Promise<CameBack> {
  try {
    const got = await oidc.authorizationCodeGrant(found, came, {
      expectedState: way.state,
      expectedNonce: way.nonce,
      pkceCodeVerifier: way.verifier,
      idTokenExpected: true,
    });
    const claims = got.claims()!;
    return {
      subject: claims.sub,
      seen_as: async () =>
        shortened(claims[claim] ?? (await asked(found, got.access_token, claims.sub))[claim]),
    };
  } catch (error) {
    throw new WayFailed(reasonOf(error, 'refused'));
  }
}

/** Only for showing, so a provider that does not tell it keeps nobody out. */
const asked = (found: oidc.Configuration, token: string, subject: string) =>
  oidc.fetchUserInfo(found, token, subject).catch((): Record<string, unknown> => ({}));

const shortened = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 200) : null;

/** Whether the provider knows this client and its secret: a code that nobody gave is refused for being unknown. */
export async function knowsClient(found: oidc.Configuration, back: string): Promise<boolean> {
  const made_up = new URL(`${back}?code=none&state=none`);
  const { issuer, authorization_response_iss_parameter_supported: says } = found.serverMetadata();
  if (says) made_up.searchParams.set('iss', issuer);
  try {
    await oidc.authorizationCodeGrant(found, made_up, {
      expectedState: 'none',
      pkceCodeVerifier: oidc.randomPKCECodeVerifier(),
    });
    return true;
  } catch (error) {
    const reason = reasonOf(error, 'refused');
    if (reason === 'down') throw new WayFailed(reason);
    return reason === 'refused';
  }
}

/** An error of the library by the reason that a person is told. Its words, which hold what was answered, go nowhere. */
function reasonOf(error: unknown, otherwise: ReturnReason): ReturnReason {
  if (error instanceof oidc.ResponseBodyError)
    return ['invalid_client', 'unauthorized_client'].includes(error.error) ? 'wrong_client' : 'refused';
  if (error instanceof oidc.AuthorizationResponseError) return 'refused';
  const { code, cause, message } = error as { code?: string; cause?: unknown; message?: string };
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT') return 'down';
  if (error instanceof TypeError && message === 'fetch failed') return 'down';
  if (cause instanceof Response && cause.status >= 500) return 'down';
  if (code === 'OAUTH_WWW_AUTHENTICATE_CHALLENGE') return 'wrong_client';
  if (code === 'OAUTH_KEY_SELECTION_FAILED') return 'wrong_key';
  if (cause instanceof Error && cause.message === 'JWT signature verification failed') return 'wrong_key';
  return otherwise;
}

/** The client of what is kept; throws WayFailed when its secret cannot be read any more. */
export function clientOf(row: ProviderRow, sealing: Sealing): Client {
  const client_secret = sealing.unseal(row.client_secret, sealed_as);
  if (client_secret === undefined) throw new WayFailed('unsealed');
  return { issuer: row.issuer, client_id: row.client_id, client_secret };
}

export const sealed_as = 'single_sign_on';
