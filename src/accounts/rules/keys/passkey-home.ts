/** Where passkeys belong: the name that they are made for, and the pages that may use them. */
export interface PasskeyHome {
  rp_id: string;
  origin: string;
}

const isLocal = (name: string) => name === 'localhost' || name.endsWith('.localhost');
const isAddress = (name: string) => /^[\d.]+$/.test(name) || name.includes(':') || name.startsWith('[');

/**
 * Of the address that people type (`PUBLIC_URL`), else of the one that was asked for. Undefined where browsers give no
 * passkey: an address in numbers, or one without https that is not this computer's own name.
 */
export function passkeyHome(
  public_url: { origin: string } | undefined,
  asked: { protocol: string; host: string },
): PasskeyHome | undefined {
  const { origin, hostname, protocol } = new URL(public_url?.origin ?? `${asked.protocol}://${asked.host}`);
  if (isAddress(hostname) || (protocol !== 'https:' && !isLocal(hostname))) return undefined;
  return { rp_id: hostname, origin };
}
