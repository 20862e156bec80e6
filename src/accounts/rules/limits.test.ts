import { describe, expect, test } from 'vitest';
import { budgets, networkOf, secondsToWait } from './limits.ts';

const now = new Date('2026-11-23T17:00:00Z');
/** `count` failures, the newest `newest_seconds` ago, one a second before that. */
const failures = (count: number, newest_seconds = 1) =>
  Array.from({ length: count }, (_, index) => new Date(now.getTime() - (newest_seconds + index) * 1000));

describe('tries at sign-in', () => {
  test.each([
    ['a stranger with nothing against the user name may try', { username: [], address: [] }, 0],
    ['nine wrong passwords for a user name leave one', { username: failures(9), address: [] }, 0],
    [
      'the tenth closes it until the first of the ten is 15 minutes old',
      { username: failures(10), address: [] },
      890,
    ],
    ['more than ten wait for the tenth newest', { username: failures(12), address: [] }, 890],
    ['failures that are 15 minutes old count no more', { username: failures(10, 900), address: [] }, 0],
    ['49 wrong passwords from an address leave one', { username: [], address: failures(49) }, 0],
    ['the fiftieth closes the address', { username: [], address: failures(50) }, 850],
    ['of two closed doors the later one counts', { username: failures(10, 400), address: failures(50) }, 850],
    ['a known browser may try', { known_browser: failures(9) }, 0],
    ['a known browser has ten tries of its own', { known_browser: failures(10) }, 890],
  ])('%s', (_, given, seconds) => {
    expect(secondsToWait(given, now)).toBe(seconds);
  });

  test('the order of the failures does not matter', () => {
    expect(secondsToWait({ known_browser: failures(budgets.known_browser).reverse() }, now)).toBe(890);
  });
});

describe('one address', () => {
  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:0001:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s counts as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
