import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { countStepTimes } from './counting.ts';

let house: House;
let maria: Client, arun: Client;
let number: number;
beforeAll(async () => {
  house = await openHouse();
  [maria, arun] = [await house.as('Maria Santos'), await house.as('Arun Patel')];
  const asked = {
    subject: 'Where is it',
    description: 'x',
    category: 'billing_fees',
    impact: 'one_person',
    urgency: 'low',
  };
  number = (await maria.post('/api/tickets', asked)).body.number;
});
afterAll(() => house.close());

const usual = async (who: Client) =>
  (await who.get(`/api/tickets/${number}/course`)).body.usual as string | null;

/** Tickets like this one that were new for an hour each, of so many schools. */
const seed = (tickets: number, schools: number) =>
  house.database.owner.execute(sql`
    with made as (
      insert into tickets overriding system value
      select r.* from tickets t, generate_series(1, ${tickets}::integer) i,
        jsonb_populate_record(t, jsonb_build_object('number', 50000 + i, 'subject', 'like it ' || i,
          'school_id', (select id from schools order by id offset (i % ${schools}::integer) limit 1))) r
      where t.number = ${number} returning number, school_id, opened_at)
    insert into clock_marks (ticket_number, school_id, at, kind, state, priority, passed)
    select number, school_id, opened_at + h * interval '1 hour', case h when 0 then 'opened' else 'moved' end,
      case h when 0 then 'new' else 'in_progress' end, 'P3', false
    from made, generate_series(0, 1) h order by number, h`);
const count = () => countStepTimes(house.database, house.clock.now);

describe('where a ticket is', () => {
  test('is a box of the chart, with the moves that may come next, for whoever may see it', async () => {
    for (const who of [maria, arun])
      expect((await who.get(`/api/tickets/${number}/course`)).body).toEqual({
        place: 'P22',
        court: 'desk',
        next: [
          { move: 'take', to: 'in_progress' },
          { move: 'ask_school', to: 'waiting_school' },
          { move: 'escalate', to: 'waiting_l2' },
          { move: 'resolve', to: 'resolved' },
          { move: 'withdraw', to: 'cancelled' },
        ],
        usual: null,
      });
  });
});

describe('how long a step usually takes', () => {
  test('is not said while nobody knows', async () => {
    expect(await usual(maria)).toBeNull();
    await count();
    expect(await usual(arun)).toBeNull();
  });

  test('of tickets of few schools is said to the desk alone', async () => {
    await seed(10, 3);
    await count();
    expect(await usual(arun)).toContain('Tickets like it are usually here for 1 h, nine of ten at most 1 h');
    expect(await usual(maria)).toBeNull();
  });

  test('of five schools is said to schools too, in their language; counting again is the same', async () => {
    await house.database.owner.execute(sql`update step_times set schools = 5`);
    const said = await usual(maria);
    expect(said).toContain('nine of ten');
    const french = await house.app.inject({
      url: `/api/tickets/${number}/course`,
      headers: { ...maria.headers, 'accept-language': 'fr' },
    });
    expect(JSON.parse(french.body).usual).toContain('neuf sur dix');
    await count();
    await count();
    expect(await usual(arun)).toBe(said);
  });

  test('is nothing of an ended ticket, and of another school’s ticket there is not even the question', async () => {
    const joan = await house.as('Joan Whitehorse');
    expect((await joan.get(`/api/tickets/${number}/course`)).status).toBe(404);
    await maria.post(`/api/tickets/${number}/moves`, { move: 'withdraw', reason: 'x' });
    expect(await usual(arun)).toBeNull();
  });
});
