/** What is promised: how fast by priority, how often at least, and when to warn before (process.json priorities, S8). */

export const priorities = ['P1', 'P2', 'P3', 'P4'] as const;
export type Priority = (typeof priorities)[number];

/** The two lengths of time that a desk promises; the next answers are promised as the first one is. */
export const promised_clocks = ['response', 'resolution'] as const;
export type PromisedClock = (typeof promised_clocks)[number];

/** How much of it is promised of a ticket: an answer alone, where the work is the school's. */
export const extents = ['whole', 'answer'] as const;
export type Extent = (typeof extents)[number];

/** Minutes of the desk's hours. */
export type Targets = Record<Priority, Record<PromisedClock, number>>;

/** What one version of the agreement promises. */
export interface Promised {
  /** The version's number, from 1. */
  version: number;
  targets: Targets;
  /** The share of tickets that are to be in time, from 0 to 1. */
  goals: Record<PromisedClock, number>;
  /** At which parts of the time, in percent, the desk is warned before it is over. */
  warn_at: readonly number[];
}

/** What holds until something else is agreed (process.json targets_business_minutes and goal). */
export const first_promised: Promised = {
  version: 1,
  targets: {
    P1: { response: 30, resolution: 240 },
    P2: { response: 120, resolution: 480 },
    P3: { response: 240, resolution: 1440 },
    P4: { response: 480, resolution: 4800 },
  },
  goals: { response: 0.9, resolution: 0.85 },
  warn_at: [50, 80],
};
