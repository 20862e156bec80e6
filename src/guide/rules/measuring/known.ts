/** A text that both sides know, so that a page sees whether it was altered on the way; as HTML, which is what is altered. */

const line = (at: number) => `<p>Line ${at}: what was sent is what arrives, to the last letter.</p>\n`;
export const known_body = `<!doctype html>\n<html lang="en">\n<head><title>Known text</title></head>\n<body>\n${Array.from(
  { length: 60 },
  (_, at) => line(at),
).join('')}</body>\n</html>\n`;

/** More than forms and pictures of a screen hold; some proxies let no more than this through. */
export const large_bytes = 256 * 1024;

/** FNV-1a, 32 bits: not against somebody who forges, but for what a filter puts in. */
export function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
