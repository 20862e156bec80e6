/** What an edit changed, word by word: what stayed, what went, what came. For people to look at, not to rebuild. */

export interface Piece {
  is: 'same' | 'gone' | 'new';
  text: string;
}

/** Beyond this many words of each text only the whole is told: old and new. */
const most_words = 600;

const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/gu) ?? [];

/** The pieces of both texts in their order; the same text together is one piece. */
export function differenceOf(before: string, after: string): Piece[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  if (old.length > most_words || now.length > most_words)
    return joined([
      { is: 'gone', text: before },
      { is: 'new', text: after },
    ]);
  const shared = sharedLengths(old, now);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      pieces.push({ is: 'same', text: old[i]! });
      i++;
      j++;
    } else if (j >= now.length || (i < old.length && shared[i + 1]![j]! >= shared[i]![j + 1]!))
      pieces.push({ is: 'gone', text: old[i++]! });
    else pieces.push({ is: 'new', text: now[j++]! });
  }
  return joined(pieces);
}

/** How many words in order the rests of both texts have in common, from each place of both. */
function sharedLengths(old: readonly string[], now: readonly string[]): number[][] {
  const shared = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      shared[i]![j] =
        old[i] === now[j] ? shared[i + 1]![j + 1]! + 1 : Math.max(shared[i + 1]![j]!, shared[i]![j + 1]!);
  return shared;
}

function joined(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (piece.text === '') continue;
    if (last?.is === piece.is) last.text += piece.text;
    else found.push({ ...piece });
  }
  return found;
}
