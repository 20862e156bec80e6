import type { Ticket } from '#tickets/rules/ticket.ts';
import type { Extent } from './layout.ts';

/**
 * What is shown of the list while somebody's hand is on it. Rows say at once what is new about their tickets, but
 * each stays where it is: what would move is held until the person lets go or asks for it.
 */

/** How long the list is, and the windows of it that are in sight. */
export interface Rows {
  extent: Extent;
  windows: ReadonlyMap<number, readonly Ticket[]>;
}

export interface Held extends Rows {
  /** Something would move. */
  moved: boolean;
}

export function holdStill(shown: Rows, fresh: Rows): Held {
  const now = new Map([...fresh.windows.values()].flat().map(ticket => [ticket.number, ticket]));
  const windows = new Map<number, readonly Ticket[]>();
  let moved = !sameExtent(shown.extent, fresh.extent);
  for (const [at, tickets] of fresh.windows) {
    const before = shown.windows.get(at);
    if (!before || sameOrder(before, tickets)) windows.set(at, tickets);
    else {
      moved = true;
      windows.set(
        at,
        before.map(ticket => now.get(ticket.number) ?? ticket),
      );
    }
  }
  return { extent: moved ? shown.extent : fresh.extent, windows, moved };
}

const sameOrder = (one: readonly Ticket[], other: readonly Ticket[]) =>
  one.length === other.length && one.every((ticket, at) => ticket.number === other[at]!.number);

const sameExtent = (one: Extent, other: Extent) =>
  typeof one === 'number' || typeof other === 'number'
    ? one === other
    : one.length === other.length &&
      one.every((group, at) => group.key === other[at]!.key && group.count === other[at]!.count);

/** How many of the tickets that something happened to are among these rows; one at least, as something moved. */
export function changedAmong(heard: ReadonlySet<number>, ...rows: readonly Rows[]): number {
  const numbers = rows.flatMap(({ windows }) => [...windows.values()].flat().map(({ number }) => number));
  return Math.max(1, new Set(numbers.filter(number => heard.has(number))).size);
}
