/**
 * Where a word is: for each text one number, its place in the upper bits and how much it weighs there (1 to 255) in the
 * lower eight, sorted. Most words are in one text only, and that is the number alone.
 */
export type List = number | { entries: Int32Array; size: number };

export const heaviest = 255;
/** Places have 23 bits: eight million texts. */
const entryOf = (place: number, weight: number): number => place * 256 + Math.min(heaviest, weight);
export const placeOf = (entry: number): number => entry >>> 8;
export const weightOf = (entry: number): number => entry & 255;

export const sizeOf = (list: List): number => (typeof list === 'number' ? 1 : list.size);

/** The first of the entries that is not less. */
function search(entries: Int32Array, size: number, entry: number): number {
  let [low, high] = [0, size];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (entries[middle]! < entry) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The list with one more text, which is not in it. */
export function added(list: List | undefined, place: number, weight: number): List {
  const entry = entryOf(place, weight);
  if (list === undefined) return entry;
  if (typeof list === 'number')
    return { entries: Int32Array.of(Math.min(list, entry), Math.max(list, entry), 0, 0), size: 2 };
  if (list.size === list.entries.length) {
    const wider = new Int32Array(Math.ceil(list.size * 1.5));
    wider.set(list.entries);
    list.entries = wider;
  }
  const last = list.entries[list.size - 1]! < entry;
  const at = last ? list.size : search(list.entries, list.size, entry);
  if (!last) list.entries.copyWithin(at + 1, at, list.size);
  list.entries[at] = entry;
  list.size++;
  return list;
}

/** The list without a text that is in it; undefined when it was the last. */
export function without(list: List, place: number): List | undefined {
  if (typeof list === 'number') return undefined;
  const at = search(list.entries, list.size, entryOf(place, 0));
  list.entries.copyWithin(at, at + 1, list.size);
  list.size--;
  if (list.size === 1) return list.entries[0]!;
  if (list.size < list.entries.length / 4) list.entries = list.entries.slice(0, list.size * 2);
  return list;
}
