/** The name of a slip: made by the browser, so that what is written without a line has one. */

/** Without what looks alike when it is read out: no I, L, O, U. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 12;
export const slip_id = /^[0-9A-HJKMNP-TV-Z]{12}$/;

/** Sixty bits of a key of 32 hexadecimal digits: the same for the same key. */
export const slipOf = (key: string): string =>
  Array.from(
    { length },
    (_, at) => letters[parseInt(key.slice(2 * at, 2 * at + 2), 16) % letters.length],
  ).join('');

/** As it is read out, and written down: `K7Q4-2XPM-9TRW`. */
export const saidId = (id: string): string => id.match(/.{4}/g)!.join('-');

/** A name as somebody typed it: any case, spaces and dashes do not matter; undefined where it is none. */
export function readId(typed: string): string | undefined {
  const plain = typed
    .toUpperCase()
    .replace(/[\s\-–—.·]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return slip_id.test(plain) ? plain : undefined;
}
