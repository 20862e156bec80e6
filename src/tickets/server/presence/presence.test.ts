import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { openPresence } from './presence.ts';

let house: House;
let maria: Client, maya: Client, ines: Client;
let number: number;

beforeAll(async () => {
  house = await openHouse();
  maria = await house.as('Maria Santos');
  maya = await house.as('Maya Chen');
  ines = await house.as('Ines Roy');
  const asked = { subject: 'Who', description: 'x', category: 'pen', impact: 'one_person', urgency: 'low' };
  number = (await maria.post('/api/tickets', asked)).body.number;
});
afterAll(() => house.close());

const path = () => `/api/tickets/${number}/presence`;
const seenBy = async (by: Client) =>
  ((await by.get(path())).body.items as { person: { name: string }; doing: string }[]).map(
    ({ person, doing }) => `${person.name} ${doing}`,
  );

describe('who is at a ticket', () => {
  test('is seen by the others of the desk, as what they do, until they leave', async () => {
    expect((await ines.put(path(), { doing: 'reading' })).status).toBe(200);
    expect(await seenBy(maya)).toEqual(['Ines Roy reading']);
    expect(await seenBy(ines)).toEqual([]);
    await ines.put(path(), { doing: 'writing' });
    expect((await maya.put(path(), { doing: 'reading' })).body.items).toMatchObject([{ doing: 'writing' }]);
    await ines.delete(path());
    await ines.delete(path());
    expect(await seenBy(maya)).toEqual([]);
    expect(await seenBy(ines)).toEqual(['Maya Chen reading']);
  });

  test('is forgotten when her page has not been heard of for 45 seconds', async () => {
    await ines.put(path(), { doing: 'reading' });
    house.clock.advance(30_000);
    await ines.put(path(), { doing: 'reading' });
    house.clock.advance(44_000);
    expect(await seenBy(maya)).toEqual(['Ines Roy reading']);
    house.clock.advance(2_000);
    expect(await seenBy(maya)).toEqual([]);
  });

  test('is nothing that a school may know, and nothing of a ticket that is not', async () => {
    for (const answer of [
      await maria.get(path()),
      await maria.put(path(), { doing: 'reading' }),
      await maria.delete(path()),
      await maya.put('/api/tickets/999999/presence', { doing: 'reading' }),
    ])
      expect(answer.status).toBe(404);
    expect((await maya.put(path(), { doing: 'sleeping' })).status).toBe(422);
  });

  test('does not keep a session alive that nobody uses', async () => {
    const owen = await house.as('Owen Hart');
    for (let hours = 0; hours < 12; hours++) {
      await owen.put(path(), { doing: 'reading' });
      house.clock.advance(3_600_000);
    }
    house.clock.advance(60_000);
    expect((await owen.put(path(), { doing: 'reading' })).status).toBe(401);
    house.clock.advance(-12 * 3_600_000 - 60_000);
  });
});

test('the memory keeps nobody who is gone', () => {
  let now = 0;
  const book = openPresence(() => new Date(now));
  for (let ticket = 1; ticket <= 1000; ticket++)
    book.note({ ticket, person: { id: 1, name: 'Maya Chen' }, doing: 'reading', at: now });
  expect(book.at(1)).toHaveLength(1);
  now = 50_000;
  book.note({ ticket: 5000, person: { id: 2, name: 'Ines Roy' }, doing: 'writing', at: now });
  expect(book.at(1)).toEqual([]);
  now = 10_000; // the clock back: had the old ones only been hidden, they would be here again
  expect(book.at(1)).toEqual([]);
});

test('what is heard late holds no longer for it, and undoes nothing newer', () => {
  let now = 0;
  const book = openPresence(() => new Date(now));
  const told = (doing: 'reading' | 'writing', at: number) =>
    book.note({ ticket: 1, person: { id: 1, name: 'Maya Chen' }, doing, at });
  told('writing', 20_000);
  told('reading', 10_000);
  now = 30_000;
  expect(book.at(1)).toMatchObject([{ doing: 'writing' }]);
  told('writing', 20_000);
  now = 66_000;
  expect(book.at(1)).toEqual([]);
});

// The embedded database is one process's.
if ('server' in inject('town'))
  test('what is told to one server is known at the other', async () => {
    const other = await openHouse({ beside: house });
    const far = await other.as('Nadia Petrov');
    await maya.put(path(), { doing: 'writing' });
    await expect.poll(() => seenBy(far)).toContain('Maya Chen writing');
    await maya.delete(path());
    await expect.poll(() => seenBy(far)).not.toContain('Maya Chen writing');
    await other.close();
  });
