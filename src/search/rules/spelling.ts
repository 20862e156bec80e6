/** What was meant by a word that is nowhere: the nearest that is somewhere. */

const shortest = 4;
/** One letter more, less, other, or two changed round; in a long word two. */
const mostIn = (word: string): number => (word.length >= 8 ? 2 : 1);

/** How many letters are to be changed; more than `most` is not counted further. */
function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let at = 1; at <= other.length; at++) {
      const same = one[row - 1] === other[at - 1];
      let least = Math.min(last[at]! + 1, now[at - 1]! + 1, last[at - 1]! + (same ? 0 : 1));
      if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1])
        least = Math.min(least, before[at - 2]! + 1);
      now.push(least);
    }
    if (Math.min(...now) > most) return most + 1;
    [before, last] = [last, now];
  }
  return last[other.length]!;
}

/** The word of those known that was meant, the most frequent of the nearest; undefined when it is known, or none is near. */
export function meantBy(word: string, known: ReadonlyMap<string, number>): string | undefined {
  if (word.length < shortest || /\d/.test(word) || known.has(word)) return undefined;
  let best: { word: string; away: number; count: number } | undefined;
  for (const [other, count] of known) {
    if (/\d/.test(other)) continue;
    const away = distance(word, other, best?.away ?? mostIn(word));
    if (away > mostIn(word)) continue;
    if (!best || away < best.away || (away === best.away && count > best.count))
      best = { word: other, away, count };
  }
  return best?.word;
}
