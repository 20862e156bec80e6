import { mkdir, readFile, rm } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Misconfigured } from '#platform/config.ts';
import { prepareDemo, refuseDemoElsewhere } from './demo.ts';
import { openHouse, type House } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await mkdir(house.config.data_dir, { recursive: true });
});
afterAll(async () => {
  await house.close();
  await rm(house.config.data_dir, { recursive: true, force: true });
});

const prepare = () => prepareDemo(house.database, house.config, house.clock.now);

test('a real installation is refused to --demo, and stays as it is', async () => {
  await expect(prepare()).rejects.toThrow(Misconfigured);
  await expect(prepare()).rejects.toThrow('real installation');
  await expect(readFile(`${house.config.data_dir}/demo-sign-ins.json`)).rejects.toThrow('ENOENT');
});

test('the town is found again, and every sign-in that it writes is one that works as it is', async () => {
  await house.database.owner
    .execute(sql`insert into installation (created_at, demo, set_up_at) values (now(), true, now())
    on conflict (only_row) do update set demo = true`);
  const before = (await house.database.pool.query('select count(*) from tickets')).rows[0].count;
  await prepare();
  expect((await house.database.pool.query('select count(*) from tickets')).rows[0].count).toBe(before);
  const signIns = JSON.parse(await readFile(`${house.config.data_dir}/demo-sign-ins.json`, 'utf8')) as {
    role: string;
    username: string;
  }[];
  const roles = [
    'lead',
    'security_contact',
    'technical_contact',
    'member',
    'agent',
    'coordinator',
    'level2_contact',
    'knowledge_editor',
    'privacy_officer',
    'rights_keeper',
    'administrator',
  ];
  expect(roles.filter(role => !signIns.some(signIn => signIn.role === role))).toEqual([]);
  for (const signIn of [signIns[0]!, signIns.at(-1)!])
    expect((await house.anyone.post('/api/session', signIn)).status).toBe(201);
});

test('and without --demo it is not opened, since everybody knows its passwords', async () => {
  await expect(refuseDemoElsewhere(house.database)).rejects.toThrow('demo town');
});
