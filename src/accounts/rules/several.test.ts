import { expect, test } from 'vitest';
import { key_kinds, opening_keys } from './keys/kinds.ts';
import { passwordAsked } from './several.ts';

const proved = { proved_password: 3, password_now: 3 };

test('who came in by the school’s password alone is always asked: her colleagues know it too', () => {
  for (const proved_password of [1, 2, 3])
    expect(passwordAsked({ ...proved, proved_password, session_key: null })).toBe(true);
});

test('a key of one’s own stands for the password that was proved, and for no other', () => {
  expect(opening_keys.length).toBeGreaterThan(key_kinds.length);
  for (const session_key of opening_keys) {
    expect(passwordAsked({ ...proved, session_key })).toBe(false);
    expect(passwordAsked({ ...proved, session_key, password_now: 4 })).toBe(true);
    expect(passwordAsked({ ...proved, session_key, password_now: 2 })).toBe(true);
  }
});
