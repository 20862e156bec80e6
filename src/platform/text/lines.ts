import { partsOf } from './difference.ts';

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

const kinds = { same: 'same', gone: 'removed', new: 'added' } as const;

function between(old: readonly string[], next: readonly string[]): DifferentLine[] {
  if (old.length * next.length > most_pairs) return [...lines('removed', old), ...lines('added', next)];
  return partsOf(old, next).map(({ is, text }) => ({ kind: kinds[is], text }));
}
