import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { actorOf } from '#accounts/server/acting.ts';
import { checkSeals, sealers } from '#accounts/server/story/seals.ts';
import { readOn, type EventReader } from '#platform/jobs/readers.ts';
import { startSchedules } from '#platform/jobs/jobs.ts';
import { openHouse, type House } from './house.ts';

let house: House;
const software = actorOf({ side: 'system', job: 'test' });

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const newest = async (): Promise<number> => {
  const { rows } = await house.database.pool.query('select max(position)::integer as newest from events');
  return rows[0].newest;
};

/** Counts each event once, one at a time, in the transaction that moves its place on. */
const counter = (name: string, crash?: (position: number) => boolean): EventReader => ({
  name,
  async read(db, position) {
    const { rows } = await db.execute<{ position: number }>(
      sql`select position from events where position > ${position} order by position limit 1`,
    );
    if (!rows[0]) return position;
    const next = Number(rows[0].position);
    await db.execute(sql`insert into event_readers (name, position) values (${`${name}:${next}`}, ${next})`);
    if (crash?.(next)) throw new Error('crashed');
    return next;
  },
});

const counted = async (name: string): Promise<number> => {
  const { rows } = await house.database.pool.query(
    'select count(*)::integer as count from event_readers where name like $1',
    [`${name}:%`],
  );
  return rows[0].count;
};

test('a reader that crashes goes on where it was, and does each event once', async () => {
  let crashes = 3;
  const reader = counter('crashing', position => position % 7 === 0 && crashes-- > 0);
  for (let tries = 0; tries < 10; tries++) await readOn(house.database, software, reader).catch(() => {});
  expect(crashes).toBeLessThanOrEqual(0);
  const { rows } = await house.database.pool.query('select count(*)::integer as count from events');
  expect(await counted('crashing')).toBe(rows[0].count);
});

test('of two servers one reads at a time, and nothing is done twice', async () => {
  const both = () => readOn(house.database, software, counter('twofold'));
  await Promise.all([both(), both()]);
  await both();
  const { rows } = await house.database.pool.query('select count(*)::integer as count from events');
  expect(await counted('twofold')).toBe(rows[0].count);
});

test('the story is sealed to its newest line, and a line changed behind our back breaks the seal', async () => {
  await readOn(house.database, software, sealers[0]!);
  const { rows } = await house.database.pool.query(
    "select max(up_to)::integer as up_to from seals where log = 'events'",
  );
  expect(rows[0].up_to).toBe(await newest());
  expect((await checkSeals(house.database.owner, 'events')).broken).toBeNull();
  await house.database.pool.query(`alter table events disable trigger append_only;
    update events set facts = '{"priority": "P4"}' where position = 3; alter table events enable trigger append_only`);
  expect((await checkSeals(house.database.owner, 'events')).broken).toBe(rows[0].up_to);
});

test('a schedule is work that runs, and is tried again when it failed', async () => {
  let tries = 0;
  const done = new Promise<void>(settle => {
    const work = async () => {
      if (++tries < 2) throw new Error('not yet');
      settle();
    };
    void startSchedules(house.database, [{ name: 'test-work', cron: '* * * * *', work }], () => {}, 0.5).then(
      async started => {
        await started.now('test-work');
        await done;
        await started.stop();
      },
    );
  });
  await done;
  expect(tries).toBe(2);
});
