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
  fc.assert(
    fc.property(
      instant,
      fc.option(instant),
      fc.option(instant),
      instant,
      instant,
      (expires_at, used_at, withdrawn_at, one, other) => {
        const [sooner, later] = one < other ? [one, other] : [other, one];
        const link = { expires_at, used_at, withdrawn_at };
        if (stateOfLink(link, sooner) !== 'open')
          expect(stateOfLink(link, later)).toBe(stateOfLink(link, sooner));
      },
    ),
  );
});

test('the secret stands behind the #, which is sent to no server', () => {
  expect(new URL(linkPath('abc'), 'https://desk.example').pathname).toBe('/welcome');
});
