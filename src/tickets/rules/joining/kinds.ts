import { isOpen, type State } from '../lifecycle.ts';

/** How two tickets can be joined: ONE table. No schema here, since pages read it too. */

export interface KindRow {
  /** Either way round is the same. */
  symmetric: boolean;
  /** Also between tickets of two schools; then only the desk knows of it. */
  across_schools: boolean;
  /** Whether a school may know of it, where both tickets are its own. */
  school_knows: boolean;
  /** Who takes it back: anybody who works tickets, at any time; or who did it and a coordinator, for `undo_days`. */
  parted_by: 'agents' | 'doer';
}

export const kinds = {
  related: { symmetric: true, across_schools: true, school_knows: true, parted_by: 'agents' },
  same: { symmetric: true, across_schools: true, school_knows: true, parted_by: 'agents' },
  child: { symmetric: false, across_schools: true, school_knows: false, parted_by: 'agents' },
  merged: { symmetric: false, across_schools: false, school_knows: true, parted_by: 'doer' },
  split: { symmetric: false, across_schools: false, school_knows: true, parted_by: 'doer' },
} as const satisfies Record<string, KindRow>;

export type Kind = keyof typeof kinds;
export const kind_ids = Object.keys(kinds) as [Kind, ...Kind[]];

/** What the other ticket is to this one: each kind from both its ends. */
export const sides = {
  related: { from: 'related', to: 'related' },
  same: { from: 'same', to: 'same' },
  child: { from: 'parent', to: 'child' },
  merged: { from: 'merged_into', to: 'merged_from' },
  split: { from: 'split_into', to: 'split_from' },
} as const satisfies Record<Kind, { from: string; to: string }>;
type Sides = (typeof sides)[Kind];
export type As = Sides[keyof Sides];
export const as_ids = [...new Set(Object.values(sides).flatMap(({ from, to }) => [from, to]))] as [
  As,
  ...As[],
];

/** What somebody may link by hand, as she says it of the other ticket. */
export const links = ['related', 'same', 'parent', 'child'] as const satisfies readonly As[];
export type Link = (typeof links)[number];

/** How long a merge or a split can be taken back, in days of 24 hours. */
export const undo_days = 30;
export const undoneUntil = (made: Date): Date => new Date(made.getTime() + undo_days * 86_400_000);

/** How many tickets may stand over one another: a problem, its parts, and their tickets. */
export const most_levels = 3;

/** The state of a merged ticket (process.json: "withdraw or merge"), which nothing else brings about. */
export const merged_state = { state: 'cancelled', resolution_code: 'duplicate_merged' } as const;

export const isMerged = (ticket: { state: State; resolution_code: string | null }): boolean =>
  ticket.state === merged_state.state && ticket.resolution_code === merged_state.resolution_code;

/** Of the tickets under one, how many still go on. */
export const openOf = (children: readonly { state: State }[]): number =>
  children.filter(({ state }) => isOpen(state)).length;
