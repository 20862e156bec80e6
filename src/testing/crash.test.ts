import { afterAll, beforeAll, expect, test } from 'vitest';
import { openGrounds, servers_on, type DatabaseName, type Grounds } from '../../benchmarks/county/grounds.ts';
import { crash } from '../../benchmarks/crash/rounds.ts';

/**
 * The short form of `npm run crash`: the built server, in a process of its own, is killed while clients write. On
 * PostgreSQL there are two, and the other goes on: what had begun to leave there leaves once.
 */

const database = process.env['TEST_DATABASE'] as DatabaseName;
let grounds: Grounds;
beforeAll(async () => {
  grounds = await openGrounds(database, 20);
});
afterAll(() => grounds.close());

const seconds = 90; // a busy computer starts a server slowly, and this starts three or four

test(
  'after a kill at any moment every acknowledged write is there once, and so is its line of the story',
  async () => {
    const killAfterMs = () => 300 + Math.random() * 500;
    const crashed = await crash(grounds, { rounds: 1, servers: servers_on[database], killAfterMs });
    expect(crashed).toMatchObject({ lost: 0, doubled: 0, untold: 0, told_twice: 0, refused: [] });
    expect(crashed.acknowledged).toBeGreaterThan(0);
    expect(crashed.retries).toBeGreaterThan(0);
  },
  seconds * 1000,
);
