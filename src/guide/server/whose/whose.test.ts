import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';

/** Whose a ticket's matter is, and how it is handed back. */

let house: House;
let maria: Client, maya: Client, nadia: Client;
beforeAll(async () => {
  house = await openHouse();
  [maria, maya, nadia] = [
    await house.as('Maria Santos'),
    await house.as('Maya Chen'),
    await house.as('Nadia Petrov'),
  ];
});
afterAll(() => house.close());

const opened = async (category: string): Promise<number> =>
  (
    await maria.post('/api/tickets', {
      ...{ subject: 'Something', description: 'It does not work', category },
      ...{ impact: 'one_person', urgency: 'normal' },
    })
  ).body.number;
const whose = async (number: number) => (await maya.get(`/api/tickets/${number}/responsibility`)).body;
const solves = (number: number, answer: string) =>
  maya.post(`/api/tickets/${number}/moves`, {
    ...{ move: 'resolve', resolution_code: 'advice_school_responsibility', minutes: 5, answer },
  });

test('a ticket says whose it is by its category, with the words of the paper', async () => {
  expect(await whose(await opened('connectivity'))).toMatchObject({
    ...{ party: 'SCHOOL', by: 'category', exception: null },
    quote: 'Responsible for all connection issues (i.e. internet access)',
  });
  expect(await whose(await opened('attendance'))).toMatchObject({ party: 'IGROUP', hand_back: null });
  expect((await whose(await opened('browser_workstation'))).exception).toBe('browser');
});

test('how the guide ended says it better', async () => {
  const answers = [
    ['C01', 'none'],
    ['C02', 'no_sis'],
    ['C11', 'blocked'],
  ];
  const { body } = await maria.post('/api/checks', {
    ...{ run: randomUUID(), version: 1, answers, mark: 2, began: '2026-11-23T16:00:00Z', opens: {} },
  });
  const found = await whose(body.ticket);
  expect(found).toMatchObject({ party: 'SCHOOL', by: 'outcome', by_words: 'Blocked by a filter or proxy' });
  expect(found.hand_back.fr).toContain('Prochaine étape');
  expect((await maria.get(`/api/tickets/${body.ticket}/responsibility`)).status).toBe(404);
});

test('a ticket is handed back with a next step, and refused without one', async () => {
  const number = await opened('browser_workstation');
  const refused = await solves(number, 'This is not ours.');
  expect([refused.status, refused.body.errors[0].field]).toEqual([422, 'answer']);
  const { hand_back } = await whose(number);
  const done = await solves(number, hand_back.en);
  expect([done.status, done.body.state]).toEqual([200, 'resolved']);
});

test('the coordinator writes the texts, and takes hers back', async () => {
  const path = '/api/hand-back-texts/browser';
  const text = { en: 'It is your browser.', fr: 'C’est votre navigateur.' };
  const next = { en: 'Use another browser.', fr: 'Utilisez un autre navigateur.' };
  expect((await maya.put(path, { text, next })).status).toBe(404);
  expect((await nadia.put(path, { text, next: { ...next, fr: ' ' } })).status).toBe(422);
  expect((await nadia.put('/api/hand-back-texts/tools', { text, next })).status).toBe(422);
  const { body } = await nadia.put(path, { text, next });
  const of = (items: { duty: string }[]) => items.find(({ duty }) => duty === 'browser');
  expect(of(body.items)).toMatchObject({ text, next, changed: { by: 'Nadia Petrov' } });
  const { hand_back } = await whose(await opened('browser_workstation'));
  expect(hand_back.en).toBe('It is your browser.\n\n**Next step:** Use another browser.');
  await nadia.put(path, { text, next });
  expect(of((await nadia.delete(path)).body.items)).toMatchObject({ changed: null });
  const { items } = (await (await house.as('Arun Patel')).get('/api/audit?about=settings&limit=50')).body;
  const told = items.filter(({ kind }: { kind: string }) => kind.startsWith('hand_back'));
  expect(told.map(({ kind }: { kind: string }) => kind)).toEqual(['hand_back_restored', 'hand_back_written']);
});
