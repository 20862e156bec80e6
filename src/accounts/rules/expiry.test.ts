import { describe, expect, test } from 'vitest';
import { sessionEnds, sessionStands, tokenEnds, tokenStands, worthWriting } from './expiry.ts';

const now = new Date('2026-11-23T17:00:00Z');
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);

describe('a session', () => {
  const fresh = { seen_at: now, expires_at: sessionEnds(now), ended_at: null };
  test.each([
    ['stands while it is used', fresh, true],
    ['stands just before twelve idle hours', { ...fresh, seen_at: hours(-11.99) }, true],
    ['is over after twelve idle hours', { ...fresh, seen_at: hours(-12) }, false],
    ['is over after seven days of use', { ...fresh, expires_at: now }, false],
    ['is over once it was ended', { ...fresh, ended_at: hours(-1) }, false],
  ])('%s', (_, session, stands) => {
    expect(sessionStands(session, now)).toBe(stands);
  });

  test('lasts seven days at most', () => {
    expect(sessionEnds(now)).toEqual(hours(7 * 24));
  });

  test('is written as seen every five minutes', () => {
    expect(worthWriting(hours(-4.9 / 60), now)).toBe(false);
    expect(worthWriting(hours(-5 / 60), now)).toBe(true);
  });
});

test('a token stands until its day or its revocation', () => {
  const token = { expires_at: tokenEnds(now, 1), revoked_at: null };
  expect(tokenStands(token, hours(23.9))).toBe(true);
  expect(tokenStands(token, hours(24))).toBe(false);
  expect(tokenStands({ ...token, revoked_at: now }, now)).toBe(false);
});
