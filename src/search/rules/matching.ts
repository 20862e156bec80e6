import { termsOf, wordsOf } from '#knowledge/rules/suggesting/terms.ts';
import type { Asked, Word } from './asking.ts';
import type { Snippet } from './search.ts';

/** How well a text answers what is sought, and where. */

export interface Text {
  title: string;
  texts: readonly string[];
}
export interface Match {
  score: number;
  /** The parts of what was typed that are in it, by their place. */
  parts: ReadonlySet<number>;
  snippet: Snippet;
}

const pieces = /[\p{L}\p{N}\p{M}]+(?:[-.'’‘ʼ`][\p{L}\p{N}\p{M}]+)*/gu;
const in_title = 1;
const in_text = 0.4;
/** A title that says what is sought and nothing else. */
const whole_title = 0.2;
const snippet_length = 220;
const before_hit = 60;

interface Hit {
  from: number;
  to: number;
  ids: readonly number[];
}

const alike = (one: string, other: string) => one.slice(0, 3) === other.slice(0, 3);

function stands({ exact, begins, stems }: Word, word: string): boolean {
  if (exact.includes(word) || begins.some(begin => word.startsWith(begin))) return true;
  return stems.some(
    stem => alike(stem, word) && (termsOf(word, 'en')[0] === stem || termsOf(word, 'fr')[0] === stem),
  );
}

/** Looks at texts for one question; remembers the words that it has met. */
export function matcherOf({ parts, phrases }: Asked): (text: Text, atLeast: number) => Match | undefined {
  const words = [...new Set(parts.flatMap(({ ways }) => ways.flatMap(way => way.words)))];
  const idOf = new Map(words.map((word, id) => [word, id]));
  const met = new Map<string, readonly number[]>();
  const idsIn = (piece: string): readonly number[] => {
    let ids = met.get(piece);
    if (ids === undefined) {
      const here = wordsOf(piece);
      ids = words.flatMap((word, id) => (here.some(each => stands(word, each)) ? [id] : []));
      met.set(piece, ids);
    }
    return ids;
  };
  const hitsIn = (text: string): { hits: Hit[]; count: number } => {
    const hits: Hit[] = [];
    let count = 0;
    for (const { 0: piece, index: from } of text.matchAll(pieces)) {
      count++;
      const ids = idsIn(piece);
      if (ids.length > 0) hits.push({ from, to: from + piece.length, ids });
    }
    return { hits, count };
  };
  const idsOf = (hits: readonly Hit[]) => new Set(hits.flatMap(({ ids }) => ids));

  return ({ title, texts }, atLeast) => {
    if (!phrases.every(phrase => [title, ...texts].some(text => follows(text, phrase)))) return undefined;
    const head = hitsIn(title);
    const bodies = texts.map(hitsIn);
    const inTitle = idsOf(head.hits);
    const anywhere = idsOf([head, ...bodies].flatMap(({ hits }) => hits));
    const found = new Set<number>();
    let sum = 0;
    parts.forEach(({ ways }, place) => {
      let best = 0;
      for (const way of ways) {
        const all = (ids: ReadonlySet<number>) => way.words.every(word => ids.has(idOf.get(word)!));
        best = Math.max(best, way.weight * (all(inTitle) ? in_title : all(anywhere) ? in_text : 0));
      }
      if (best > 0) found.add(place);
      sum += best;
    });
    if (found.size === 0 || found.size / parts.length < atLeast) return undefined;
    const fullness = head.count === 0 ? 0 : head.hits.length / head.count;
    return {
      score: sum / parts.length + whole_title * fullness,
      parts: found,
      snippet: snippetOf(
        texts,
        bodies.map(({ hits }) => hits),
      ),
    };
  };
}

const follows = (text: string, phrase: readonly string[]) =>
  ` ${wordsOf(text).join(' ')} `.includes(` ${phrase.join(' ')} `);

/** The text that holds most of what is sought, cut to where it begins. */
function snippetOf(texts: readonly string[], hits: readonly (readonly Hit[])[]): Snippet {
  let best = 0;
  const kindsIn = (place: number) => new Set(hits[place]!.flatMap(({ ids }) => ids)).size;
  texts.forEach((_, place) => {
    if (kindsIn(place) > kindsIn(best)) best = place;
  });
  const text = texts[best] ?? '';
  const first = hits[best]?.[0]?.from ?? 0;
  let from = 0;
  if (first > before_hit) {
    from = first - before_hit;
    const space = text.indexOf(' ', from);
    if (space >= 0 && space < first) from = space + 1;
  }
  const to = Math.min(text.length, from + snippet_length);
  const [lead, tail] = [from > 0 ? '…' : '', to < text.length ? '…' : ''];
  const shift = lead.length - from;
  return {
    text: lead + text.slice(from, to).replaceAll(/\s/g, ' ').toWellFormed() + tail,
    hits: (hits[best] ?? [])
      .filter(hit => hit.from >= from && hit.to <= to)
      .map(hit => [hit.from + shift, hit.to + shift]),
  };
}
