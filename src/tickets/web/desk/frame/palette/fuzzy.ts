import UFuzzy from '@leeoniya/ufuzzy';

/** Letters of every script, so that ʔesdilagh and Élodie are found as they are written, and without their accents. */
const fuzzy = new UFuzzy({
  unicode: true,
  interSplit: "[^\\p{L}\\d']+",
  intraSplit: '\\p{Ll}\\p{Lu}',
  intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
  intraChars: "[\\p{L}\\d']",
  intraContr: "'\\p{L}{1,2}\\b",
  intraIns: 2,
});

const plain = (text: string) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’ʼ]/gu, "'").toLowerCase();

/** The things whose name fits what is typed, best first: words in any order, letters left out, accents or none. */
export function fitting<T extends { name: string }>(things: readonly T[], typed: string): T[] {
  const needle = plain(typed).trim();
  if (!needle) return [...things];
  const names = things.map(({ name }) => plain(name));
  const [found, info, order] = fuzzy.search(names, needle, 3);
  if (!found) return [];
  const sorted = info && order ? order.map(at => info.idx[at]!) : found;
  return sorted.map(at => things[at]!);
}
