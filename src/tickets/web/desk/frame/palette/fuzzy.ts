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

interface Named {
  name: string;
  /** What it is found by beside its name: of those the names come first. */
  found_by?: string | undefined;
}

/** The things whose name fits what is typed, best first: words in any order, letters left out, accents or none. */
export function fitting<T extends Named>(things: readonly T[], typed: string): T[] {
  const needle = plain(typed).trim();
  if (!needle) return [...things];
  const by_name = search(things, needle, ({ name }) => name);
  const others = things.filter(thing => thing.found_by && !by_name.includes(thing));
  return [...by_name, ...search(others, needle, ({ name, found_by }) => `${name} ${found_by}`)];
}

function search<T>(things: readonly T[], needle: string, textOf: (thing: T) => string): T[] {
  const names = things.map(thing => plain(textOf(thing)));
  const [found, info, order] = fuzzy.search(names, needle, 3);
  if (!found) return [];
  const sorted = info && order ? order.map(at => info.idx[at]!) : found;
  return sorted.map(at => things[at]!);
}
