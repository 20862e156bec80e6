import { added, placeOf, sizeOf, weightOf, without, type List } from './list.ts';

/** How much of each word: whole numbers in a text, any above zero in a question. */
export type Bag = ReadonlyMap<string, number>;

/** How much is done for one question, at most. */
export interface Bounds {
  texts: number;
  entries: number;
}
const unbounded: Bounds = { texts: Infinity, entries: Infinity };

export interface Postings {
  readonly texts: number;
  /** How many different words the texts have. */
  readonly words: number;
  /** A text at a place that is free. */
  put(place: number, bag: Bag): void;
  drop(place: number): void;
  /**
   * BM25 of each text that shares a word with the question, the weightiest words first. The common words of a long
   * question cost more than they say: when `bounds.texts` have been met, further words only add to those, and words are
   * left out that would make it read more than `bounds.entries`.
   */
  find(question: Bag, visit: (place: number, score: number) => void, bounds?: Bounds): void;
  /** How rare a word is among these texts; the most when none has it. */
  rarity(word: string): number;
}

/**
 * Texts by their words, each text at a place of its own. What is kept of them together are whole numbers, so that a text
 * that was dropped leaves no trace.
 */
export function newPostings({ k1, b }: { k1: number; b: number }): Postings {
  const numbers = new Map<string, number>();
  const spelled: string[] = [];
  const lists: (List | undefined)[] = [];
  const free: number[] = [];
  const held: (Int32Array | undefined)[] = [];
  let lengths = new Int32Array(64);
  let [texts, together] = [0, 0];
  let [scores, places] = [new Float64Array(64), new Int32Array(64)];

  const listOf = (word: string): List | undefined => {
    const number = numbers.get(word);
    return number === undefined ? undefined : lists[number];
  };
  const numberOf = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    const number = free.pop() ?? spelled.length;
    numbers.set(word, number);
    spelled[number] = word;
    return number;
  };
  const forget = (number: number) => {
    numbers.delete(spelled[number]!);
    spelled[number] = '';
    free.push(number);
  };
  const widen = (place: number) => {
    if (place < lengths.length) return;
    const wider = new Int32Array(Math.max(place + 1, Math.ceil(lengths.length * 1.5)));
    wider.set(lengths);
    lengths = wider;
    scores = new Float64Array(wider.length);
    places = new Int32Array(wider.length);
  };
  const rarityOf = (size: number) => Math.log(1 + (texts - size + 0.5) / (size + 0.5));

  return {
    get texts() {
      return texts;
    },
    get words() {
      return numbers.size;
    },
    put(place, bag) {
      widen(place);
      const mine = new Int32Array(bag.size);
      let [at, length] = [0, 0];
      for (const [word, weight] of bag) {
        const number = numberOf(word);
        lists[number] = added(lists[number], place, weight);
        mine[at++] = number;
        length += weight;
      }
      held[place] = mine;
      lengths[place] = length;
      texts++;
      together += length;
    },
    drop(place) {
      for (const number of held[place]!) {
        lists[number] = without(lists[number]!, place);
        if (lists[number] === undefined) forget(number);
      }
      held[place] = undefined;
      texts--;
      together -= lengths[place]!;
      lengths[place] = 0;
    },
    find(question, visit, bounds = unbounded) {
      const asked = [...question].flatMap(([word, times]) => {
        const list = listOf(word);
        return list === undefined ? [] : [{ list, weight: times * rarityOf(sizeOf(list)) }];
      });
      asked.sort((one, other) => other.weight - one.weight);
      const short = k1 * (1 - b);
      const slope = (k1 * b * texts) / Math.max(1, together);
      let [read, count] = [0, 0];
      for (const { list, weight } of asked) {
        const size = sizeOf(list);
        if (read > 0 && read + size > bounds.entries) continue;
        read += size;
        const open = count < bounds.texts;
        const entries = typeof list === 'number' ? [list] : list.entries;
        for (let at = 0; at < size; at++) {
          const place = placeOf(entries[at]!);
          const times = weightOf(entries[at]!);
          const before = scores[place]!;
          if (before === 0) {
            if (!open) continue;
            places[count++] = place;
          }
          scores[place] = before + (weight * (k1 + 1) * times) / (times + short + slope * lengths[place]!);
        }
      }
      for (let at = 0; at < count; at++) {
        const place = places[at]!;
        const score = scores[place]!;
        scores[place] = 0;
        visit(place, score);
      }
    },
    rarity: word => {
      const list = listOf(word);
      return rarityOf(list === undefined ? 0 : sizeOf(list));
    },
  };
}
