import { afterAll, beforeAll, expect, test } from 'vitest';
import { openGrounds, type DatabaseName, type Grounds } from '../../benchmarks/county/grounds.ts';
import { crash } from '../../benchmarks/crash/rounds.ts';

/** The short form of `npm run crash`: the built server, in a process of its own, is killed while clients write. */

let grounds: Grounds;
beforeAll(async () => {
  grounds = await openGrounds(process.env['TEST_DATABASE'] as DatabaseName, 20);
});
afterAll(() => grounds.close());

const seconds = 60; // a busy computer starts a server slowly, and this starts three

test(
  'after a kill at any moment every acknowledged write is there once, and so is its line of the story',
  async () => {
    const crashed = await crash(grounds, 1, () => 300 + Math.random() * 500);
    expect(crashed).toMatchObject({ lost: 0, doubled: 0, untold: 0, told_twice: 0, refused: [] });
    expect(crashed.acknowledged).toBeGreaterThan(0);
    expect(crashed.retries).toBeGreaterThan(0);
  },
  seconds * 1000,
);
