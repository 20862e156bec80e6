import type { ChartBox } from './chart.ts';
import { widthOf, wrapped } from './measure.ts';

/** A box with its text broken into lines: how high it is, and where its answers stand in it. All in points. */

/** The lattice that boxes and lines stand on. */
export const pitch = 3;

export const type = { text: 7.1, line: 8.7, head: 8.5 } as const;
const pad = 4;
/** Of the arrow before a number to go to. */
export const go_arrow = 12;
/** Between the number of a box and its text. */
const after_number = 4;
const row_pad = 1.5;

export interface Answer {
  /** Which of the box's ways. */
  way: number;
  lines: string[];
  /** The number to go to, where no arrow is drawn. */
  go_to: number | undefined;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Measured {
  box: ChartBox;
  number: number;
  width: number;
  height: number;
  lines: string[];
  /** In bold at the right, on the last lines. */
  note: string[];
  /** How much the first line is moved in. */
  indent: number;
  /** Where the answers begin; the whole height without any. */
  text_height: number;
  answers: Answer[];
  /** Whether the answers stand side by side. */
  abreast: boolean;
}

const up = (value: number) => Math.ceil(value / pitch - 1e-9) * pitch;

interface Asked {
  number: number;
  width: number;
  /** Of each way: the number to go to instead of an arrow. */
  goTo: (way: number) => number | undefined;
  /** In which order answers stand side by side. */
  order: (one: number, other: number) => number;
}

/** Breaks a box's text into lines and gives every answer its place, so that no word stands outside of its box. */
export function measure(box: ChartBox, { number, width, goTo, order }: Asked): Measured {
  const inner = width - 2 * pad;
  const indent = widthOf(`${number}`, type.text, 'bold') + after_number;
  const lines = wrapped(box.text, inner, { size: type.text, first: indent });
  const note = box.note ? wrapped(box.note, inner, { size: type.text, weight: 'bold' }) : [];
  const beside = note.length === 1 && fitsBeside(note[0]!, { lines, inner, indent });
  if (!beside) lines.push(...note.map(() => ''));
  const text_height = up(lines.length * type.line + 2 * pad - 2);
  const shown = box.ways
    .map((way, index) => ({ label: way.label, index, go_to: goTo(index) }))
    .filter(({ label, go_to }) => label !== undefined || go_to !== undefined);
  const common = { box, number, width, lines, note, indent, text_height };
  const widest = Math.max(0, ...shown.map(({ label, go_to }) => wide(label, go_to) + 2 * pad));
  const abreast = shown.length > 1 && shown.length * widest <= width;
  if (abreast) {
    const each = width / shown.length;
    const height = up(type.line + 2 * row_pad);
    const answers = shown
      .toSorted((one, other) => order(one.index, other.index))
      .map(({ label = '', index, go_to }, at) => ({
        ...{ way: index, lines: [label], go_to },
        ...{ x: at * each, y: text_height, width: each, height },
      }));
    return { ...common, answers, abreast, height: text_height + height };
  }
  let y = text_height;
  const answers = shown.map(({ label = '', index, go_to }) => {
    const room = inner - (go_to === undefined ? 0 : goWidth(go_to));
    const said = wrapped(label, room, { size: type.text });
    const height = up(said.length * type.line + 2 * row_pad);
    const answer = { way: index, lines: said, go_to, x: 0, y, width, height };
    y += height;
    return answer;
  });
  return { ...common, answers, abreast, height: y };
}

/** Whether a note has room at the end of the last line. */
function fitsBeside(
  note: string,
  { lines, inner, indent }: { lines: readonly string[]; inner: number; indent: number },
): boolean {
  const taken = widthOf(lines.at(-1)!, type.text) + (lines.length === 1 ? indent : 0);
  return taken + 8 + widthOf(note, type.text, 'bold') <= inner;
}

/** What "go to" takes of a line. */
export const goWidth = (number: number) => go_arrow + widthOf(`${number}`, type.text, 'bold') + 3;

const wide = (label: string | undefined, go_to: number | undefined) =>
  widthOf(label ?? '', type.text) + (go_to === undefined ? 0 : goWidth(go_to));

export const padding = { box: pad, row: row_pad } as const;
