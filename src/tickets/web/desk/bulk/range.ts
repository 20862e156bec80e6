import type { QueryClient } from '@tanstack/react-query';
import { askRows, window_rows } from '../asking.ts';
import type { Query } from '../filters.ts';

/** The numbers of the tickets from one place of a list to another, also of those that nobody has scrolled to. */
export async function numbersBetween(
  client: QueryClient,
  query: Query,
  [one, other]: readonly [number, number],
): Promise<number[]> {
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  const numbers: number[] = [];
  for (let at = Math.floor(from / window_rows); at <= Math.floor(to / window_rows); at++) {
    const { items } = await client.ensureQueryData(askRows(query, at));
    for (const [index, { number }] of items.entries()) {
      const place = at * window_rows + index;
      if (place >= from && place <= to) numbers.push(number);
    }
  }
  return numbers;
}
