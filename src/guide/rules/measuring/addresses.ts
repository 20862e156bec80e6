/** Addresses as people type them, compared as what they mean. */

const bare = /^[\w-]+(\.[\w-]+)+(:\d{1,5})?([/?].*)?$/;

/** The address that a page can ask, without a fragment; undefined where it is none. Without a scheme it is of the web, encrypted. */
export function askable(typed: string): string | undefined {
  const text = typed.trim();
  const whole = /^https?:\/\//i.test(text) ? text : bare.test(text) ? `https://${text}` : '';
  if (!URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  url.hash = '';
  return url.href;
}

/** The same for the same place: scheme, host, port and path, without a slash at its end; undefined where it is none. */
export function placeOf(typed: string): string | undefined {
  const address = askable(typed);
  if (address === undefined) return undefined;
  const { origin, pathname, search } = new URL(address);
  return `${origin}${pathname.replace(/\/+$/, '')}${search}`;
}

/** As a line is called: without what goes without saying. */
export const calledShort = (address: string): string => address.replace(/^https:\/\//, '').replace(/\/$/, '');
