import { expect, test } from 'vitest';
import { opensFirst } from './first-change.ts';
import { madePassword } from './made-password.ts';
import { NewPassword } from './session.ts';

test('a made password is four groups of signs that nobody takes for one another', () => {
  let at = 0;
  const drawn = new Set<string>();
  for (let times = 0; times < 27; times++) drawn.add(madePassword(below => at++ % below));
  for (const password of drawn) {
    expect(password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    expect(password).not.toMatch(/[aeiouyl01]/);
    expect(NewPassword.safeParse(password).success).toBe(true);
  }
  expect(new Set([...drawn].join('').replaceAll('-', ''))).toHaveLength(27);
});

test.each([
  ['GET', '/api/session', true],
  ['PUT', '/api/session/password', true],
  ['DELETE', '/api/session', true],
  ['POST', '/api/session', false],
  ['GET', '/api/tickets', false],
  ['GET', undefined, false],
])('before the school has chosen its password, %s %s is open: %s', (method, path, open) => {
  expect(opensFirst(method, path)).toBe(open);
});
