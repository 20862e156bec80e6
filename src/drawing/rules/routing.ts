import { pitch } from './box.ts';

/**
 * Lines between boxes on a lattice, as on a circuit board: each takes the cheapest free way and keeps its points, so no
 * line crosses another or runs through a box. Lines to the same box may join. Places are in lattice steps.
 */

export interface Point {
  x: number;
  y: number;
}

/** Down, right, up, left. */
const directions = [
  { x: 0, y: 1 },
  { x: 1, y: 0 },
  { x: 0, y: -1 },
  { x: -1, y: 0 },
] as const;
export const [down, right, left] = [0, 1, 3] as const;
type Direction = 0 | 1 | 2 | 3;

/** Where a line may leave a box or come to it, on the border, and which way it runs there. */
export interface Port extends Point {
  direction: Direction;
  /** What this place costs beside others. */
  cost: number;
}

export interface Block {
  x: number;
  y: number;
  width: number;
  height: number;
}

const bend_cost = 7;
const near_cost = 2;
const beside_cost = 3;
/** An arrow's head needs this many steps straight before the box. */
const head_steps = 2;
const free = -1;
const blocked = -2;

/** A lattice of this size with boxes on it. `dearest` is what a line may cost before it is left out. */
export function openLattice({ width, height }: { width: number; height: number }, blocks: readonly Block[]) {
  const columns = width + 1;
  const owner = new Int16Array(columns * (height + 1)).fill(free);
  const near = new Uint8Array(owner.length);
  /** How a line that owns a point goes on from there. */
  const next = new Int32Array(owner.length).fill(-1);
  const at = ({ x, y }: Point) => y * columns + x;
  const inside = ({ x, y }: Point) => x >= 0 && y >= 0 && x <= width && y <= height;
  const each = ({ x, y, width: w, height: h }: Block, grown: number, work: (index: number) => void) => {
    for (let row = y - grown; row <= y + h + grown; row++)
      for (let column = x - grown; column <= x + w + grown; column++)
        if (inside({ x: column, y: row })) work(at({ x: column, y: row }));
  };
  for (const block of blocks) each(block, 1, index => (near[index] = near_cost));
  for (const block of blocks) each(block, 0, index => (owner[index] = blocked));

  const step = (index: number, direction: Direction): number => {
    const x = (index % columns) + directions[direction].x;
    const there = index + directions[direction].x + directions[direction].y * columns;
    return x < 0 || x > width || there < 0 || there >= owner.length ? -1 : there;
  };
  const besideLine = (index: number, target: number): number => {
    for (const direction of [0, 1, 2, 3] as const) {
      const there = step(index, direction);
      if (there >= 0 && owner[there]! >= 0 && owner[there] !== target) return beside_cost;
    }
    return 0;
  };

  /** The points of a line from one of these ports to one of those of the target; undefined where none is cheap enough. */
  function route(
    target: number,
    from: readonly Port[],
    to: readonly Port[],
    dearest: number,
  ): Point[] | undefined {
    const arrivals = to.map(port => ({ cost: port.cost, ...headOf(port) }));
    const heads = new Map(arrivals.flatMap((each, place) => (each.clear ? [[each.state, place]] : [])));
    /** A state is a point and the direction in which it was reached; after them, one for each port of arrival. */
    const states = owner.length * 4;
    const best = new Float32Array(states + to.length).fill(Infinity);
    const came = new Int32Array(best.length).fill(-1);
    const settled = new Uint8Array(best.length);
    const queue = openQueue();
    const toGo = stepsTo(to);
    const reach = (state: number, cost: number, before: number) => {
      const whole = cost + (state < states ? toGo(state >> 2) : 0);
      if (cost >= best[state]! || whole > dearest) return;
      best[state] = cost;
      came[state] = before;
      queue.push(state, whole);
    };
    for (const port of from) {
      const first = step(at(port), port.direction);
      if (first >= 0 && isOpen(first, target)) reach(first * 4 + port.direction, port.cost, -1 - at(port));
    }
    for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
      const cost = best[state]!;
      if (settled[state] === 1) continue;
      settled[state] = 1;
      if (state >= states) return kept(target, came[state]!, came, arrivals[state - states]!.trail);
      const [index, direction] = [state >> 2, (state & 3) as Direction];
      if (owner[index] === target) return kept(target, state, came, afterJoin(index));
      const head = heads.get(state);
      if (head !== undefined) reach(states + head, cost + arrivals[head]!.cost, state);
      for (const turn of [0, 1, 3]) {
        const heading = ((direction + turn) % 4) as Direction;
        const there = step(index, heading);
        if (there < 0 || !isOpen(there, target)) continue;
        // Who joins a line doesn't meet it head on.
        if (owner[there] === target && directionAt(there) === (heading + 2) % 4) continue;
        const dearer = (turn === 0 ? 0 : bend_cost) + near[there]! + besideLine(there, target);
        reach(there * 4 + heading, cost + 1 + dearer, state);
      }
    }
    return undefined;
  }

  /** How many steps there are at least from a point to one of these ports. */
  function stepsTo(ports: readonly Port[]): (index: number) => number {
    const [xs, ys] = [ports.map(({ x }) => x), ports.map(({ y }) => y)];
    const [left_end, right_end] = [Math.min(...xs), Math.max(...xs)];
    const [first, last] = [Math.min(...ys), Math.max(...ys)];
    return index => {
      const [x, y] = [index % columns, Math.floor(index / columns)];
      return Math.max(left_end - x, 0, x - right_end) + Math.max(first - y, 0, y - last);
    };
  }

  const isOpen = (index: number, target: number) => owner[index] === free || owner[index] === target;

  /** The last straight steps before a port, the port last; `state` is where they begin. */
  function headOf(port: Port) {
    const back = ((port.direction + 2) % 4) as Direction;
    const trail = [at(port)];
    for (let steps = 0; steps < head_steps; steps++) trail.unshift(step(trail[0]!, back));
    const clear = trail.slice(0, -1).every(index => index >= 0 && owner[index] === free);
    return { clear, state: trail[0]! * 4 + port.direction, trail: trail.slice(1) };
  }

  function afterJoin(index: number): number[] {
    const rest: number[] = [];
    for (let after = next[index]!; after >= 0; after = next[after]!) rest.push(after);
    return rest;
  }

  const directionAt = (index: number): number => {
    const after = next[index]!;
    return after < 0 ? -1 : [0, 1, 2, 3].find(direction => step(index, direction as Direction) === after)!;
  };

  /** The line that ends with this state and goes on with this trail; from now on its points are taken. */
  function kept(target: number, last: number, came: Int32Array, trail: readonly number[]): Point[] {
    const way = [...trail];
    let state = last;
    for (; state >= 0; state = came[state]!) way.unshift(state >> 2);
    way.unshift(-1 - state);
    for (const [place, index] of way.entries()) {
      if (owner[index] === free) owner[index] = target;
      if (owner[index] === target && place + 1 < way.length) next[index] = way[place + 1]!;
    }
    return way.map(index => ({ x: index % columns, y: Math.floor(index / columns) }));
  }

  return { route };
}

/** The smallest first, in steps of a quarter; of equals the one that came first, so that every run is the same. */
function openQueue() {
  const by_cost: number[][] = [];
  let [cost, place] = [0, 0];
  return {
    push(state: number, at: number) {
      (by_cost[Math.round(at * 4)] ??= []).push(state);
    },
    pop(): number | undefined {
      for (; cost < by_cost.length; cost++, place = 0) {
        const state = by_cost[cost]?.[place++];
        if (state !== undefined) return state;
      }
      return undefined;
    },
  };
}

/** Only the corners of a line, in points of the paper. */
export function corners(points: readonly Point[]): Point[] {
  return points
    .filter((point, index) => {
      const [before, after] = [points[index - 1], points[index + 1]];
      return !before || !after || (before.x !== after.x && before.y !== after.y);
    })
    .map(({ x, y }) => ({ x: x * pitch, y: y * pitch }));
}
