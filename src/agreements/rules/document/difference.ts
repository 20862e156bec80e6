/** What is different between two texts, line by line. */

export interface DifferentLine {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Beyond so many pairs of lines, what lies between the same beginning and the same end is shown as wholly new. */
const most_pairs = 4_000_000;

/** The lines of both in order: what went stands before what came. Empty lines are left out. */
export function differenceOf(before: string, after: string): DifferentLine[] {
  const [old, next] = [before, after].map(text => text.split('\n').filter(line => line.trim() !== '')) as [
    string[],
    string[],
  ];
  const begins = common(old, next);
  const [old_rest, next_rest] = [old.slice(begins), next.slice(begins)];
  const ends = common(old_rest.toReversed(), next_rest.toReversed());
  const middle = between(
    old_rest.slice(0, old_rest.length - ends),
    next_rest.slice(0, next_rest.length - ends),
  );
  return [
    ...lines('same', next.slice(0, begins)),
    ...middle,
    ...lines('same', ends === 0 ? [] : next.slice(-ends)),
  ];
}

const lines = (kind: DifferentLine['kind'], texts: readonly string[]): DifferentLine[] =>
  texts.map(text => ({ kind, text }));

function common(one: readonly string[], other: readonly string[]): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length++;
  return length;
}

/** By the longest series of lines that both have. */
function between(old: readonly string[], next: readonly string[]): DifferentLine[] {
  if (old.length * next.length > most_pairs) return [...lines('removed', old), ...lines('added', next)];
  const width = next.length + 1;
  const longest = new Uint32Array((old.length + 1) * width);
  const of = (at: number, to: number) => longest[at * width + to]!;
  for (let at = old.length - 1; at >= 0; at--)
    for (let to = next.length - 1; to >= 0; to--)
      longest[at * width + to] =
        old[at] === next[to] ? of(at + 1, to + 1) + 1 : Math.max(of(at + 1, to), of(at, to + 1));
  const found: DifferentLine[] = [];
  let [at, to] = [0, 0];
  while (at < old.length || to < next.length) {
    if (at < old.length && to < next.length && old[at] === next[to]) {
      found.push({ kind: 'same', text: next[to]! });
      at++;
      to++;
    } else if (at < old.length && (to === next.length || of(at + 1, to) >= of(at, to + 1)))
      found.push({ kind: 'removed', text: old[at++]! });
    else found.push({ kind: 'added', text: next[to++]! });
  }
  return found;
}
