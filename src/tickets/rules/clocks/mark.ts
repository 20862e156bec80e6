import type { Extent } from '#sla/rules/targets.ts';
import type { State } from '../lifecycle.ts';
import type { Priority } from '../priority.ts';

/**
 * The ledger of a ticket's time (N6): a mark for each deed that matters to a clock, in order, never changed. From one
 * mark to the next is an interval, in which the ticket stood as the first of the two says.
 */
export const mark_kinds = ['opened', 'moved', 'priority', 'promise', 'answered', 'asked'] as const;

/** `answered`: the desk has written to the school; `asked`: somebody of the school has. */
export type MarkKind = (typeof mark_kinds)[number];

export interface Mark {
  at: Date;
  kind: MarkKind;
  state: State;
  priority: Priority;
  /** It is with the school's own technician: the desk has promised nothing yet (S12). */
  passed: boolean;
  promised: Extent;
}
