/** Who is at a ticket now: it is of the moment, and kept nowhere. */

export const doings = ['reading', 'writing'] as const;
export type Doing = (typeof doings)[number];

/** A page tells that it is there this often, in seconds, and is forgotten when it has not for `stays_s`. */
export const tells_every_s = 20;
export const stays_s = 45;
