import type { State } from '../lifecycle.ts';
import type { NodeId } from './flow.ts';

/** The box of the moves that may happen at many places. */
export const any_time = 'any_time';

/** Where a ticket stands in the chart, by its state. */
export const place_of: Record<State, NodeId | typeof any_time> = {
  new: 'P22',
  in_progress: 'P37',
  waiting_school: 'P34',
  waiting_l2: 'P41',
  scheduled: any_time,
  resolved: 'P45',
  closed: 'P49',
  cancelled: 'P24',
};
