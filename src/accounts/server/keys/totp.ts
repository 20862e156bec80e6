import { generateSecret, generateURI, verify } from 'otplib';
import { renderSVG } from 'uqr';

/** Codes of an app (RFC 6238): six digits, thirty seconds. A clock may be one step wrong, before or after. */
const step_seconds = 30;

export const newTotpSecret = (): string => generateSecret();

/** What an app reads: as text, and as a picture that is drawn here (nothing is asked of another host). */
export function totpPicture(secret: string, of: { installation: string; label: string }): string {
  return renderSVG(generateURI({ issuer: of.installation, label: of.label, secret }), {
    border: 3,
    ecc: 'M',
  });
}

/**
 * The step of a right code, to be kept: a code of that step or an older one is not taken again. Undefined when it is
 * not right now.
 */
export async function stepOfCode(
  { secret, last_used }: { secret: string; last_used: number },
  code: string,
  now: Date,
): Promise<number | undefined> {
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const epoch = Math.floor(now.getTime() / 1000);
  const checked = await verify({
    secret,
    token,
    epoch,
    epochTolerance: step_seconds,
    afterTimeStep: last_used,
  });
  return checked.valid && 'timeStep' in checked ? checked.timeStep : undefined;
}
