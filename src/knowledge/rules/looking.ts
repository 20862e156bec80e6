/** How a search narrows a list of articles. Knows no library. */

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

interface Shown {
  id: number;
  title: string;
  summary: string;
}

/** Whether each word that is typed stands in the title or in the sentence below it, also as the beginning of one. */
export function says({ title, summary }: Pick<Shown, 'title' | 'summary'>, q: string): boolean {
  const whole = fold(`${title} ${summary}`);
  return fold(q)
    .split(/\s+/)
    .every(word => whole.includes(word));
}

/** Of these what is looked for: as it was ranked, then what has the words; without a search, as they are. */
export function looked<T extends Shown>(
  items: readonly T[],
  q: string,
  ranked: readonly number[] | undefined,
): T[] {
  if (!q) return [...items];
  const best = (ranked ?? []).flatMap(id => items.find(each => each.id === id) ?? []);
  return [...new Set([...best, ...items.filter(each => says(each, q))])];
}
