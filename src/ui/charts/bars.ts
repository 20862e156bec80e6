import { fitted, pressed, widthOf, type Mark, type Part, type Scene } from './scene.ts';

/** One bar: what it is called, and its parts one after the other. */
export interface Bar {
  name: string;
  parts: readonly Part[];
}

const gap = 8;
const hit = 24;

/**
 * Lying bars, whole or in parts, each with its number at its end. Where there is little room the name stands above its
 * bar. `width` and `text` are pixels.
 */
export function drawBars(bars: readonly Bar[], { width, text }: { width: number; text: number }): Scene {
  const sums = bars.map(({ parts }) => parts.reduce((all, { count }) => all + count, 0));
  const greatest = Math.max(1, ...sums);
  const above = width < text * 32;
  const longest = Math.max(0, ...bars.map(({ name }) => widthOf(name, text)));
  const names = above ? 0 : Math.min(longest, width * 0.42) + gap;
  const numbers = widthOf(String(greatest), text) + gap;
  const room = Math.max(20, width - names - numbers);
  const line = Math.max(hit, text * 1.5);
  const height = above ? line + 26 : line + 4;
  const marks = bars.flatMap(({ name, parts }, index): Mark[] => {
    const y = index * height;
    const bar_y = above ? y + line : y + 2;
    const middle = above ? y + line / 2 + text * 0.35 : bar_y + line / 2 + text * 0.35;
    const thick = above ? 14 : line - 8;
    const thin = above ? bar_y + 4 : bar_y + 4;
    let x = names;
    const drawn = parts.flatMap((part): Mark[] => {
      const { count, fill } = part;
      if (count === 0) return [];
      const long = Math.max(2, (count / greatest) * room);
      const at = {
        x,
        y: bar_y,
        width: Math.max(long, parts.length > 1 ? long : hit),
        height: above ? hit : line,
      };
      const box: Mark = { kind: 'box', x, y: thin, width: Math.max(1, long - 1), height: thick, paint: fill };
      x += long;
      return [pressed(part, at, box)];
    });
    const number_y = bar_y + (above ? thick / 2 + 4 : line / 2) + text * 0.35;
    return [
      {
        ...{ kind: 'text', x: above ? 0 : names - gap, y: middle, paint: 'ink' },
        ...{ text: fitted(name, above ? width : names - gap, text), anchor: above ? 'start' : 'end' },
      } as Mark,
      ...drawn,
      { kind: 'text', x: x + 5, y: number_y, text: String(sums[index]), anchor: 'start', paint: 'quiet' },
    ];
  });
  return { width, height: bars.length * height + 2, text, marks };
}
