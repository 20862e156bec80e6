import { afterAll, beforeAll, expect, test, vi } from 'vitest';

/** A module for each tab: each page of a browser has its own. */
async function tab() {
  vi.resetModules();
  return import('./acting.ts');
}
beforeAll(() => void vi.stubGlobal('navigator', { languages: ['en'] }));
afterAll(() => void vi.unstubAllGlobals());

const settled = () => new Promise(settle => setTimeout(settle, 30));

test('a page names whom it was opened for, and nobody before that', async () => {
  const page = await tab();
  expect(page.pageHeaders()).not.toHaveProperty('acting-person');
  page.actFor(7);
  expect(page.pageHeaders()).toMatchObject({ 'acting-person': '7' });
  page.actFor(undefined);
  expect(page.pageHeaders()).not.toHaveProperty('acting-person');
});

test('another tab that is opened for somebody else is heard, and so is the way back', async () => {
  const page = await tab();
  page.actFor(7);
  const other = await tab();
  other.actFor(12);
  await settled();
  expect([page.isAnother(), other.isAnother()]).toEqual([true, false]);
  expect(page.pageHeaders()).toMatchObject({ 'acting-person': '7' });
  (await tab()).actFor(7);
  await settled();
  expect([page.isAnother(), other.isAnother()]).toEqual([false, true]);
  for (const each of [page, other]) each.actFor(undefined);
});

test('a refusal says it too; another refusal says nothing', async () => {
  const page = await tab();
  page.actFor(7);
  page.heardRefusal({ stop: 'must_change' });
  expect(page.isAnother()).toBe(false);
  page.heardRefusal({ stop: 'another_person' });
  expect(page.isAnother()).toBe(true);
});
