import { expect, test } from 'vitest';
import { issuerFits, passwordOpens, reasonNamed, wayIsOver } from './sign-on.ts';
import { desk_roles } from './who.ts';

test('an administrator’s password always opens; others’ only where passwords are everybody’s or it is off', () => {
  for (const is_on of [true, false])
    for (const passwords of ['everybody', 'administrators'] as const)
      for (const role of desk_roles)
        expect(passwordOpens({ is_on, passwords }, [role])).toBe(
          role === 'administrator' || !is_on || passwords === 'everybody',
        );
  expect(passwordOpens(undefined, [])).toBe(true);
});

test.each([
  ['https://sign-in.example', true],
  ['https://sign-in.example/realms/igroup', true],
  ['http://127.0.0.1:9000', true],
  ['http://[::1]:9000', true],
  ['http://localhost', true],
  ['http://sign-in.example', false],
  ['http://127.0.0.1.evil.example', false],
  ['https://user:word@sign-in.example', false],
  ['https://sign-in.example?x=1', false],
  ['https://sign-in.example#x', false],
  ['file:///etc/passwd', false],
  ['sign-in.example', false],
])('the issuer %s fits: %s', (issuer, fits) => expect(issuerFits(issuer)).toBe(fits));

test('a way takes ten minutes at most', () => {
  const at = new Date('2026-11-23T17:00:00Z');
  expect(wayIsOver(at, new Date(at.getTime() + 599_999))).toBe(false);
  expect(wayIsOver(at, new Date(at.getTime() + 600_000))).toBe(true);
});

test('a reason is one of ours, or none', () => {
  expect(reasonNamed('late')).toBe('late');
  for (const other of ['toString', '__proto__', '', undefined]) expect(reasonNamed(other)).toBeUndefined();
});
