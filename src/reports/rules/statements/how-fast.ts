import { priorities, promised_clocks, type PromisedClock } from '#sla/rules/targets.ts';
import type { Priority } from '#tickets/rules/priority.ts';
import { shareOf, type Kept, type Numbers } from './numbers.ts';

/** What everybody may read of how fast the desk is: of all schools together, and nothing that so few tickets make. */

export const public_days = 90;
export const fewest = 5;

export interface PublicNumber {
  /** Whole percent in time; null where fewer than `fewest` were judged. */
  share: number | null;
  /** Half took no longer, in whole minutes of the desk's hours; null where fewer than `fewest` were met. */
  median_minutes: number | null;
}
export type PublicNumbers = Record<Priority, Record<PromisedClock, PublicNumber>>;

export const publicNumbers = ({ by_priority }: Pick<Numbers, 'by_priority'>): PublicNumbers =>
  Object.fromEntries(
    priorities.map(priority => [
      priority,
      Object.fromEntries(promised_clocks.map(clock => [clock, publicOf(by_priority[priority]?.[clock])])),
    ]),
  ) as PublicNumbers;

function publicOf(kept: Kept | undefined): PublicNumber {
  if (!kept) return { share: null, median_minutes: null };
  const share = kept.in_time + kept.late < fewest ? null : shareOf(kept);
  return {
    share: share === null ? null : Math.round(100 * share),
    median_minutes: kept.met < fewest || kept.median === null ? null : Math.round(kept.median / 60),
  };
}
