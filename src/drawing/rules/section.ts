import { measure, pitch, type Measured } from './box.ts';
import { waysOf, type Part } from './chart.ts';
import { entriesOf, exitsOf } from './ports.ts';
import { columnsOf, type Cell } from './placing.ts';
import { corners, openLattice, type Block, type Point } from './routing.ts';

/** Rows of a part on one sheet: boxes, and the lines between them. */

export interface Standing extends Measured {
  x: number;
  y: number;
}

export interface Arrow {
  from: string;
  way: number;
  to: string;
  /** From the border of its first box to that of its last, by corners; from the section's own corner. */
  points: Point[];
}

export interface Section {
  part: Part;
  /** The row after its last. */
  end: number;
  height: number;
  lanes: { id: string; name: string; x: number; width: number }[];
  boxes: Standing[];
  arrows: Arrow[];
}

interface Asked {
  part: Part;
  cells: readonly Cell[];
  numbers: ReadonlyMap<string, number>;
}

const gutter = 12;
const row_gap = 15;
/** Over the boxes: the name of the part, and the names of its lanes. */
export const heads = { part: 18, lanes: 18 } as const;
/** Of lines that are about as long, the first in the chart goes first. */
const about_as_far = 40;
/** What a line may cost by how far it goes, both on the lattice; a dearer one is said by a number. */
const dearestOf = (steps: number) => 48 + 1.7 * steps;

/** As many of these rows as fit; undefined where not even one does. */
export function sectionOf(
  asked: Asked,
  { first, rows }: { first: number; rows: number },
  room: { width: number; height: number; at_least_one: boolean },
): Section | undefined {
  for (let end = rows; end > first; end--) {
    const height = room.at_least_one && end === first + 1 ? Infinity : room.height;
    const section = drawn(asked, { first, end }, { width: room.width, height });
    if (section) return section;
  }
  return undefined;
}

/** These rows; undefined where they are too high. What can't be an arrow becomes a number, until all is drawn. */
function drawn(
  { part, cells, numbers }: Asked,
  { first, end }: { first: number; end: number },
  room: { width: number; height: number },
): Section | undefined {
  const { named, xOf, box_width, lanes } = columnsIn(part, room.width);
  const top = heads.part * Number(named.part) + heads.lanes * Number(named.lanes) + row_gap - 3;
  const here = part.boxes
    .map((box, index) => ({ box, cell: cells[index]! }))
    .filter(({ cell }) => cell.row >= first && cell.row < end);
  const cell_of = new Map(here.map(({ box, cell }) => [box.id, cell]));
  const ways = waysOf({ boxes: here.map(({ box }) => box) });
  const said = new Set(ways.filter(({ to }) => !cell_of.has(to)).map(nameOf));
  for (;;) {
    const boxes: Standing[] = [];
    let y = top;
    for (let row = first; row < end; row++) {
      const standing = here
        .filter(({ cell }) => cell.row === row)
        .map(({ box, cell }): Standing => {
          const columnTo = (way: number) => cell_of.get(box.ways[way]!.to)?.column ?? cell.column;
          return {
            x: xOf(cell.column),
            y,
            ...measure(box, {
              number: numbers.get(box.id)!,
              width: box_width,
              goTo: way =>
                said.has(nameOf({ from: box.id, index: way })) ? numbers.get(box.ways[way]!.to) : undefined,
              order: (one, other) => columnTo(one) - columnTo(other) || one - other,
            }),
          };
        });
      boxes.push(...standing);
      y += Math.max(...standing.map(({ height }) => height)) + row_gap;
    }
    const height = y - row_gap + 9;
    if (height > room.height) return undefined;
    const arrows = routed(boxes, { width: room.width, height, top });
    const missing = ways.filter(
      way =>
        !said.has(nameOf(way)) &&
        !arrows.some(({ from, way: index }) => nameOf({ from, index }) === nameOf(way)),
    );
    if (missing.length === 0) return { part, end, height, lanes, boxes, arrows };
    for (const way of missing) said.add(nameOf(way));
  }
}

const nameOf = ({ from, index }: { from: string; index: number }) => `${from} ${index}`;

function columnsIn(part: Part, width: number) {
  const columns = columnsOf(part);
  const count = Math.max(...[...columns.values()].map(({ end }) => end));
  const box_width = Math.floor((width - gutter * (count + 1)) / count / (2 * pitch)) * 2 * pitch;
  const over = width - count * box_width - gutter * (count + 1);
  const margin = Math.floor(over / 2 / pitch) * pitch + gutter;
  const xOf = (column: number) => margin + column * (box_width + gutter);
  const lanes = part.lanes.map(({ id, name }) => {
    const { first, end } = columns.get(id)!;
    const from = first === 0 ? 0 : xOf(first) - gutter / 2;
    const to = end === count ? width : xOf(end) - gutter / 2;
    return { id, name, x: from, width: to - from };
  });
  return { xOf, box_width, lanes, named: { part: part.name !== '', lanes: lanes.some(({ name }) => name) } };
}

/** The lines between these boxes, the shortest first. */
function routed(
  boxes: readonly Standing[],
  { width, height, top }: { width: number; height: number; top: number },
): Arrow[] {
  const from_top = top - (row_gap - 3);
  const block = (box: Standing): Block => ({
    x: box.x / pitch,
    y: (box.y - from_top) / pitch,
    width: box.width / pitch,
    height: box.height / pitch,
  });
  const blocks = boxes.map(block);
  const place = new Map(boxes.map(({ box }, index) => [box.id, index]));
  const lattice = openLattice(
    { width: Math.floor(width / pitch), height: Math.floor((height - from_top) / pitch) },
    blocks,
  );
  const far = ({ from, to }: { from: string; to: string }) => {
    const [one, other] = [boxes[place.get(from)!]!, boxes[place.get(to)!]!];
    const back = other.y + other.height < one.y ? 400 : 0;
    const apart = Math.abs(one.x - other.x) + Math.abs(one.y + one.height - other.y);
    return { steps: apart / pitch, turn: Math.round((apart + back) / about_as_far) };
  };
  return waysOf({ boxes: boxes.map(({ box }) => box) })
    .filter(({ from, to, index }) => place.has(to) && to !== from && isDrawn(boxes[place.get(from)!]!, index))
    .map(way => ({ way, ...far(way) }))
    .toSorted((one, other) => one.turn - other.turn)
    .flatMap(({ way: { from, to, index }, steps }): Arrow[] => {
      const [one, other] = [place.get(from)!, place.get(to)!];
      const points = lattice.route(
        other,
        exitsOf(boxes[one]!, index, blocks[one]!),
        entriesOf(boxes[other]!, blocks[other]!),
        dearestOf(steps),
      );
      if (!points) return [];
      const moved = corners(points).map(({ x, y }) => ({ x, y: y + from_top }));
      return [{ from, way: index, to, points: moved }];
    });
}

const isDrawn = ({ answers }: Standing, way: number) =>
  answers.every(answer => answer.way !== way || answer.go_to === undefined);
