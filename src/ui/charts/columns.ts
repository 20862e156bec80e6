import { pressed, stepOf, widthOf, wrapped, type Box, type Mark, type Part, type Scene } from './scene.ts';

interface Size {
  width: number;
  text: number;
  /** How high the columns stand, in pixels. */
  tall?: number;
}

const usual_height = 180;

const gap = 6;
/** A column is no wall, however much room it has. */
const widest = 72;

/** Standing columns side by side, such as a distribution: the number over each, its name under it. */
export function drawHistogram(
  columns: readonly { name: string; part: Part }[],
  { width, text, tall = usual_height }: Size,
): Scene {
  const each = width / Math.max(1, columns.length);
  const lines = columns.map(({ name }) => wrapped(name, each - 4, text));
  const under = Math.max(1, ...lines.map(all => all.length)) * text * 1.25 + gap;
  const over = text * 1.6;
  const greatest = Math.max(1, ...columns.map(({ part }) => part.count));
  const base = over + tall;
  const marks = columns.flatMap(({ part }, index): Mark[] => {
    const high = (part.count / greatest) * tall;
    const middle = each * (index + 0.5);
    const wide = Math.min(widest, Math.max(2, each - 6));
    const box = { x: middle - wide / 2, y: base - high, width: wide, height: high };
    const named = lines[index]!.map((name, line): Mark => ({
      ...{ kind: 'text', x: middle, y: base + gap + text * (1 + line * 1.25), text: name },
      ...{ anchor: 'middle', paint: 'quiet' },
    }));
    const number: Mark = {
      ...{ kind: 'text', x: middle, y: base - high - 5, text: String(part.count) },
      ...{ anchor: 'middle', paint: 'ink' },
    };
    return [...linked(part, box, { x: each * index, y: over, width: each, height: tall }), number, ...named];
  });
  return { width, height: base + under + gap, text, marks: [axisLine(0, width, base), ...marks] };
}

/** One place of time: what came stands up from the line, what went hangs down from it. */
export interface Pair {
  short: string;
  up: Part;
  down: Part;
}

/** Columns over and under one line, so that which is which is seen without any colour; both by the same measure. */
export function drawPairs(pairs: readonly Pair[], { width, text, tall = usual_height }: Size): Scene {
  const most = (side: 'up' | 'down') => Math.max(1, ...pairs.map(pair => pair[side].count));
  const step = stepOf(most('up') + most('down'));
  const [over, under] = [most('up'), most('down')].map(count => Math.ceil(count / step)) as [number, number];
  const unit = tall / ((over + under) * step);
  const left = widthOf(String(Math.max(over, under) * step), text) + gap;
  const base = text + over * step * unit;
  const each = (width - left) / Math.max(1, pairs.length);
  const steps = Array.from({ length: over + under + 1 }, (_, index) => (index - under) * step);
  const axis = steps.flatMap((value): Mark[] => {
    const y = base - value * unit;
    const number: Mark = {
      ...{ kind: 'text', x: left - gap, y: y + text * 0.35, text: String(Math.abs(value)) },
      ...{ anchor: 'end', paint: 'quiet' },
    };
    return [axisLine(left, width, y), number];
  });
  const every = Math.ceil((widthOf('0000-00', text) + gap) / each);
  const marks = pairs.flatMap(({ short, up, down }, index): Mark[] => {
    const x = left + each * index;
    const inset = Math.max(Math.min(2, each / 8), (each - widest) / 2);
    const wide = Math.max(1, each - 2 * inset);
    const [rise, fall] = [up.count * unit, down.count * unit];
    const [height, depth] = [over * step * unit, under * step * unit];
    const middle = x + each / 2;
    const at_end = middle + widthOf(short, text) / 2 > width;
    const name: Mark = {
      ...{ kind: 'text', x: at_end ? width : middle, y: text * 2.5 + tall, text: short },
      ...{ anchor: at_end ? 'end' : 'middle', paint: 'quiet' },
    };
    return [
      ...linked(
        up,
        { x: x + inset, y: base - rise, width: wide, height: rise },
        { x, y: text, width: each, height },
      ),
      ...linked(
        down,
        { x: x + inset, y: base, width: wide, height: fall },
        { x, y: base, width: each, height: depth },
      ),
      ...((pairs.length - 1 - index) % every === 0 ? [name] : []),
    ];
  });
  return { width, height: tall + text * 3, text, marks: [...axis, ...marks] };
}

const linked = (part: Part, box: Box, at: Box): Mark[] =>
  part.count === 0 ? [] : [pressed(part, at, { kind: 'box', ...box, paint: part.fill })];

const axisLine = (x1: number, x2: number, y: number): Mark => ({ kind: 'line', x1, y1: y, x2, y2: y });
