import { foldWords } from '#platform/text/fold.ts';

/** Of a search that found nothing: what may be kept of it (S21). Better one search too few than one that says who it was. */

export const searched_limits = {
  /** What is typed that is longer is a question, and goes to the desk. */
  typed: 200,
  words: 12,
  /** How long it is kept after it was typed last. */
  kept_days: 90,
  /** So many new ones of a school in a day. */
  new_a_day: 200,
} as const;

/** Fewer letters say nothing yet. */
const fewest_letters = 4;

/** What tells who it was, or lets somebody in. */
const private_parts: readonly RegExp[] = [
  /@/,
  // Five digits and more, however they are parted: a PEN, a health or phone number, a day of birth.
  /\d(?:[\s./-]{0,2}\d){4}/,
  // A Canadian postal code.
  /\b[a-z]\d[a-z][ -]?\d[a-z]\d\b/i,
  // A password, and what it is.
  /\b(?:password|passcode|pass|pwd|pw|pin|mot de passe|mdp)\b\s*(?:is|was|=|:|est|->)/i,
  // A name as names are written.
  /(?:^|\s)\p{Lu}\p{Ll}+(?:[ -]\p{Lu}[\p{Ll}.]+)+/u,
];

/** The words to keep, folded and in the order of their typing; null where nothing of it may be kept, or says anything. */
export function keptWords(typed: string): string | null {
  const text = typed.normalize('NFKC').trim();
  if (text.length > searched_limits.typed || private_parts.some(part => part.test(text))) return null;
  const words = foldWords(text).slice(0, searched_limits.words);
  return words.join('').replace(/\d/g, '').length < fewest_letters ? null : words.join(' ');
}

/** Whether these words hold the whole name of one of these people. */
export const namesSomebody = (words: string, names: readonly string[]): boolean => {
  const typed = new Set(words.split(' '));
  return names.some(name => {
    const parts = foldWords(name);
    return parts.length > 1 && parts.every(part => typed.has(part));
  });
};
