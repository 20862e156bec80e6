import { countedSince, waitFor } from '#accounts/rules/limits.ts';

/** How much comes through the emergency door in a quarter of an hour: from one address, and from everywhere. */
export const budgets = { address: 5, all: 60 } as const;

export { countedSince };

/** How many seconds to wait before the next report; 0 when it may come now. `mine` are those of the same address. */
export const secondsToWait = (mine: readonly Date[], all: readonly Date[], now: Date): number =>
  Math.max(waitFor(mine, budgets.address, now), waitFor(all, budgets.all, now));
