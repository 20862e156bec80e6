import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type House } from '#testing/house.ts';
import { first_promised } from '#sla/rules/targets.ts';
import { promiseOf, promises } from './agreements.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const schoolOf = async (code: string) =>
  (await house.database.pool.query('select id from schools where code = $1', [code])).rows[0].id as number;

test('until something is agreed, the first version holds from ever, and promises what the rules say', async () => {
  const alder = await schoolOf('ALDER');
  const { owner } = house.database;
  for (const at of ['1999-01-01T00:00:00Z', '2026-11-23T17:00:00Z', '2100-01-01T00:00:00Z'])
    expect(await promiseOf(owner, alder, new Date(at))).toBe(1);
  expect(await promises(owner)).toEqual(new Map([[1, first_promised]]));
  expect(await promises(owner, [2])).toEqual(new Map());
});
