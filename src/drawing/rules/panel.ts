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
  /** The name is said before the first line, which is moved in. */
  items: { x: number; y: number; name: string; indent: number; lines: string[] }[];
}

const pad = 6;
const gap = 12;
const columns = 4;
const head = 16;
const after = 3;

/** Fills the columns one after the other, about equally high. */
export function panelStanding(panel: Panel, at: { x: number; y: number; width: number }): PanelStanding {
  const each = (at.width - 2 * pad - gap * (columns - 1)) / columns;
  const measured = panel.items.map(({ name, text }) => {
    const indent = widthOf(name, letters.text, 'bold') + 4;
    const lines = wrapped(text, each, { size: letters.text, first: indent });
    return { name, indent, lines, height: lines.length * letters.line + after };
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
