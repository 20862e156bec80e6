import { stemmer as englishStem } from '@orama/stemmers/english';
import { stemmer as frenchStem } from '@orama/stemmers/french';
import { english, french, isStopWord } from './stop-words.ts';

export type Lang = 'en' | 'fr';

const longest_text = 20_000;
const longest_word = 40;
// oxlint-disable-next-line no-control-regex
const ascii = /^[\0-\x7f]*$/;
const marks = /\p{M}/gu;
const apostrophes = /['’‘ʼ`´ʔˀ]/u;
const every_apostrophe = new RegExp(apostrophes, 'gu');
/** The French small words before an apostrophe: "l’élève", "jusqu’au". */
const elisions = /(?<![\p{L}\p{N}])(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quelqu)['’‘ʼ](?=\p{L})/gu;
const words = /[\p{L}\p{N}]+(?:[-.‐‑][\p{L}\p{N}]+)*/gu;
const joint = /[-.‐‑]/u;
const digit = /\p{N}/u;

/** A text as it is compared: no accents, no case, no apostrophes. Most texts have none of the rarer things. */
function folded(text: string): string {
  const begin = text.slice(0, longest_text);
  const plain = ascii.test(begin)
    ? begin.toLowerCase()
    : begin.normalize('NFKD').replace(marks, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae');
  return plain.search(apostrophes) < 0 ? plain : plain.replace(elisions, '').replaceAll(every_apostrophe, '');
}

/** A word by itself: a longer part of a text is kept by V8 as a view of the text, which the index would keep alive. */
const alone = (word: string): string => (word.length < 13 ? word : word.split('').join(''));

/** The words of a text in order: those with a hyphen or a dot in parts, and kept whole too when they hold a digit. */
export function wordsOf(text: string): string[] {
  const found: string[] = [];
  for (const [word] of folded(text).matchAll(words)) {
    const whole = alone(word.slice(0, longest_word)).toWellFormed();
    const parts = joint.test(whole) ? whole.split(joint).filter(Boolean) : [whole];
    if (parts.length > 1 && digit.test(whole)) found.push(whole);
    for (const part of parts) if (part.length > 1 || digit.test(part)) found.push(part);
  }
  return found;
}

/** Whose small words there are more of; undefined when neither. */
function spokenIn(found: readonly string[]): Lang | undefined {
  let more = 0;
  for (const word of found) more += Number(english.has(word)) - Number(french.has(word));
  return more === 0 ? undefined : more > 0 ? 'en' : 'fr';
}

const most_remembered = 20_000;

/** A stemmer that remembers, since most words of a text have been met before. */
function remembering(stem: (word: string) => string): (word: string) => string {
  const stems = new Map<string, string>();
  return word => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    if (stems.size === most_remembered) stems.clear();
    const found = digit.test(word) ? word : stem(word);
    stems.set(word, found);
    return found;
  };
}
const stemOf: Record<Lang, (word: string) => string> = {
  en: remembering(englishStem),
  fr: remembering(frenchStem),
};

/** The words of a text as they are compared, and the language that it is in; undefined when its small words don't tell. */
export function readText(text: string, given?: Lang): { terms: string[]; lang: Lang | undefined } {
  const found = wordsOf(text);
  const lang = given ?? spokenIn(found);
  const telling = found.filter(word => !isStopWord(word));
  if (lang) return { terms: telling.map(stemOf[lang]), lang };
  const terms = telling.flatMap(word => {
    const [one, other] = [stemOf.en(word), stemOf.fr(word)];
    return one === other ? [one] : [one, other];
  });
  return { terms, lang };
}

/**
 * The words of a text as they are compared: NFKD, no accents, lower case, no apostrophes, words with a hyphen or a dot
 * split (kept whole too when they hold a digit), stop words and the courtesies of letters dropped, stemmed. Where the
 * language is unsure, a word stands with both its stems.
 */
export const termsOf = (text: string, lang?: Lang): string[] => readText(text, lang).terms;

/** The language of a text by its small words; English when unsure. */
export const langOf = (text: string): Lang => spokenIn(wordsOf(text)) ?? 'en';

/** Each four letters of a text that follow each other: what a misspelt word still shares with the right one. */
export function fourLettersOf(text: string): string[] {
  const line = ` ${wordsOf(text).join(' ')} `;
  return Array.from({ length: Math.max(0, line.length - 3) }, (_, at) => line.slice(at, at + 4));
}
