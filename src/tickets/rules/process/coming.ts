import { transitionsFrom, type Move, type State } from '../lifecycle.ts';
import type { TicketWithMessages } from '../ticket.ts';

/** One step that may come next; `mine` is one that the reader can make now. */
export interface Coming {
  move: Move;
  to: State;
  mine: boolean;
}

type Standing = Pick<TicketWithMessages, 'state' | 'inside' | 'passed_to' | 'can'>;

/** What may become of a ticket from where it stands, in the order of the table. Inside there is only what one can do. */
export function coming({ state, inside, passed_to, can }: Standing): Coming[] {
  const mine = new Set(can.moves.map(({ move }) => move));
  if (inside) return can.moves.map(({ move, to }) => ({ move, to, mine: true }));
  return transitionsFrom(state)
    .filter(row => row.to !== row.from && row.while === (passed_to ? 'passed' : undefined))
    .map(({ move, to }) => ({ move, to, mine: mine.has(move) }));
}
