import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkEnds, linkPath, stateOfLink } from './links.ts';

const now = new Date('2026-11-23T17:00:00Z');
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

test('an invitation is good for seven days, a link for another password for one', () => {
  expect(linkEnds('invitation', now)).toEqual(at(7 * 24));
  expect(linkEnds('reset', now)).toEqual(at(24));
});

test.each([
  [{ expires_at: at(1), used_at: null, withdrawn_at: null }, 'open'],
  [{ expires_at: now, used_at: null, withdrawn_at: null }, 'expired'],
  [{ expires_at: at(-1), used_at: at(-2), withdrawn_at: null }, 'used'],
  [{ expires_at: at(-1), used_at: null, withdrawn_at: at(-2) }, 'withdrawn'],
])('%o is %s', (link, state) => expect(stateOfLink(link, now)).toBe(state));

test('what is over stays over', () => {
  const instant = fc.date({ noInvalidDate: true });
  const link = fc.record({
    expires_at: instant,
    used_at: fc.option(instant),
    withdrawn_at: fc.option(instant),
  });
  fc.assert(
    fc.property(link, fc.tuple(instant, instant), (link, [one, other]) => {
      const [sooner, later] = one < other ? [one, other] : [other, one];
      const before = stateOfLink(link, sooner);
      if (before !== 'open') expect(stateOfLink(link, later)).toBe(before);
    }),
  );
});

test('the secret stands behind the #, which is sent to no server', () => {
  expect(new URL(linkPath('abc'), 'https://desk.example').pathname).toBe('/welcome');
});
