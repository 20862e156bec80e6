import { type as letters } from './box.ts';
import type { Panel } from './chart.ts';
import { widthOf, wrapped } from './measure.ts';

/** A list under a heading in columns, as wide as the sheet. */
export interface PanelStanding {
  id: string;
  title: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** The name stands before the first line, which is moved in; `over` are the lines of the name above it. */
  items: { x: number; y: number; name: string[]; indent: number; over: number; lines: string[] }[];
}

const pad = 6;
const gap = 12;
const columns = 4;
const head = 16;
const after = 3;

/** Fills the columns one after the other, about equally high. */
export function panelStanding(panel: Panel, at: { x: number; y: number; width: number }): PanelStanding {
  const each = (at.width - 2 * pad - gap * (columns - 1)) / columns;
  const measured = panel.items.map(item => {
    const name = wrapped(item.name, each, { size: letters.text, weight: 'bold' });
    const indent = widthOf(name.at(-1)!, letters.text, 'bold') + 4;
    const beside = wrapped(item.text, each, { size: letters.text, first: indent });
    // Its text begins after the name, or where a word has no room there, under it.
    const lines = beside[0] === '' ? beside.slice(1) : beside;
    const over = beside[0] === '' ? name.length : name.length - 1;
    const height = (over + lines.length) * letters.line + after;
    return { name, indent: beside[0] === '' ? 0 : indent, over, lines, height };
  });
  const whole = measured.reduce((sum, { height }) => sum + height, 0);
  const aim = whole / columns;
  let [column, y, tallest] = [0, 0, 0];
  const items = measured.map(({ height, ...item }) => {
    if (column < columns - 1 && y > 0 && y + height / 2 > aim) [column, y] = [column + 1, 0];
    const standing = { ...item, x: pad + column * (each + gap), y: head + pad + y };
    y += height;
    tallest = Math.max(tallest, y);
    return standing;
  });
  return { id: panel.id, title: panel.title, ...at, height: head + 2 * pad + tallest - after, items };
}
