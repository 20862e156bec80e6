import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { PasskeyHome } from '../../rules/keys/passkey-home.ts';

/** WebAuthn, by the library: what the browser is asked, and whether its answer is right. */

export interface Passkey {
  credential: string;
  transports: string[];
}

export const passkeysAmong = (
  keys: readonly { credential: string | null; transports: string[] }[],
): Passkey[] =>
  keys.flatMap(({ credential, transports }) => (credential ? [{ credential, transports }] : []));

/** What the browser sends back; its shape is the library's to check. */
type Answer = Record<string, unknown>;

/** Asks for a new passkey, which the device may keep under the person's name so that it can say who she is. */
export const askForNewPasskey = (
  { rp_id, installation }: PasskeyHome & { installation: string },
  { id, name }: { id: number; name: string },
  has: readonly Passkey[],
) =>
  generateRegistrationOptions({
    rpName: installation,
    rpID: rp_id,
    userID: Uint8Array.from(Buffer.from(`person:${id}`)),
    userName: name,
    userDisplayName: name,
    attestationType: 'none',
    excludeCredentials: has.map(({ credential: id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });

/** The passkey that was made; undefined when it is not the answer to this challenge, at this home. */
export async function newPasskey(
  { rp_id, origin }: PasskeyHome,
  challenge: string,
  answer: Answer,
): Promise<(Passkey & { secret: Buffer; last_used: number }) | undefined> {
  const made = await verifyRegistrationResponse({
    response: answer as never,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rp_id,
    requireUserVerification: false,
  }).catch(() => undefined);
  if (!made?.verified || !made.registrationInfo) return undefined;
  const { id, publicKey, counter, transports = [] } = made.registrationInfo.credential;
  return { credential: id, secret: Buffer.from(publicKey), last_used: counter, transports };
}

/** Asks for one of these passkeys; without them for any that the device keeps, and that it makes sure who holds it. */
export const askForPasskey = (home: PasskeyHome, of?: readonly Passkey[]) =>
  generateAuthenticationOptions({
    rpID: home.rp_id,
    userVerification: of ? 'preferred' : 'required',
    ...(of && { allowCredentials: of.map(({ credential: id, transports }) => ({ id, transports })) }),
  });

/** Which passkey an answer says that it is of; to be looked up, not believed. */
export const credentialOf = (answer: Answer): string =>
  typeof answer['id'] === 'string' ? answer['id'] : '';

/**
 * The counter to be kept when the answer is right, else undefined. `alone`: no password was asked for, so the device
 * must have made sure who holds it.
 */
export async function counterOfPasskey(
  { rp_id, origin }: PasskeyHome,
  asked: { challenge: string; alone: boolean; key: Passkey & { secret: Buffer; last_used: number } },
  answer: Answer,
): Promise<number | undefined> {
  const { credential, secret, last_used, transports } = asked.key;
  const checked = await verifyAuthenticationResponse({
    response: answer as never,
    expectedChallenge: asked.challenge,
    expectedOrigin: origin,
    expectedRPID: rp_id,
    credential: { id: credential, publicKey: Uint8Array.from(secret), counter: last_used, transports },
    requireUserVerification: asked.alone,
  }).catch(() => undefined);
  return checked?.verified ? checked.authenticationInfo.newCounter : undefined;
}
