/**
 * How many wrong passwords sign-in bears in a quarter of an hour. Nobody can lock a school out: a browser that
 * has signed in to a login before has a budget of its own there, which no stranger can use up.
 */
export const budgets = {
  window_minutes: 15,
  known_browser: 10,
  /** Of all strangers together, for one user name; and from one address, for all user names. */
  username: 10,
  address: 50,
} as const;

const window_ms = budgets.window_minutes * 60_000;

/** The instant before which a failure counts no more. */
export const countedSince = (now: Date): Date => new Date(now.getTime() - window_ms);

/** The failures that a try is measured by: the known browser's own, or those of strangers. Any order. */
export type Failures =
  { known_browser: readonly Date[] } | { username: readonly Date[]; address: readonly Date[] };

/** How many seconds to wait before the next try; 0 when there is one left now. */
export function secondsToWait(failures: Failures, now: Date): number {
  if ('known_browser' in failures) return waitFor(failures.known_browser, budgets.known_browser, now);
  return Math.max(
    waitFor(failures.username, budgets.username, now),
    waitFor(failures.address, budgets.address, now),
  );
}

/** The seconds until there is a try again: when the one that filled the budget leaves the window. */
export function waitFor(failures: readonly Date[], budget: number, now: Date): number {
  const newest = failures.map(at => at.getTime()).sort((a, b) => b - a);
  const filled = newest[budget - 1];
  return filled === undefined ? 0 : Math.max(0, Math.ceil((filled + window_ms - now.getTime()) / 1000));
}

/** What counts as one address: an IPv4 address, or the /64 that one household of IPv6 has whole. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  if (!address.includes(':')) return address;
  const [before = '', after] = address.toLowerCase().split('::');
  const left = before.split(':').filter(Boolean);
  const right = (after ?? '').split(':').filter(Boolean);
  const zeros = after === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right].slice(0, 4);
  return `${groups.map(group => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
