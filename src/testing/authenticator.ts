import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** A passkey device in software: ES256, attestation "none", as browsers send its answers. */
export interface Authenticator {
  /** Makes a passkey for what `navigator.credentials.create` is asked. */
  create: (asked: any, page?: Page) => Record<string, unknown>;
  /** Signs what `navigator.credentials.get` is asked. */
  get: (asked: any, page?: Page) => Record<string, unknown>;
}

/** The page that asks, and whether the device makes sure who holds it. */
interface Page {
  origin?: string;
  verified?: boolean;
}

const url = (bytes: Buffer) => bytes.toString('base64url');
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest();

// The few shapes of CBOR that a passkey is told in: small numbers, byte strings, texts, maps in their order.
const head = (major: number, count: number): Buffer =>
  count < 24
    ? Buffer.from([(major << 5) | count])
    : count < 256
      ? Buffer.from([(major << 5) | 24, count])
      : Buffer.from([(major << 5) | 25, count >> 8, count & 255]);
function cbor(value: number | string | Buffer | Map<unknown, unknown>): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const parts = [...value].flatMap(([key, each]) => [cbor(key as number), cbor(each as number)]);
  return Buffer.concat([head(5, value.size), ...parts]);
}

const clientData = (type: string, challenge: string, origin: string) =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

export function authenticator(here = 'http://localhost'): Authenticator {
  const id = randomBytes(16);
  let key: KeyObject | undefined;
  let counter = 0;
  const data = (rp_id: string, flags: number) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE((counter += 1));
    return Buffer.concat([sha256(rp_id), Buffer.from([flags]), count]);
  };
  const answer = (response: Record<string, string | string[]>) => ({
    id: url(id),
    rawId: url(id),
    type: 'public-key',
    clientExtensionResults: {},
    response,
  });
  return {
    create({ challenge, rp }, { origin = here, verified = true } = {}) {
      const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      key = pair.privateKey;
      const { x, y } = pair.publicKey.export({ format: 'jwk' });
      const cose = new Map<number, number | Buffer>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x!, 'base64url')],
        [-3, Buffer.from(y!, 'base64url')],
      ]);
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cbor(cose)]);
      const authData = Buffer.concat([data(rp.id, verified ? 0x45 : 0x41), attested]);
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]);
      return answer({
        clientDataJSON: url(clientData('webauthn.create', challenge, origin)),
        attestationObject: url(cbor(attestation)),
        transports: ['internal'],
      });
    },
    get({ challenge, rpId }, { origin = here, verified = true } = {}) {
      const authData = data(rpId, verified ? 0x05 : 0x01);
      const client = clientData('webauthn.get', challenge, origin);
      return answer({
        clientDataJSON: url(client),
        authenticatorData: url(authData),
        signature: url(sign('sha256', Buffer.concat([authData, sha256(client)]), key!)),
      });
    },
  };
}
