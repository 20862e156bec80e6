/** A text of two series that were compared: in both, in the old one alone, in the new one alone. */
export interface Part {
  is: 'same' | 'gone' | 'new';
  text: string;
}

/**
 * What is different between two series of texts (lines, words), in order, by the longest series that both have; what
 * went stands before what came. Costs time and memory by the product of their lengths: who asks sets a bound.
 */
export function partsOf(old: readonly string[], next: readonly string[]): Part[] {
  const width = next.length + 1;
  const longest = new Uint32Array((old.length + 1) * width);
  /** How many texts the rests of both have in common, from a place of each. */
  const shared = (at: number, to: number) => longest[at * width + to]!;
  for (let at = old.length - 1; at >= 0; at--)
    for (let to = next.length - 1; to >= 0; to--)
      longest[at * width + to] =
        old[at] === next[to] ? shared(at + 1, to + 1) + 1 : Math.max(shared(at + 1, to), shared(at, to + 1));
  const parts: Part[] = [];
  let [at, to] = [0, 0];
  while (at < old.length || to < next.length) {
    if (at < old.length && to < next.length && old[at] === next[to]) {
      parts.push({ is: 'same', text: next[to]! });
      at++;
      to++;
    } else if (at < old.length && (to === next.length || shared(at + 1, to) >= shared(at, to + 1)))
      parts.push({ is: 'gone', text: old[at++]! });
    else parts.push({ is: 'new', text: next[to++]! });
  }
  return parts;
}
