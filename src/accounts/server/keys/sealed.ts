import type { Sealing } from '#platform/sealing.ts';

/** A TOTP secret as it is kept: sealed for its person alone. */

const about = (person_id: number) => `totp of person ${person_id}`;

export const sealedTotp = (sealing: Sealing, person_id: number, secret: string): Buffer =>
  Buffer.from(sealing.seal(secret, about(person_id)));

/** Undefined when the server's key is another one than then. */
export const totpSecretOf = (
  sealing: Sealing,
  { person_id, secret }: { person_id: number; secret: Buffer },
): string | undefined => sealing.unseal(secret.toString(), about(person_id));
