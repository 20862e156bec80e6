import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';

let house: House;
let maya: Client, ines: Client, nadia: Client, tom: Client, maria: Client;
beforeAll(async () => {
  house = await openHouse();
  [maya, ines, nadia, tom, maria] = (await Promise.all(
    (['Maya Chen', 'Ines Roy', 'Nadia Petrov', 'Tom Becker', 'Maria Santos'] as const).map(house.as),
  )) as [Client, Client, Client, Client, Client];
});
afterAll(() => house.close());

type Named = { id: number; name: string };
const put = (number: number, tagging: { add?: string[]; remove?: string[] }, by = maya) =>
  by.put(`/api/tickets/${number}/tags`, tagging);
const on = async (number: number, by = maya): Promise<string[]> =>
  (await by.get(`/api/tickets/${number}`)).body.tags.map(({ name }: Named) => name);
const counted = async (name: string) =>
  (await nadia.get('/api/tags/counts')).body.items.find((tag: Named) => tag.name === name);
const idOf = async (name: string): Promise<number> => (await counted(name)).id;
const listed = async (tag: number, by = maya): Promise<number[]> =>
  (await by.get(`/api/tickets?state=all&limit=100&tag=${tag}`)).body.items
    .map(({ number }: { number: number }) => number)
    .sort((one: number, other: number) => one - other);

describe('tags on a ticket', () => {
  test('are put on by name, made when they are new, one whatever its capitals, and taken off', async () => {
    const { status, body } = await put(1001, { add: ['printer', ' Report   card ', 'PRINTER'] });
    expect({ status, tags: body.tags.map(({ name }: Named) => name) }).toEqual({
      status: 200,
      tags: ['printer', 'Report card'],
    });
    await put(1002, { add: ['Printer'] }, ines);
    expect(await on(1002)).toEqual(['printer']);
    expect(await listed(await idOf('printer'))).toEqual(expect.arrayContaining([1001, 1002]));
    await put(1002, { remove: ['PRINTER', 'nothing of the kind'] });
    expect(await on(1002)).toEqual([]);
  });

  test('are told in the story, once for what changed, and undone', async () => {
    await put(1015, { add: ['old'] });
    house.clock.advance(60_000);
    const change = { add: ['new'], remove: ['old'] };
    const { body } = await put(1015, change);
    expect((await put(1015, change)).body.undo).toEqual(body.undo);
    const story = (await maya.get('/api/tickets/1015/history')).body.items;
    expect(story.at(-1)).toMatchObject({
      words: 'Maya Chen changed its tags',
      changes: [{ field: 'Tags', from: 'old', to: 'new' }],
    });
    expect((await maya.post('/api/tickets/1015/undo', { change: body.undo.change })).status).toBe(200);
    expect(await on(1015)).toEqual(['old']);
  });

  test('do not count as something that happened to the school: no time changes, no line is told', async () => {
    const seen = async () => {
      const { body } = await maria.get('/api/tickets/1001');
      return JSON.stringify([body.last_activity, body.last, body.tags, body.unread]);
    };
    const before = await seen();
    await put(1001, { add: ['quiet'] });
    expect(await seen()).toBe(before);
    expect(JSON.stringify((await maria.get('/api/tickets/1001/history')).body)).not.toContain('tag');
  });

  test('are at most twenty', async () => {
    const names = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) => `number ${from + at}`);
    expect((await put(1004, { add: names(0, 20) })).status).toBe(200);
    expect((await put(1004, { add: ['one too many'] })).status).toBe(422);
    expect((await put(1004, { add: names(0, 21) })).status).toBe(422);
    expect(await on(1004)).toHaveLength(20);
    expect(await counted('one too many')).toBeUndefined();
  });

  test('are for who works tickets; a school finds no ticket by one', async () => {
    expect((await put(1001, { add: ['x'] }, tom)).status).toBe(403);
    expect((await put(1001, { add: ['x'] }, maria)).status).toBe(404);
    expect(await listed(await idOf('printer'), maria)).toEqual([]);
    expect((await put(1001, { add: [' '] })).status).toBe(422);
    expect((await put(1001, { add: ['x'.repeat(41)] })).status).toBe(422);
  });
});

describe('the coordinator keeps the words', () => {
  test('renamed, a tag stays where it is; the name of another is refused', async () => {
    await put(1005, { add: ['enrollment', 'taken'] });
    const id = await idOf('enrollment');
    expect((await maya.patch(`/api/tags/${id}`, { name: 'enrolment' })).status).toBe(404);
    expect((await nadia.patch(`/api/tags/${id}`, { name: 'Taken' })).status).toBe(422);
    expect((await nadia.patch(`/api/tags/${id}`, { name: 'enrolment' })).status).toBe(200);
    expect(await on(1005)).toEqual(['enrolment', 'taken']);
  });

  test('merged, two are one in every list and count, the old name leads to it, and they come apart again', async () => {
    await put(1006, { add: ['timetable'] });
    await put(1007, { add: ['schedule'] });
    await put(1016, { add: ['schedule', 'timetable'] });
    const [timetable, schedule] = [await idOf('timetable'), await idOf('schedule')];
    expect((await nadia.patch(`/api/tags/${schedule}`, { stands_for: schedule })).status).toBe(422);
    await nadia.patch(`/api/tags/${schedule}`, { stands_for: timetable });
    expect(await listed(timetable)).toEqual([1006, 1007, 1016]);
    expect(await counted('timetable')).toMatchObject({ all: 3, merged: [{ name: 'schedule' }] });
    expect(await on(1016)).toEqual(['timetable']);
    await put(1009, { add: ['Schedule'] });
    expect(await on(1009)).toEqual(['timetable']);
    await put(1009, { remove: ['schedule'] });
    await nadia.patch(`/api/tags/${schedule}`, { stands_for: null });
    expect(await on(1016)).toEqual(['schedule', 'timetable']);
    expect(await listed(timetable)).toEqual([1006, 1016]);
  });

  test('removed, a tag is nowhere, and comes back as it was; its name is free meanwhile', async () => {
    await put(1010, { add: ['short-lived'] });
    const id = await idOf('short-lived');
    for (const _ of [1, 2]) expect((await nadia.delete(`/api/tags/${id}`)).status).toBe(200);
    expect(await on(1010)).toEqual([]);
    await put(1017, { add: ['short-lived'] });
    expect((await nadia.patch(`/api/tags/${id}`, { removed: false })).status).toBe(422);
    await nadia.delete(`/api/tags/${await idOf('short-lived')}`);
    expect((await nadia.patch(`/api/tags/${id}`, { removed: false })).status).toBe(200);
    expect(await on(1010)).toEqual(['short-lived']);
    expect(await on(1017)).toEqual([]);
  });
});
