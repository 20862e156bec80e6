/** No vowels, so that no word comes of it; none of 0 o, 1 l i, and u v stand apart. */
const signs = 'bcdfghjkmnpqrstvwxz23456789';
const groups = 4;
const of_each = 4;

/**
 * A password that the software makes: four groups of four signs that cannot be taken for one another, to be read off
 * paper. 27 signs, 16 times: 76 bits. `draw` answers a number from 0 that is less than the one given, at random.
 */
export function madePassword(draw: (below: number) => number): string {
  const group = () => Array.from({ length: of_each }, () => signs[draw(signs.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}
