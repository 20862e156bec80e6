import { transitions, type Move, type State, type Transition } from '../lifecycle.ts';

/**
 * The life of a ticket that only the iGroup sees: the same table without what speaks to a school or waits for one.
 * Solved is closed, since no school confirms it, and a date needs nobody's consent.
 */

type Row = Transition & { move: Move };

const speaks = ({ requires }: Transition) => requires.includes('question');
const waits = ({ from }: Transition) => from === 'waiting_school' || from === 'resolved';

const besides = (row: Transition) => row.while !== undefined;

const insideRow = (row: Row): Row => ({
  ...row,
  to: row.to === 'resolved' ? 'closed' : row.to,
  requires: row.requires.filter(name => name !== 'school_agreed'),
});

const inside_rows: readonly Row[] = transitions
  .filter((row: Transition) => !speaks(row) && !waits(row) && !besides(row))
  .map(insideRow);

interface Lives {
  state: State;
  inside: boolean;
  /** It is with the school's own technician. */
  passed?: boolean | undefined;
  opening?: boolean | undefined;
}

/** While a school's own technician has it, the desk asks nothing and no time closes it. */
const passed_moves: readonly Move[] = ['send_up', 'solve_at_school', 'withdraw', 'resolve'];

/** The moves by which the work on a ticket ends. */
export const ends = ({ to }: Pick<Transition, 'to'>): boolean =>
  to === 'resolved' || to === 'closed' || to === 'cancelled';

/** The moves that a ticket has from where it is. */
export const rowsFrom = ({ state, inside, passed, opening }: Lives): Row[] =>
  (inside ? inside_rows : (transitions as readonly Row[])).filter(
    row =>
      row.from === state &&
      (passed ? passed_moves.includes(row.move) : !row.while || (opening && row.while === 'opening')),
  );

/** The row of one move from where the ticket is, or undefined where its life has none. */
export const rowOf = (move: Move, ticket: Lives): Row | undefined =>
  rowsFrom(ticket).find(row => row.move === move);
