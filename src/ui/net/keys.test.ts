import { expect, test } from 'vitest';
import { answered, keyFor } from './keys.ts';

const kept = new Map<string, string>();
Object.assign(globalThis, {
  localStorage: {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  },
});

test('what was not answered is sent again under its key, and the text itself is kept nowhere', () => {
  const what = '/api/tickets{"subject":"Her name"}';
  const key = keyFor(what);
  expect(keyFor(what)).toBe(key);
  expect(keyFor(`${what} `)).not.toBe(key);
  expect(JSON.stringify([...kept])).not.toContain('Her name');
  answered(what);
  expect(keyFor(what)).not.toBe(key);
});
