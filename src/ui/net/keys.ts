import { forget, remember, remembered, rememberedKeys } from '../memory.ts';
import { newKey } from './api.ts';

/**
 * The key of what was sent and not answered yet: also a page that was closed meanwhile, or a computer that went off,
 * sends the same again under the same key, and the server does it once. What was sent is kept as a number alone.
 */
const place = (what: string) => `${unanswered}${numberOf(what)}`;
const unanswered = 'unanswered:';
/** What was given up for good stays; now and then all of it goes. */
const most = 50;

export function keyFor(what: string): string {
  const key = remembered(place(what)) ?? newKey();
  if (rememberedKeys(unanswered).length > most) forget(unanswered);
  remember(place(what), key);
  return key;
}

/** It was answered: the same text sent again is a new one. */
export const answered = (what: string): void => remember(place(what), null);

/** 53 bits of a text (cyrb53): enough to tell what one person sends from what else she does. */
function numberOf(text: string): string {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 2654435761);
    two = Math.imul(two ^ unit, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(36);
}
