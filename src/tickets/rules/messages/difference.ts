import { partsOf, type Part } from '#platform/text/difference.ts';

/** What an edit changed, word by word: what stayed, what went, what came. For people to look at, not to rebuild. */

/** Beyond this many words of each text only the whole is told: old and new. */
const most_words = 600;

const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/gu) ?? [];

/** The pieces of both texts in their order; the same text together is one piece. */
export function differenceOf(before: string, after: string): Part[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  if (old.length > most_words || now.length > most_words)
    return joined([
      { is: 'gone', text: before },
      { is: 'new', text: after },
    ]);
  return joined(partsOf(old, now));
}

function joined(pieces: readonly Part[]): Part[] {
  const found: Part[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (piece.text === '') continue;
    if (last?.is === piece.is) last.text += piece.text;
    else found.push({ ...piece });
  }
  return found;
}
