import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Embedded, startEmbedded } from './embedded.ts';
import { postgresMajor } from './folder.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const warnings: string[] = [];
let database: Embedded;
let pool: pg.Pool;

beforeAll(async () => {
  database = await startEmbedded({
    idleTransactionSeconds: 1,
    onWarning: sentence => warnings.push(sentence),
  });
  pool = database.pool;
});
afterAll(() => database.stop());
beforeEach(async () => {
  warnings.length = 0;
  await pool.query('drop table if exists item; create table item (id integer primary key, words text)');
});

const count = async (on: pg.Pool = pool) => {
  const { rows } = await on.query<{ count: string }>('select count(*) from item');
  return Number(rows[0]!.count);
};

describe('transactions of many connections', () => {
  async function insertInTransaction(id: number) {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query('insert into item values ($1, $2)', [id, `item ${id}`]);
      const { rows } = await client.query('select words, $2::text as echo from item where id = $1', [
        id,
        `echo ${id}`,
      ]);
      expect(rows).toEqual([{ words: `item ${id}`, echo: `echo ${id}` }]);
      await client.query(id % 5 === 0 ? 'rollback' : 'commit');
    } finally {
      client.release();
    }
  }

  test('200 at once are not mixed up', async () => {
    await Promise.all(Array.from({ length: 200 }, (_, id) => insertInTransaction(id)));
    expect(await count()).toBe(160);
  });

  test('a statement that one has given a name is known to all, also when it failed or was rolled back', async () => {
    const ask = async (value: string, end: 'commit' | 'rollback') => {
      const client = await pool.connect();
      try {
        await client.query('begin');
        const { rows } = await client.query<{ half: number }>({
          name: 'half',
          text: 'select 10 / $1::integer as half from pg_prepared_statements',
          values: [value],
        });
        return rows;
      } finally {
        await client.query(end);
        client.release();
      }
    };
    await expect(ask('0', 'rollback')).rejects.toMatchObject({ code: '22012' });
    const answers = Array.from({ length: 20 }, (_, at) => ask('2', at % 2 ? 'commit' : 'rollback'));
    expect(await Promise.all(answers)).toEqual(answers.map(() => [{ half: 5 }])); // one row: parsed once
  });

  test('what a destroyed connection left open is rolled back', async () => {
    const client = await pool.connect();
    await client.query('begin');
    await client.query(`insert into item values (1, 'lost')`);
    client.release(true);
    expect(await count()).toBe(0);
  });

  test('one that is left open and idle is rolled back, its connection ended, and the others go on', async () => {
    const client = await pool.connect();
    await client.query('begin');
    await client.query(`insert into item values (1, 'forgotten')`);
    expect(await count()).toBe(0); // waits for the watchdog
    await expect(client.query('commit')).rejects.toThrow('not queryable');
    client.release();
    expect(warnings).toEqual(['terminating connection: its transaction was left open and idle for 1 s']);
  });

  test('one that keeps working is left alone, however long the others wait', async () => {
    const client = await pool.connect();
    await client.query('begin');
    const waiting = count();
    for (let id = 0; id < 4; id += 1) {
      await new Promise(settle => setTimeout(settle, 400));
      await client.query('insert into item values ($1)', [id]);
    }
    await client.query('commit');
    client.release();
    expect(await waiting).toBe(4);
    expect(warnings).toEqual([]);
  });

  test('role and settings end with the transaction', async () => {
    await pool.query('drop role if exists reader; create role reader');
    const client = await pool.connect();
    await client.query(`begin; set local role reader; select set_config('desk.who', '7', true)`);
    const inside = await client.query(`select current_user as role, current_setting('desk.who') as who`);
    expect(inside.rows).toEqual([{ role: 'reader', who: '7' }]);
    await expect(client.query('select * from item')).rejects.toMatchObject({ code: '42501' });
    await client.query('rollback');
    client.release();
    const after = await pool.query(`select current_user as role, current_setting('desk.who', true) as who`);
    expect(after.rows).toEqual([{ role: 'postgres', who: '' }]);
  });
});

describe('plain pg', () => {
  test('hears what another connection notifies, at its commit', async () => {
    const listener = await pool.connect();
    const heard: (string | undefined)[] = [];
    listener.on('notification', ({ payload }) => heard.push(payload));
    await listener.query('listen news');
    const speaker = await pool.connect();
    await speaker.query('begin');
    await speaker.query(`notify news, 'hello'`);
    expect(heard).toEqual([]);
    await speaker.query('commit');
    await vi.waitFor(() => expect(heard).toEqual(['hello']));
    speaker.release();
    listener.release(true);
  });

  test('learns an error with its code, and goes on', async () => {
    await pool.query(`insert into item values (1, 'first')`);
    const again = pool.query('insert into item values ($1, $2)', [1, 'second']);
    await expect(again).rejects.toMatchObject({ code: '23505', constraint: 'item_pkey' });
    expect(await count()).toBe(1);
  });

  test('stores and reads three megabytes in one value', async () => {
    const words = 'æ'.repeat(1_500_000);
    await pool.query('insert into item values (1, $1)', [words]);
    const { rows } = await pool.query<{ words: string }>('select words from item');
    expect(rows[0]!.words === words).toBe(true);
  });

  test('survives a recursion without end', async () => {
    await pool.query(
      'create or replace function deeper(n int) returns int language plpgsql as $$ begin return deeper(n + 1); end $$',
    );
    await expect(pool.query('select deeper(1)')).rejects.toMatchObject({ code: '54001' });
    expect(await count()).toBe(0);
  });

  test('is told the version that the folder check is written for', () => {
    expect(database.serverVersion.split('.')[0]).toBe(postgresMajor);
  });
});

describe('the database itself', () => {
  test('starts another one from its snapshot, which goes its own way', async () => {
    await pool.query(`insert into item values (1, 'shared')`);
    const other = await startEmbedded({ snapshot: await database.snapshot() });
    await other.pool.query(`insert into item values (2, 'own')`);
    expect([await count(), await count(other.pool)]).toEqual([1, 2]);
    await other.stop();
  });

  test('is maintained', async () => {
    await database.maintain();
    const { rows } = await pool.query(`select reltuples from pg_class where relname = 'item'`);
    expect(rows).toEqual([{ reltuples: 0 }]); // -1: never analysed
  });

  test(
    'stops although a client was never released, and then refuses queries',
    { timeout: 15_000 },
    async () => {
      const other = await startEmbedded({ snapshot: await database.snapshot(), stopSeconds: 0.3 });
      await other.pool.connect();
      await other.stop();
      await expect(other.pool.query('select 1')).rejects.toThrow();
    },
  );
});
