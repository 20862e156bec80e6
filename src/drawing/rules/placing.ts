import { waysOf, type Part } from './chart.ts';

/** Where boxes stand: a column and a row each. A search from a fixed beginning, so the same chart is the same picture. */

export interface Cell {
  column: number;
  row: number;
}

/** The columns of each lane: their first, and the one after their last. */
export function columnsOf({ lanes }: Pick<Part, 'lanes'>): Map<string, { first: number; end: number }> {
  let end = 0;
  return new Map(
    lanes.map(({ id, columns }) => {
      const first = end;
      end += columns;
      return [id, { first, end }];
    }),
  );
}

interface Edge {
  from: number;
  to: number;
}

/** What a way costs at most: one that is farther is said by a number. */
const farthest = 7;
const row_weight = 0.9;
/** The best of so many searches. */
const searches = 3;
/** What it costs to stand above what comes before, by rows; of those that come about there. */
const order_weight = 0.5;
const about = 14;

/** A number between 0 and 1, the same in every run (mulberry32). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Gives every box a cell of its lane, no two the same: near to what leads to it, below or beside it. */
export function placed(part: Part): Cell[] {
  const columns = columnsOf(part);
  const at = new Map(part.boxes.map(({ id }, index) => [id, index]));
  const edges: Edge[] = waysOf(part).flatMap(({ from, to }) =>
    at.has(to) && to !== from ? [{ from: at.get(from)!, to: at.get(to)! }] : [],
  );
  const lanes = part.boxes.map(({ lane }) => columns.get(lane)!);
  const tries = Array.from({ length: searches }, (_, seed) => {
    const board = boardOf(begun(part, lanes), edges);
    cooled(board, lanes, chances(seed + 1));
    return { cells: withoutEmptyRows(board.cells), cost: board.sum() };
  });
  return tries.toSorted((one, other) => one.cost - other.cost)[0]!.cells;
}

/** One after the other, each in the first free place of its lane that is not above what stood before it. */
function begun(part: Part, lanes: readonly { first: number; end: number }[]): Cell[] {
  const taken = new Set<string>();
  let row = 0;
  return part.boxes.map((_, index) => {
    const { first, end } = lanes[index]!;
    for (; ; row++)
      for (let column = first; column < end; column++)
        if (!taken.has(`${column} ${row}`)) {
          taken.add(`${column} ${row}`);
          return { column, row };
        }
  });
}

/** More than there are columns. */
const in_a_row = 64;

/** The cells and what stands in them, with the cost of how it stands. */
function boardOf(cells: Cell[], edges: readonly Edge[]) {
  /** Which box stands in each cell, by `key`; -1 where none does. */
  const inside = new Int16Array(in_a_row * (cells.length + 1)).fill(-1);
  for (const [box, cell] of cells.entries()) inside[key(cell)] = box;
  const around = cells.map((_, box) => edges.filter(({ from, to }) => from === box || to === box));

  /** How many boxes stand in the way of a straight line; `stride` is a column or a row on. */
  function between(one: Cell, other: Cell, stride: number): number {
    let count = 0;
    const [from, to] = [key(one), key(other)];
    for (let at = Math.min(from, to) + stride; at < Math.max(from, to); at += stride)
      if (inside[at]! >= 0) count++;
    return count;
  }

  function costOfWay({ from, to }: Edge): number {
    const [one, other] = [cells[from]!, cells[to]!];
    const down = other.row - one.row;
    const aside = Math.abs(other.column - one.column);
    if (down === 0) return Math.min(farthest, aside + 2.5 * between(one, other, 1));
    if (down < 0) return Math.min(farthest, 3 - 1.5 * down + aside);
    if (aside === 0) return Math.min(farthest, 0.6 + 1.4 * (down - 1) + 2 * between(one, other, in_a_row));
    return Math.min(farthest, 0.9 + aside + 1.2 * (down - 1));
  }

  /** By how many rows a box stands above those before it, and below those after it. */
  function outOfOrder(box: number): number {
    let sum = 0;
    const { row } = cells[box]!;
    for (let other = Math.max(0, box - about); other < Math.min(cells.length, box + about); other++)
      sum += Math.max(0, other < box ? cells[other]!.row - row : row - cells[other]!.row);
    return sum;
  }

  return {
    cells,
    boxAt: (cell: Cell): number | undefined => {
      const box = inside[key(cell)]!;
      return box < 0 ? undefined : box;
    },
    costOf: (box: number): number => {
      let sum = cells[box]!.row * row_weight + outOfOrder(box) * order_weight;
      for (const edge of around[box]!) sum += costOfWay(edge);
      return sum;
    },
    /** What the whole costs: a row is dear, as a sheet has few of them. */
    sum(): number {
      const rows = new Set(cells.map(({ row }) => row)).size;
      return cells.reduce((all, _, box) => all + this.costOf(box), rows * 6);
    },
    /** Puts a box into a cell; what stood there goes where it came from. */
    move(box: number, cell: Cell): void {
      const there = inside[key(cell)]!;
      const before = cells[box]!;
      inside[key(before)] = there;
      cells[box] = cell;
      inside[key(cell)] = box;
      if (there >= 0) cells[there] = before;
    },
  };
}

const key = ({ column, row }: Cell) => row * in_a_row + column;

/** Moves and swaps, of which at first some for the worse are kept, then none. */
function cooled(
  board: ReturnType<typeof boardOf>,
  lanes: readonly { first: number; end: number }[],
  chance: () => number,
): void {
  const size = board.cells.length;
  const rounds = 1200 * size;
  for (let round = 0; round < rounds; round++) {
    const warmth = 2.5 * (1 - round / rounds) ** 2;
    const box = Math.floor(chance() * size);
    const before = board.cells[box]!;
    const { first, end } = lanes[box]!;
    const to = {
      column: first + Math.floor(chance() * (end - first)),
      row: Math.min(size, Math.max(0, before.row + Math.round((chance() - 0.5) * 8))),
    };
    const there = board.boxAt(to);
    if (there === box || (there !== undefined && !holds(lanes[there]!, before))) continue;
    const cost = () => board.costOf(box) + (there === undefined ? 0 : board.costOf(there));
    const was = cost();
    board.move(box, to);
    const worse = cost() - was;
    if (worse > 0 && chance() >= Math.exp(-worse / Math.max(warmth, 1e-6))) board.move(box, before);
  }
}

const holds = ({ first, end }: { first: number; end: number }, { column }: Cell) =>
  column >= first && column < end;

function withoutEmptyRows(cells: readonly Cell[]): Cell[] {
  const rows = [...new Set(cells.map(({ row }) => row))].toSorted((one, other) => one - other);
  const place = new Map(rows.map((row, index) => [row, index]));
  return cells.map(({ column, row }) => ({ column, row: place.get(row)! }));
}
