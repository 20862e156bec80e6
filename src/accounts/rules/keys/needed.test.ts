import fc from 'fast-check';
import { expect, test } from 'vitest';
import { desk_roles } from '../who.ts';
import { browserName } from './browser.ts';
import { key_kinds, key_limits } from './kinds.ts';
import {
  beginningStands,
  halfOpen,
  isPin,
  keysThatOpen,
  kindsFor,
  mayRemoveOwn,
  needsKey,
  stepAfterPassword,
} from './needed.ts';
import { passkeyHome } from './passkey-home.ts';

const now = new Date('2026-11-23T18:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const kinds = fc.uniqueArray(fc.constantFrom(...key_kinds));

test.each([
  [{ school_id: null, roles: ['agent'] as const }, { roles: ['administrator'], schools: [] }, false],
  [
    { school_id: null, roles: ['agent', 'administrator'] as const },
    { roles: ['administrator'], schools: [] },
    true,
  ],
  [{ school_id: 1, roles: ['lead'] as const }, { roles: [...desk_roles], schools: [2] }, false],
  [{ school_id: 1, roles: ['member'] as const }, { roles: [], schools: [1] }, true],
])(
  'who needs a key is said by role for the iGroup, by school for its people: %j in %j is %s',
  (who, needs, needed) => expect(needsKey(who, needs)).toBe(needed),
);

test('who has a key is always asked; who needs one and has none sets it up; nobody else is held up', () => {
  fc.assert(
    fc.property(kinds, fc.boolean(), (has, needed) => {
      const step = stepAfterPassword(has, needed);
      expect(step).toBe(has.length > 0 ? 'ask' : needed ? 'set_up' : 'open');
    }),
  );
});

test('only keys that she has open, a passkey where browsers give one, and codes while some are left', () => {
  fc.assert(
    fc.property(kinds, fc.nat(3), fc.boolean(), (has, codes, passkeys) => {
      const open = keysThatOpen(has, codes, passkeys);
      for (const kind of key_kinds)
        expect(open.includes(kind)).toBe(has.includes(kind) && (kind !== 'passkey' || passkeys));
      expect(open.includes('recovery')).toBe(codes > 0);
    }),
  );
});

test('a PIN is for schools, a passkey for an address that has a name', () => {
  expect(kindsFor({ school_id: null }, true)).toEqual(['passkey', 'totp']);
  expect(kindsFor({ school_id: 3 }, false)).toEqual(['totp', 'pin']);
});

test('the last key stays where one is needed', () => {
  expect([mayRemoveOwn(1, true), mayRemoveOwn(2, true), mayRemoveOwn(1, false)]).toEqual([false, true, true]);
});

test.each([
  ['193847', true],
  ['19384', false],
  ['1938471938471', false],
  ['111111', false],
  ['123456', false],
  ['987654', false],
  ['890123', false],
  ['19384x', false],
  ['１９３８４７', false],
])('as a PIN %s is %s', (text, is) => expect(isPin(text)).toBe(is));

test('a sign-in waits five minutes and bears five keys', () => {
  const open = { begun_at: ago(299), ended_at: null, tries: 4 };
  expect(halfOpen(open, now)).toBe(true);
  expect(halfOpen({ ...open, begun_at: ago(300) }, now)).toBe(false);
  expect(halfOpen({ ...open, tries: key_limits.half_open_tries }, now)).toBe(false);
  expect(halfOpen({ ...open, ended_at: ago(1) }, now)).toBe(false);
  expect([
    beginningStands({ begun_at: ago(599) }, now),
    beginningStands({ begun_at: ago(600) }, now),
  ]).toEqual([true, false]);
});

test.each([
  [undefined, { protocol: 'http', host: 'localhost:8080' }, 'localhost', 'http://localhost:8080'],
  [
    new URL('https://help.example.org'),
    { protocol: 'http', host: 'inner:80' },
    'help.example.org',
    'https://help.example.org',
  ],
  [
    undefined,
    { protocol: 'https', host: 'help.example.org' },
    'help.example.org',
    'https://help.example.org',
  ],
  [undefined, { protocol: 'http', host: '127.0.0.1:8080' }, undefined, undefined],
  [undefined, { protocol: 'https', host: '[::1]:8080' }, undefined, undefined],
  [new URL('http://help.example.org'), { protocol: 'https', host: 'localhost' }, undefined, undefined],
])('passkeys of %s asked at %j belong to %s', (public_url, asked, rp_id, origin) =>
  expect(passkeyHome(public_url, asked)).toEqual(rp_id && { rp_id, origin }),
);

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0',
    'Edge, Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604',
    'Safari, iPhone',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
  ['<script>alert(1)</script>', ''],
])('%s is known as "%s"', (agent, name) => expect(browserName(agent)).toBe(name));
