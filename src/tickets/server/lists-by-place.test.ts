import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { category_ids } from '../rules/categories.ts';
import { courts, state_ids } from '../rules/lifecycle.ts';
import { groups, sorts, type Group, type SortName } from '../rules/lists/order.ts';
import { priorities } from '../rules/priority.ts';
import type { Ticket } from '../rules/ticket.ts';

let house: House;
let maria: Client, maya: Client;

beforeAll(async () => {
  house = await openHouse();
  maria = await house.as('Maria Santos');
  maya = await house.as('Maya Chen');
});
afterAll(() => house.close());

async function listed(by: Client, query: string): Promise<Ticket[]> {
  const { status, body } = await by.get(`/api/tickets?limit=100&${query}`);
  expect(status).toBe(200);
  expect(body.next).toBeNull();
  return body.items;
}

/** What a ticket is sorted by, as something to compare; `low` is before everything. */
const keys: Record<SortName, (ticket: Ticket) => string | number> = {
  activity: ticket => -Date.parse(ticket.last_activity.at),
  opened: ticket => -Date.parse(ticket.opened.at),
  due: ticket => (ticket.due ? Date.parse(ticket.due.at.at) : Infinity),
  number: ticket => -ticket.number,
  priority: ticket => priorities.indexOf(ticket.priority),
  state: ticket => state_ids.indexOf(ticket.state),
  school: ticket => ticket.school.name.toLowerCase(),
  assignee: ticket => ticket.assignee?.name.toLowerCase() ?? '',
  team: ticket => ticket.team?.name.toLowerCase() ?? '',
  requester: ticket => ticket.requester.name.toLowerCase(),
  category: ticket => category_ids.indexOf(ticket.category),
  subject: ticket => ticket.subject.toLowerCase(),
};

const plain = (text: string | number) => typeof text === 'number' || /^[\x20-\x7e]*$/.test(text);

describe('the list by place', () => {
  test.each(sorts)('sorted by %s stands in that order, and -%s turns the whole of it round', async sort => {
    const items = await listed(maya, `state=all&offset=0&sort=${sort}`);
    // Letters beyond ASCII stand where the database’s own order has them.
    const sorted = items.map(keys[sort]).filter(plain);
    expect(sorted).toEqual([...sorted].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    const turned = await listed(maya, `state=all&offset=0&sort=-${sort}`);
    expect(turned.map(({ number }) => number)).toEqual(items.map(({ number }) => number).reverse());
  });

  test('is newest activity first when no sort is asked, as by cursor', async () => {
    const { body } = await maya.get('/api/tickets?state=all&limit=100');
    const by_place = await listed(maya, 'state=all&offset=0');
    expect(by_place).toEqual(body.items);
  });

  test.each(['sort=-school', 'sort=priority&group=school', 'group=assignee', 'sort=subject&q=re'])(
    'by pieces holds every ticket once, in the same order: %s',
    async query => {
      const whole = await listed(maya, `state=all&${query}&offset=0`);
      const pieces: number[] = [];
      for (let offset = 0; offset <= whole.length; offset += 3) {
        const { body } = await maya.get(`/api/tickets?state=all&${query}&offset=${offset}&limit=3`);
        pieces.push(...body.items.map((item: Ticket) => item.number));
      }
      expect(pieces).toEqual(whole.map(({ number }) => number));
      expect(new Set(pieces).size).toBe(pieces.length);
    },
  );

  test('beyond the end is empty', async () =>
    expect(await listed(maya, 'offset=1000000&sort=school')).toEqual([]));

  test.each([
    'sort=words',
    'sort=--state',
    'sort=number;drop',
    'group=subject',
    'offset=-1',
    'offset=1000001',
    'opened=yesterday',
  ])('refuses %s', async query => expect((await maya.get(`/api/tickets?${query}`)).status).toBe(422));

  test.each(['offset=0', 'sort=number', 'group=state'])('refuses a cursor beside %s', async query => {
    const { next } = (await maya.get('/api/tickets?limit=1')).body;
    expect((await maya.get(`/api/tickets?limit=1&cursor=${next}&${query}`)).status).toBe(422);
  });
});

const groupOf: Record<Group, (ticket: Ticket) => string> = {
  state: ticket => ticket.state,
  court: ticket => ticket.court ?? 'none',
  school: ticket => String(ticket.school.id),
  assignee: ticket => String(ticket.assignee?.id ?? 'none'),
  team: ticket => String(ticket.team?.id ?? 'none'),
  category: ticket => ticket.category,
  priority: ticket => ticket.priority,
};

describe.each(groups)('groups by %s', by => {
  test.each(['state=all', 'q=report&state=all', 'assignee=none'])(
    'stand together in the order of the counts, which add up to the list: %s',
    async filters => {
      const items = await listed(maya, `${filters}&offset=0&group=${by}&sort=subject`);
      const { body } = await maya.get(`/api/tickets/groups?by=${by}&${filters}`);
      const runs: [string, number][] = [];
      for (const key of items.map(groupOf[by])) {
        if (runs.at(-1)?.[0] === key) runs.at(-1)![1]++;
        else runs.push([key, 1]);
      }
      expect(body.items.map(({ key, count }: { key: string; count: number }) => [key, count])).toEqual(runs);
      expect((await maya.get(`/api/tickets/counts?${filters}`)).body.total).toBe(items.length);
    },
  );

  test('are called by name in the reader’s language, and a school counts its own alone', async () => {
    const { body } = await maya.get(`/api/tickets/groups?by=${by}&state=all`);
    for (const { name } of body.items) expect(name).toMatch(/\S/);
    const own = await maria.get(`/api/tickets/groups?by=${by}&state=all`);
    if (by === 'team') return expect(own.status).toBe(422); // of which a school knows nothing
    const total = own.body.items.reduce((sum: number, item: { count: number }) => sum + item.count, 0);
    expect(total).toBe((await listed(maria, 'state=all&offset=0')).length);
    if (by === 'school') expect(own.body.items).toHaveLength(1);
    if (by === 'court')
      expect(body.items.map((item: { key: string }) => item.key)).toEqual([...courts, 'none']);
    const french = await maya.get(`/api/tickets/groups?by=court&state=all`, { 'accept-language': 'fr' });
    expect(french.body.items.at(-1).name).toBe('Terminé');
  });
});

test('"today" is the day of the desk, whatever the hour in London', async () => {
  const opened = async () => {
    const agent = await house.as('Maya Chen');
    return (await listed(agent, 'state=all&opened=today&offset=0')).map(item => item.opened.words);
  };
  const today = await opened();
  expect(today.length).toBeGreaterThan(0);
  for (const words of today) expect(words).toMatch(/^today/);
  house.clock.advance(14 * 3_600_000 - 1); // 06:59:59.999Z, the last of the day at the desk
  expect(await opened()).toEqual(today);
  house.clock.advance(1);
  expect(await opened()).toEqual([]);
});
