import { type as letters, padding } from './box.ts';
import type { BoxKind } from './chart.ts';
import type { Layout, Sheet } from './layout.ts';
import { widthOf } from './measure.ts';
import type { PanelStanding } from './panel.ts';
import { heads, type Arrow, type Section, type Standing } from './section.ts';

/** A sheet as plain shapes: the page, the SVG file and the paper draw the same ones. */

export type Paint =
  | 'ink'
  | 'quiet'
  | 'line'
  | 'arrow'
  | 'lane'
  | 'box'
  | 'question'
  | 'answers'
  | 'wait'
  | 'end'
  | 'panel'
  | 'none';

export type Mark =
  | { kind: 'path'; d: string; fill: Paint; stroke: Paint; dashed?: true }
  | {
      kind: 'text';
      x: number;
      y: number;
      text: string;
      size: number;
      bold?: true;
      anchor?: 'middle' | 'end';
      paint: Paint;
    }
  /** What can be named by an address: a box with its text. */
  | { kind: 'box'; id: string; at: Rectangle; marks: Mark[] }
  /** What leads to another box. */
  | { kind: 'link'; to: string; at: Rectangle; marks: Mark[] };

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Scene {
  width: number;
  height: number;
  marks: Mark[];
}

/** A chart as it is shown: one endless sheet for the screen, and the sheets of paper. */
export interface Scenes {
  screen: Scene;
  sheets: Scene[];
}

/** The sheets of a layout as scenes; `numberOf` a box of the chart gives what "go to" leads to. */
export const scenesOf = ({ sheets, width }: Layout): Scene[] =>
  sheets.map(sheet => ({ width, height: sheet.height, marks: marksOf(sheet) }));

const marksOf = ({ sections, panels }: Sheet): Mark[] => [
  ...sections.flatMap(section => [
    ...ground(section),
    ...section.arrows.flatMap(arrow => arrowMarks(arrow, section.y)),
    ...section.boxes.map(box => boxMark(box, section.y)),
  ]),
  ...panels.map(panelMark),
];

/** The names of a part and of its lanes, and the ground of every second lane. */
function ground({ part, lanes, y, height }: Section & { y: number }): Mark[] {
  const top = y + (part.name ? heads.part : 0);
  const named = lanes.some(({ name }) => name);
  return [
    ...(part.name ? [text(part.name, { x: 0, y: y + 12, size: 10.5, bold: true })] : []),
    ...lanes.flatMap(({ name, x, width }, index): Mark[] => {
      const d = rounded({ x, y: top, width, height: y + height - top }, 4);
      return [
        ...(index % 2 === 0 ? [{ kind: 'path', d, fill: 'lane', stroke: 'none' } as const] : []),
        ...(named
          ? [text(name, { x: x + width / 2, y: top + 13, size: letters.head, bold: true, anchor: 'middle' })]
          : []),
      ];
    }),
  ];
}

const fills: Record<BoxKind, Paint> = {
  start: 'end',
  step: 'box',
  question: 'question',
  wait: 'wait',
  end: 'end',
};

function boxMark(standing: Standing, top: number): Mark {
  const { box, number, x, width, height, lines, note, indent, answers } = standing;
  const y = standing.y + top;
  const at = { x, y, width, height };
  const first = y + padding.box + letters.text;
  const shape = outline(box.kind, at);
  return {
    ...{ kind: 'box', id: box.id, at },
    marks: [
      {
        kind: 'path',
        d: shape,
        fill: fills[box.kind],
        stroke: 'line',
        ...(box.kind === 'wait' && { dashed: true }),
      },
      text(`${number}`, { x: x + padding.box, y: first, bold: true }),
      ...lines.flatMap((line, index) => {
        const begins = x + padding.box + (index === 0 ? indent : 0);
        return line ? [text(line, { x: begins, y: first + index * letters.line })] : [];
      }),
      ...note.map((line, index) =>
        text(line, {
          ...{ x: x + width - padding.box, y: first + (lines.length - note.length + index) * letters.line },
          ...{ anchor: 'end', paint: 'quiet', bold: true },
        }),
      ),
      ...answers.flatMap(answer => answerMarks(answer, standing, y)),
    ],
  };
}

function answerMarks(
  answer: Standing['answers'][number],
  { x, box, abreast, answers }: Standing,
  top: number,
): Mark[] {
  const [left, y] = [x + answer.x, top + answer.y];
  const right = left + answer.width;
  const line = (d: string): Mark => ({ kind: 'path', d, fill: 'none', stroke: 'line' });
  const centred = abreast && answer.go_to === undefined;
  const first = y + padding.row + letters.text - 0.5;
  const said = answer.lines.map((words, index) =>
    text(words, {
      ...(centred ? { x: left + answer.width / 2, anchor: 'middle' as const } : { x: left + padding.box }),
      y: first + index * letters.line,
    }),
  );
  const bounds = [
    ...(answers.indexOf(answer) === 0 || !abreast
      ? [line(`M${fixed(x)} ${fixed(y)}H${fixed(abreast ? x + answer.width * answers.length : right)}`)]
      : []),
    ...(abreast && answers.indexOf(answer) > 0
      ? [line(`M${fixed(left)} ${fixed(y)}V${fixed(y + answer.height)}`)]
      : []),
  ];
  if (answer.go_to === undefined) return [...bounds, ...said];
  const to = box.ways[answer.way]!.to;
  const number = `${answer.go_to}`;
  const number_x = right - padding.box;
  const arrow_x = number_x - widthOf(number, letters.text, 'bold') - 3;
  const last = first + (answer.lines.length - 1) * letters.line;
  return [
    ...bounds,
    ...said,
    {
      kind: 'link',
      to,
      at: { x: left, y, width: answer.width, height: answer.height },
      marks: [
        { kind: 'path', d: goArrow(arrow_x, last - 2.6), fill: 'none', stroke: 'arrow' },
        text(number, { x: number_x, y: last, anchor: 'end', bold: true, paint: 'arrow' }),
      ],
    },
  ];
}

/** A small arrow that ends here, for "go to". */
const goArrow = (x: number, y: number) =>
  `M${fixed(x - 8)} ${fixed(y)}H${fixed(x)}M${fixed(x - 2.5)} ${fixed(y - 2.5)}L${fixed(x)} ${fixed(y)}L${fixed(x - 2.5)} ${fixed(y + 2.5)}`;

const bend = 4;

/** A line with its corners rounded, and its head. */
function arrowMarks({ points }: Arrow, top: number): Mark[] {
  const all = points.map(({ x, y }) => ({ x, y: y + top }));
  const [before, end] = [all.at(-2)!, all.at(-1)!];
  const way = { x: Math.sign(end.x - before.x), y: Math.sign(end.y - before.y) };
  let d = `M${fixed(all[0]!.x)} ${fixed(all[0]!.y)}`;
  for (const [index, point] of all.entries()) {
    const [last, next] = [all[index - 1], all[index + 1]];
    if (!last) continue;
    if (!next) {
      d += `L${fixed(point.x - way.x * 2)} ${fixed(point.y - way.y * 2)}`;
      continue;
    }
    const toward = (other: { x: number; y: number }) => {
      const long = Math.abs(other.x - point.x) + Math.abs(other.y - point.y);
      const part = Math.min(bend, long / 2) / long;
      return `${fixed(point.x + (other.x - point.x) * part)} ${fixed(point.y + (other.y - point.y) * part)}`;
    };
    d += `L${toward(last)}Q${fixed(point.x)} ${fixed(point.y)} ${toward(next)}`;
  }
  const side = { x: way.y, y: way.x };
  const wing = (sign: number) =>
    `${fixed(end.x - way.x * 5 + sign * side.x * 2.6)} ${fixed(end.y - way.y * 5 + sign * side.y * 2.6)}`;
  return [
    { kind: 'path', d, fill: 'none', stroke: 'arrow' },
    {
      kind: 'path',
      d: `M${fixed(end.x)} ${fixed(end.y)}L${wing(1)}L${wing(-1)}Z`,
      fill: 'arrow',
      stroke: 'none',
    },
  ];
}

function panelMark({ id, title, items, ...at }: PanelStanding): Mark {
  return {
    ...{ kind: 'box', id, at },
    marks: [
      { kind: 'path', d: rounded(at, 4), fill: 'panel', stroke: 'line' },
      text(title, { x: at.x + 8, y: at.y + 15, size: letters.head, bold: true }),
      ...items.flatMap(({ x, y, name, indent, over, lines }) => {
        const first = at.y + y + letters.text;
        return [
          ...name.map((line, index) =>
            text(line, { x: at.x + x, y: first + index * letters.line, bold: true }),
          ),
          ...lines.map((line, index) =>
            text(line, {
              x: at.x + x + (index === 0 ? indent : 0),
              y: first + (over + index) * letters.line,
            }),
          ),
        ];
      }),
    ],
  };
}

/** What kind of box it is shows in its corners: a question's are cut, a beginning's and an end's are round. */
function outline(kind: BoxKind, at: Rectangle): string {
  if (kind === 'question') return cut(at, 5);
  return rounded(at, kind === 'start' || kind === 'end' ? Math.min(12, at.height / 2) : 2.5);
}

function cut({ x, y, width, height }: Rectangle, corner: number): string {
  const [right, bottom] = [x + width, y + height];
  const points = [
    [x + corner, y],
    [right - corner, y],
    [right, y + corner],
    [right, bottom - corner],
    [right - corner, bottom],
    [x + corner, bottom],
    [x, bottom - corner],
    [x, y + corner],
  ];
  return `M${points.map(point => point.map(value => fixed(value)).join(' ')).join('L')}Z`;
}

function rounded({ x, y, width, height }: Rectangle, r: number): string {
  const [right, bottom] = [x + width, y + height].map(fixed);
  const turn = (tx: number, ty: number, cx: number, cy: number) =>
    `Q${fixed(cx)} ${fixed(cy)} ${fixed(tx)} ${fixed(ty)}`;
  return (
    `M${fixed(x + r)} ${fixed(y)}H${fixed(x + width - r)}${turn(x + width, y + r, x + width, y)}` +
    `V${fixed(y + height - r)}${turn(x + width - r, y + height, Number(right), Number(bottom))}` +
    `H${fixed(x + r)}${turn(x, y + height - r, x, y + height)}V${fixed(y + r)}${turn(x + r, y, x, y)}Z`
  );
}

/** A number as it stands in a file: to the hundredth, so that the same picture is the same file. */
export const fixed = (value: number): string => `${Math.round(value * 100) / 100}`;

interface Saying {
  x: number;
  y: number;
  size?: number;
  bold?: boolean;
  anchor?: 'middle' | 'end';
  paint?: Paint;
}

const text = (words: string, { size = letters.text, paint = 'ink', bold, anchor, x, y }: Saying): Mark => ({
  ...{ kind: 'text', x, y, text: words, size, paint },
  ...(bold && { bold }),
  ...(anchor && { anchor }),
});
