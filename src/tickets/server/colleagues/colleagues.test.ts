import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { listen } from '#testing/listener.ts';

let house: House;
let maria: Client, grant: Client, joan: Client, maya: Client, tom: Client, nadia: Client;

beforeAll(async () => {
  house = await openHouse();
  await house.app.listen({ port: 0, host: '127.0.0.1' });
  [maria, grant, joan, maya, tom, nadia] = (await Promise.all(
    (
      ['Maria Santos', 'Grant Bell', 'Joan Whitehorse', 'Maya Chen', 'Tom Becker', 'Nadia Petrov'] as const
    ).map(house.as),
  )) as [Client, Client, Client, Client, Client, Client];
});
afterAll(() => house.close());

const open = async (by = maria): Promise<number> =>
  (
    await by.post('/api/tickets', {
      subject: 'Together',
      description: 'x',
      category: 'pen',
      impact: 'one_person',
      urgency: 'low',
    })
  ).body.number;
const colleagues = async (number: number, by = maria): Promise<{ id: number; name: string }[]> =>
  (await by.get(`/api/tickets/${number}/colleagues`)).body.items;
const idOf = async (number: number, name: string, by = maria) =>
  (await colleagues(number, by)).find(one => one.name === name)!.id;
const namesOn = (ticket: { people: { name: string }[] }) => ticket.people.map(({ name }) => name);
const numbers = async (by: Client, whose: string) =>
  ((await by.get(`/api/tickets?state=all&limit=100&whose=${whose}`)).body.items as { number: number }[]).map(
    ({ number }) => number,
  );

describe('people on a ticket', () => {
  test('are offered from the school alone, without the one who asked and those who have left', async () => {
    const number = await open();
    expect((await colleagues(number)).map(({ name }) => name)).toEqual([
      'Grant Bell',
      'Priya Nair',
      'Sam Okoro',
    ]);
    const school = (await maria.get('/api/session')).body.school.id;
    const added = (await nadia.post(`/api/schools/${school}/people`, { name: 'Ana Cruz', roles: ['member'] }))
      .body;
    const put = () => maria.put(`/api/tickets/${number}/people/${added.id}`, {});
    expect(namesOn((await put()).body)).toEqual(['Ana Cruz']);
    await nadia.patch(`/api/schools/${school}/people/${added.id}`, { left: true });
    expect((await colleagues(number)).map(({ name }) => name)).not.toContain('Ana Cruz');
    expect(namesOn((await maria.get(`/api/tickets/${number}`)).body)).toEqual([]);
    expect((await put()).status).toBe(404);
  });

  test('are put on it by a colleague or by the desk, once, told in the story and live', async () => {
    const number = await open();
    const page = await listen(house, grant);
    const sam = await idOf(number, 'Sam Okoro');
    const put = () => maria.put(`/api/tickets/${number}/people/${sam}`, {});
    expect((await put()).body.people).toMatchObject([
      { id: sam, name: 'Sam Okoro', roles: ['technical_contact'] },
    ]);
    await put();
    const priya = await idOf(number, 'Priya Nair', maya);
    expect(namesOn((await maya.put(`/api/tickets/${number}/people/${priya}`, {})).body)).toEqual([
      'Sam Okoro',
      'Priya Nair',
    ]);
    const story = (await grant.get(`/api/tickets/${number}/history`)).body.items;
    expect(story.map((line: { words: string }) => line.words)).toEqual([
      'Maria Santos asked',
      'Maria Santos added Sam Okoro',
      'Maya Chen added Priya Nair',
    ]);
    await page.until(2);
    expect(page.heard.map(event => event.kind)).toEqual(['person_added', 'person_added']);
    await page.cut();
  });

  test('are taken off, once; who is not on it is left so', async () => {
    const number = await open();
    const sam = await idOf(number, 'Sam Okoro');
    await maria.put(`/api/tickets/${number}/people/${sam}`, {});
    const take = () => grant.delete(`/api/tickets/${number}/people/${sam}`);
    expect(namesOn((await take()).body)).toEqual([]);
    expect((await take()).status).toBe(200);
    const story = (await maria.get(`/api/tickets/${number}/history`)).body.items;
    expect(story.map((line: { words: string }) => line.words).slice(1)).toEqual([
      'You added Sam Okoro',
      'Grant Bell took Sam Okoro off the ticket',
    ]);
  });

  test('do not hold the one who asked: she is on it anyway', async () => {
    const number = await open();
    const own = (await maria.get('/api/session')).body.person.id;
    const { status, body } = await maria.put(`/api/tickets/${number}/people/${own}`, {});
    expect({ status, people: body.people }).toEqual({ status: 200, people: [] });
  });

  test('are of the ticket’s school: another school’s person is not found, for the desk too', async () => {
    const number = await open();
    const stranger = (await joan.get('/api/session')).body.person.id;
    for (const by of [maria, maya])
      expect((await by.put(`/api/tickets/${number}/people/${stranger}`, {})).status).toBe(404);
    expect((await joan.put(`/api/tickets/${number}/people/${stranger}`, {})).status).toBe(404);
  });

  test('are not for who works no tickets, and not for a ticket that has ended', async () => {
    const number = await open();
    const sam = await idOf(number, 'Sam Okoro');
    expect((await tom.put(`/api/tickets/${number}/people/${sam}`, {})).status).toBe(403);
    expect((await tom.get(`/api/tickets/${number}`)).body.can.add_people).toBe(false);
    await maria.post(`/api/tickets/${number}/moves`, { move: 'withdraw', reason: 'x' });
    const refused = await maria.put(`/api/tickets/${number}/people/${sam}`, {});
    expect(refused.status).toBe(409);
    expect((await maria.get(`/api/tickets/${number}`)).body.can.add_people).toBe(false);
  });
});

describe('whose tickets', () => {
  test('are one’s own, those one was put on, and all of the school', async () => {
    const own = await open(maria);
    const shared = await open(grant);
    const other = await open(grant);
    const me = (await maria.get('/api/session')).body.person.id;
    await grant.put(`/api/tickets/${shared}/people/${me}`, {});
    expect(await numbers(maria, 'own')).toContain(own);
    expect(await numbers(maria, 'shared')).toEqual([shared]);
    const both = await numbers(maria, 'own,shared');
    expect(both).toEqual(expect.arrayContaining([own, shared]));
    expect(both).not.toContain(other);
    expect(await numbers(maria, 'school')).toEqual(expect.arrayContaining([own, shared, other]));
    expect(await numbers(maria, 'school')).toEqual(
      ((await maria.get('/api/tickets?state=all&limit=100')).body.items as { number: number }[]).map(
        ({ number }) => number,
      ),
    );
    const { total } = (await maria.get('/api/tickets/counts?state=all&whose=own,shared')).body;
    expect(total).toBe(both.length);
    expect((await maria.get(`/api/tickets/${other}`)).status).toBe(200);
  });
});

describe('what happened last', () => {
  test('is said in the list to the school, and of a note to the desk alone', async () => {
    const number = await open();
    await maya.post(`/api/tickets/${number}/moves`, { move: 'ask_school', question: 'Which printer?' });
    await maya.post(`/api/tickets/${number}/notes`, { text: 'Inside.' });
    const last = async (by: Client) =>
      (
        (await by.get('/api/tickets?limit=100')).body.items as { number: number; last: { words: string } }[]
      ).find(ticket => ticket.number === number)!.last.words;
    expect(await last(maria)).toBe('Maya Chen asked you');
    expect(await last(maya)).toBe('Maya Chen wrote a note');
    await maria.post(`/api/tickets/${number}/replies`, { text: 'The blue one.' });
    expect(await last(maria)).toBe('You answered');
    expect((await maria.get(`/api/tickets/${number}`, { 'accept-language': 'fr' })).body.last.words).toBe(
      'Vous avez répondu',
    );
    expect(await last(grant)).toBe('Maria Santos answered');
  });
});
