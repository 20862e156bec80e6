import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { courts, ended_states, open_states, statesInCourt } from '../rules/lifecycle.ts';
import type { Ticket } from '../rules/ticket.ts';

let house: House;
let maria: Client, maya: Client;

beforeAll(async () => {
  house = await openHouse();
  maria = await house.as('Maria Santos');
  maya = await house.as('Maya Chen');
});
afterAll(() => house.close());

async function listed(by: Client, filters = ''): Promise<Ticket[]> {
  const { status, body } = await by.get(`/api/tickets?limit=100${filters && '&' + filters}`);
  expect(status).toBe(200);
  expect(body.next).toBeNull();
  return body.items;
}

describe('the list', () => {
  test.each([
    '',
    'state=all',
    'state=ended',
    'state=new,in_progress',
    'state=open&state=closed',
    ...courts.map(court => `court=${court}`),
    'assignee=me',
    'assignee=none',
    'assignee=me,none',
    'category=attendance,pen&state=all',
    'priority=P1',
    'school=1&state=all',
    'q=report%20card',
    'q=comm&school=1',
    'court=school&assignee=me&priority=P3,P4',
  ])('and its counts agree for %j', async filters => {
    const items = await listed(maya, filters);
    const { body: counts } = await maya.get(`/api/tickets/counts?${filters}`);
    expect(counts.total).toBe(items.length);
    expect(counts.unassigned).toBe(items.filter(item => !item.assignee).length);
    expect(counts.mine).toBe(items.filter(item => item.assignee?.name === 'Maya Chen').length);
    for (const court of courts)
      expect(counts.court[court]).toBe(items.filter(item => item.court === court).length);
    for (const item of items)
      expect(counts.state[item.state]).toBe(items.filter(each => each.state === item.state).length);
  });

  test('is the open tickets, newest activity first, unless it is told otherwise', async () => {
    const items = await listed(maya);
    expect(items.every(item => (open_states as string[]).includes(item.state))).toBe(true);
    const times = items.map(item => item.last_activity.at);
    expect(times).toEqual([...times].sort().reverse());
    expect(
      (await listed(maya, 'state=ended')).every(item => (ended_states as string[]).includes(item.state)),
    ).toBe(true);
    for (const court of courts)
      for (const item of await listed(maya, `court=${court}`))
        expect(statesInCourt(court)).toContain(item.state);
  });

  test('by pages holds every ticket once', async () => {
    const all = (await listed(maya, 'state=all')).map(item => item.number);
    const paged: number[] = [];
    let cursor = '';
    do {
      const { body } = await maya.get(`/api/tickets?state=all&limit=3${cursor}`);
      paged.push(...body.items.map((item: Ticket) => item.number));
      cursor = body.next ? `&cursor=${body.next}` : '';
    } while (cursor);
    expect(paged).toEqual(all);
  });

  test.each([
    'state=gone',
    'court=mars',
    'priority=P9',
    'limit=0',
    'limit=1000',
    'cursor=%27%3B',
    'cursor=OTk5OTk5OTk5OTk5OTk5LjE',
    'school=x',
    'assignee=you',
  ])('refuses %s', async filters => expect((await maya.get(`/api/tickets?${filters}`)).status).toBe(422));
});

describe('words', () => {
  test('are found in subject, replies and (by the desk) notes, whatever their accents', async () => {
    expect((await listed(maya, 'q=ESDILAGH&state=all')).length).toBe(0); // ʔ is a letter of its own
    expect((await listed(maya, `q=${encodeURIComponent('ʔesdil')}&state=all`)).length).toBe(1);
    expect((await listed(maya, 'q=accents%20disparaissent')).length).toBe(1);
    expect((await listed(maya, 'q=letterhead%20missing')).length).toBe(0);
    expect((await listed(maya, 'q=operating%20system')).map(item => item.number)).toHaveLength(1);
    expect(await listed(maria, 'q=operating%20system')).toEqual([]); // it stands in a note
  });

  test('that are a number find that ticket; signs alone find nothing', async () => {
    const [first] = await listed(maya);
    expect((await listed(maya, `q=%23${first!.number}&state=all`)).map(item => item.number)).toContain(
      first!.number,
    );
    expect(await listed(maya, `q=${encodeURIComponent("' | & ! :*")}`)).toEqual([]);
  });
});

test('queries do not grow with the list: five at most for a list, seven for a ticket', async () => {
  const queries = (answer: { headers: Record<string, unknown> }) =>
    Number(/queries;dur=(\d+)/.exec(String(answer.headers['server-timing']))?.[1]);
  expect(queries(await maya.get('/api/tickets?state=all'))).toBeLessThanOrEqual(5);
  expect(queries(await maya.get('/api/tickets/1011'))).toBeLessThanOrEqual(7);
});
