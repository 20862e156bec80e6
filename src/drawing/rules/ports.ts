import { pitch, type Measured } from './box.ts';
import { down, left, right, type Block, type Port } from './routing.ts';

/** Where lines may leave a box, and where they may come to it, on the lattice. */

/** A line under an answer leaves there; that of a box without answers at its foot or its sides. */
export function exitsOf(measured: Measured, way: number, block: Block): Port[] {
  const { answers, abreast } = measured;
  const answer = answers.find(each => each.way === way);
  if (!answer) return [...foot(block), ...sides(block, middle(0, measured.text_height))];
  const place = answers.indexOf(answer);
  const [first, last] = [place === 0, place === answers.length - 1];
  const height = middle(answer.y, answer.height);
  const ways = sides(block, height);
  if (!abreast) return last ? [...foot(block), ...ways] : ways;
  const x = block.x + middle(answer.x, answer.width);
  return [
    { x, y: block.y + block.height, direction: down, cost: 0 },
    ...ways.filter(({ direction }) => (direction === left ? first : last)),
  ];
}

/** At the head of a box, best in its middle, or at the sides of its text. */
export function entriesOf({ text_height }: Measured, block: Block): Port[] {
  const half = block.width / 2;
  const head = Array.from({ length: block.width - 3 }, (_, index): Port => {
    const x = index + 2;
    return { x: block.x + x, y: block.y, direction: down, cost: off(x - half) };
  });
  const high = Math.floor(text_height / pitch);
  const beside = Array.from({ length: high - 1 }, (_, index) => index + 1).flatMap(y =>
    [
      { x: block.x, direction: right, cost: 1 + off(y - high / 2) },
      { x: block.x + block.width, direction: left, cost: 1 + off(y - high / 2) },
    ].map(side => ({ ...side, y: block.y + y })),
  );
  return [...head, ...beside];
}

const foot = (block: Block): Port[] =>
  Array.from({ length: block.width - 3 }, (_, index) => {
    const x = index + 2;
    const cost = off(x - block.width / 2);
    return { x: block.x + x, y: block.y + block.height, direction: down, cost };
  });

const sides = (block: Block, height: number): Port[] => [
  { x: block.x, y: block.y + height, direction: left, cost: 1 },
  { x: block.x + block.width, y: block.y + height, direction: right, cost: 1 },
];

/** A line begins or ends in the middle unless that costs a bend. */
const off = (steps: number) => (steps === 0 ? 0 : 2 + Math.abs(steps) * 0.25);

const middle = (from: number, length: number) => Math.floor((from + length / 2) / pitch);
