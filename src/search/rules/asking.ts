import { stem_mark } from '#knowledge/rules/found.ts';
import { school_words } from '#knowledge/rules/suggesting/school-words.ts';
import { isStopWord } from '#knowledge/rules/suggesting/stop-words.ts';
import type { Groups } from '#knowledge/rules/suggesting/synonyms.ts';
import { termsOf, wordsOf } from '#knowledge/rules/suggesting/terms.ts';
import { onceFor } from '#platform/once.ts';
import { foldWords } from '#platform/text/fold.ts';

/** What is typed, as it is sought. */

/** A word by all that it may stand as: as it is, by its beginning while it is typed, by its stem. */
export interface Word {
  exact: readonly string[];
  begins: readonly string[];
  stems: readonly string[];
}
/** Words that must all be there; what only means the same weighs less. */
export interface Way {
  words: readonly Word[];
  weight: number;
}
/** A part of what is typed, by each way to say it. */
export interface Part {
  typed: string;
  ways: readonly Way[];
}
export interface Asked {
  parts: readonly Part[];
  /** Words that must follow each other so. */
  phrases: readonly (readonly string[])[];
  /** A ticket's number. */
  number: number | undefined;
}

const quoted = /["“”«]\s*([^"“”«»]*?)\s*["“”»]/gu;
const pieces = /[\p{L}\p{N}\p{M}]+(?:[-.'’‘ʼ`][\p{L}\p{N}\p{M}]+)*/gu;
/** A stem that is shorter is the beginning of too many words. */
const shortest_stem = 4;
const other_weight = 0.7;

const stemsOf = (text: string): string[] => [
  ...new Set([termsOf(text, 'en').join(' '), termsOf(text, 'fr').join(' ')].filter(Boolean)),
];
/** Before a vowel a small French word may have grown onto it: in tickets "l’élève" is "leleve". */
const grown = (word: string) => (/^[aeiouyh]/.test(word) && word.length > 3 ? [`l${word}`, `d${word}`] : []);

function wordOf(word: string, more: { folded?: readonly string[]; cut?: boolean }): Word {
  const stems = stemsOf(word).filter(stem => !stem.includes(' '));
  return {
    exact: [...new Set([word, ...(more.folded ?? []), ...grown(word)])],
    begins: more.cut ? [word] : [],
    stems,
  };
}

const byStem = (stem: string): Word => ({ exact: [], begins: [], stems: [stem] });

/** A piece without spaces: one word, or several with a hyphen or a dot ("K-7"). */
function partOf(typed: string, cut: boolean): Part | undefined {
  const [known, folded] = [wordsOf(typed), foldWords(typed)];
  if (known.length === 1 && folded.length === 1)
    return { typed, ways: [{ words: [wordOf(known[0]!, { folded, cut })], weight: 1 }] };
  const ways = [known, folded].filter(words => words.length > 0);
  if (ways.length === 0) return undefined;
  return {
    typed,
    ways: ways.map(words => ({
      weight: 1,
      words: words.map((word, at) => wordOf(word, { cut: cut && at === words.length - 1 })),
    })),
  };
}

/** Phrases by their stems, with the others that mean the same. */
type Meanings = ReadonlyMap<string, ReadonlySet<string>>;
function meaningsOf(groups: Groups): Meanings {
  const meanings = new Map<string, Set<string>>();
  for (const group of groups) {
    const spelled = new Set(group.flatMap(stemsOf));
    for (const one of spelled) meanings.set(one, new Set([...(meanings.get(one) ?? []), ...spelled]));
  }
  return meanings;
}
const of_schools = meaningsOf(school_words);
/** Asked with every search, and seldom others. */
const of_group = onceFor<Groups, Meanings>(meaningsOf, JSON.stringify);
const longest_phrase = 3;

/** Puts what means the same to each part; words that mean something together become one. */
function withOthers(parts: readonly Part[], meanings: readonly Meanings[]): Part[] {
  const made: Part[] = [];
  for (let at = 0; at < parts.length;) {
    const [length, others] = othersAt(parts, at, meanings);
    const own = parts.slice(at, at + length);
    const ways =
      length === 1 ? own[0]!.ways : [{ words: own.flatMap(({ ways }) => ways[0]!.words), weight: 1 }];
    made.push({
      typed: own.map(({ typed }) => typed).join(' '),
      ways: [
        ...ways,
        ...others.map(other => ({ words: other.split(' ').map(byStem), weight: other_weight })),
      ],
    });
    at += length;
  }
  return made;
}

function othersAt(
  parts: readonly Part[],
  at: number,
  meanings: readonly Meanings[],
): [length: number, others: string[]] {
  for (let length = Math.min(longest_phrase, parts.length - at); length > 0; length--) {
    const spelled = stemsOf(
      parts
        .slice(at, at + length)
        .map(({ typed }) => typed)
        .join(' '),
    );
    const others = new Set(spelled.flatMap(one => meanings.flatMap(each => [...(each.get(one) ?? [])])));
    if (others.size > 0) return [length, [...others].filter(other => !spelled.includes(other))];
  }
  return [1, []];
}

/**
 * What is typed, as it is sought: all its telling words, the last by its beginning while it is being typed. `groups` are
 * the group's own words that mean the same; they come on top of a school's words.
 */
export function askedOf(typed: string, groups: Groups = []): Asked {
  const phrases = [...typed.matchAll(quoted)]
    .map(([, inside]) => wordsOf(inside!))
    .filter(words => words.length > 0);
  const loose = typed.replace(quoted, ' ');
  const found = [...loose.matchAll(pieces)].map(([piece]) => piece);
  const cut = /[\p{L}\p{N}\p{M}]$/u.test(loose);
  const all = found
    .map((piece, at) => partOf(piece, cut && at === found.length - 1))
    .filter(part => part !== undefined);
  const telling = all.filter(
    (part, at) => (cut && at === all.length - 1) || !wordsOf(part.typed).every(isStopWord),
  );
  const kept = telling.length > 0 || phrases.length > 0 ? telling : all;
  const number = /^\s*#?(\d{1,9})\s*$/.exec(typed)?.[1];
  return {
    parts: [
      ...withOthers(kept, [of_schools, of_group(groups)]),
      ...phrases.map(words => ({
        typed: `"${words.join(' ')}"`,
        ways: [
          {
            words: words.map(exact => ({ exact: [exact, ...grown(exact)], begins: [], stems: [] })),
            weight: 1,
          },
        ],
      })),
    ],
    phrases,
    number: number === undefined ? undefined : Number(number),
  };
}

const quote = (word: string) => `'${word.replaceAll(/['\\]/g, '')}'`;
/** Tickets keep no stems: there what begins with one may be it, and is looked at again. */
const queryOfStem = (stem: string) =>
  `${quote(stem_mark + stem)} | ${quote(stem)}${stem.length >= shortest_stem ? ':*' : ''}`;
const queryOfWord = ({ exact, begins, stems }: Word) =>
  `(${[...exact.map(quote), ...begins.map(begin => `${quote(begin)}:*`), ...stems.map(queryOfStem)].join(' | ')})`;
const queryOfPart = ({ ways }: Part) =>
  `(${ways.map(({ words }) => `(${words.map(queryOfWord).join(' & ')})`).join(' | ')})`;

/** Each part as a PostgreSQL `tsquery`. */
export const queriesOf = ({ parts }: Asked): string[] => parts.map(queryOfPart);

/** As a PostgreSQL `tsquery`: all parts, or any. Undefined where nothing is sought. */
export const queryOf = (asked: Asked, how: 'all' | 'any'): string | undefined =>
  queriesOf(asked).join(how === 'all' ? ' & ' : ' | ') || undefined;
