import type { Drawn, DrawnBox } from './drawn.ts';

/** How a chart is read by words and by arrows. */

export type Spot = { id: string; name: string; words: string };

/** Everything that can be found, in reading order: boxes and lists. */
export const spotsOf = ({ parts }: Pick<Drawn, 'parts'>): Spot[] =>
  parts.flatMap(({ boxes, panels }) => [
    ...boxes.map(({ id, number, text, note, lane, ways }) => ({
      id,
      name: `${number} ${text}`,
      words: [number, text, note, lane, ...ways.map(({ label }) => label)].join(' '),
    })),
    ...panels.map(({ id, title, items }) => ({
      id,
      name: title,
      words: [title, ...items.flatMap(item => [item.name, item.text])].join(' '),
    })),
  ]);

/** The spots that have these letters, whatever their accents and case. */
export function found(spots: readonly Spot[], asked: string): Spot[] {
  const wanted = plain(asked).trim();
  return wanted === '' ? [] : spots.filter(({ words }) => plain(words).includes(wanted));
}

const plain = (text: string) =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();

export const boxesOf = ({ parts }: Pick<Drawn, 'parts'>): DrawnBox[] => parts.flatMap(({ boxes }) => boxes);

/** The boxes that lead to this one, in reading order. */
export const before = (drawn: Pick<Drawn, 'parts'>, id: string): DrawnBox[] =>
  boxesOf(drawn).filter(({ ways }) => ways.some(({ to }) => to === id));

/** Where an arrow key goes from a box: along its first way or its second, or back to where one came from. */
export function next(
  drawn: Pick<Drawn, 'parts'>,
  from: string,
  { key, trail }: { key: string; trail: readonly string[] },
): string | undefined {
  const box = boxesOf(drawn).find(({ id }) => id === from);
  if (key === 'ArrowDown') return box?.ways[0]?.to;
  if (key === 'ArrowRight') return (box?.ways[1] ?? box?.ways[0])?.to;
  if (key === 'ArrowUp' || key === 'ArrowLeft') return trail.at(-1) ?? before(drawn, from)[0]?.id;
  return undefined;
}
