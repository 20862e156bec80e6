/** Words as the search keeps and asks for them: without accents, case and apostrophes ("O’Brien" is "obrien"). */

const longest_word = 60;
const most_words = 20_000;

/** The different words of a text, folded. */
export function foldWords(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’ʼ`]/gu, '')
    .toLowerCase();
  const words = new Set<string>();
  for (const [word] of folded.matchAll(/[\p{L}\p{N}]+/gu)) {
    words.add(word.slice(0, longest_word).toWellFormed());
    if (words.size === most_words) break;
  }
  return [...words];
}

/**
 * What is typed into the list's filter, as a PostgreSQL `tsquery`: every word must be there, and each may be cut
 * short ("report car" finds "report cards"). Undefined when nothing is left to look for.
 */
export function queryOf(typed: string): string | undefined {
  const words = foldWords(typed);
  return words.length === 0 ? undefined : words.map(word => `'${word}':*`).join(' & ');
}
