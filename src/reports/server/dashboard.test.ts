import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { measure } from '#testing/measured.ts';
import { category_ids } from '#tickets/rules/categories.ts';
import type { Dashboard } from '../rules/dashboard.ts';
import { periods } from '../rules/stretches.ts';

let house: House;
let nadia: Client, maria: Client, maya: Client;

beforeAll(async () => {
  house = await openHouse();
  [nadia, maria, maya] = (await Promise.all(
    (['Nadia Petrov', 'Maria Santos', 'Maya Chen'] as const).map(house.as),
  )) as [Client, Client, Client];
  await measure(house);
});
afterAll(() => house.close());

const asked = async (query = ''): Promise<Dashboard> => {
  const { status, body } = await nadia.get(`/api/dashboard?${query}`);
  expect(status).toBe(200);
  return body;
};

/** Everything in an answer that is a number with the filters of its list. */
function countsIn(part: unknown): { count: number; query: Record<string, string> }[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'count' in part && 'query' in part ? [part as ReturnType<typeof countsIn>[number]] : [];
  return [...own, ...Object.values(part).flatMap(countsIn)];
}

const several = (values: readonly string[]) =>
  fc.option(
    fc.subarray([...values], { minLength: 1 }).map(chosen => chosen.join(',')),
    { nil: undefined },
  );
const questions = fc.record({
  period: fc.constantFrom(...periods),
  school: several(['1', '2', '3']),
  category: several(category_ids.slice(0, 8)),
  assignee: several(['me', 'none', '12', '13']),
});

describe('the dashboard', () => {
  test('has numbers, and every one of them is that of the list that it opens', async () => {
    await fc.assert(
      fc.asyncProperty(questions, fc.nat(), async (question, seed) => {
        const given = Object.entries(question).filter(([, value]) => value !== undefined);
        const counts = countsIn(await asked(new URLSearchParams(given as [string, string][]).toString()));
        expect(counts.length).toBeGreaterThan(40);
        // All that are not 0, and some that are.
        const chosen = counts.filter(({ count }, index) => count > 0 || (index + seed) % 9 === 0);
        for (const { count, query } of chosen) {
          const address = new URLSearchParams(query).toString();
          const { body } = await nadia.get(`/api/tickets/counts?${address}`);
          expect(`${address}: ${body.total}`).toBe(`${address}: ${count}`);
        }
      }),
      { numRuns: 5 },
    );
  });

  test('parts what is open so that each part adds up to the whole', async () => {
    const { open, period, first_answer } = await asked('period=year');
    expect(open.count).toBeGreaterThan(8);
    const sum = (slices: { count: number }[]) => slices.reduce((all, { count }) => all + count, 0);
    for (const by of ['state', 'court', 'age', 'assignee', 'category', 'school'] as const)
      expect(`${by} ${sum(open[by])}`).toBe(`${by} ${open.count}`);
    for (const age of open.age) expect(sum(Object.values(age.courts))).toBe(age.count);
    for (const what of ['opened', 'resolved'] as const)
      expect(sum(period.stretches.map(each => each[what]))).toBe(period[what].count);
    expect(sum(first_answer.histogram)).toBe(first_answer.answered.count);
    const { answered, waiting, never } = first_answer;
    expect(sum([answered, waiting, never])).toBe(period.opened.count);
  });

  test('counts the first answer in hours of the desk, not what the desk asked for a school', async () => {
    const { now } = house.clock;
    house.clock.now = new Date('2026-11-20T23:50:00Z'); // Friday 16:50
    const question = {
      subject: 'Late on Friday',
      description: 'x',
      category: 'pen',
      impact: 'one_person',
      urgency: 'low',
    };
    const { body: late } = await maria.post('/api/tickets', question);
    const { body: called } = await maya.post('/api/tickets', {
      ...question,
      school: late.school.id,
      requester: late.requester.id,
    });
    house.clock.now = new Date('2026-11-23T15:10:00Z'); // Monday 8:10
    await maya.post(`/api/tickets/${late.number}/replies`, { text: 'Good morning' });
    house.clock.now = now;
    await measure(house);
    const numbers = async (query: string) =>
      (await nadia.get(`/api/tickets?state=all&limit=100&q=Late+on+Friday&${query}`)).body.items.map(
        ({ number }: { number: number }) => number,
      );
    expect(await numbers('first_answer=10-10')).toEqual([late.number]);
    expect(await numbers('first_answer=none')).toEqual([called.number]);
    expect((await numbers('first_answer=none,0-')).sort()).toEqual([late.number, called.number]);
  });

  test('counts as solved what is solved still', async () => {
    const { body: ticket } = await maria.post('/api/tickets', {
      subject: 'Solved twice',
      description: 'x',
      category: 'pen',
      impact: 'one_person',
      urgency: 'low',
    });
    const path = `/api/tickets/${ticket.number}/moves`;
    const solve = () =>
      maya.post(path, { move: 'resolve', answer: 'Done', resolution_code: 'solved_l1', minutes: 5 });
    const resolved = async () => {
      await measure(house);
      return (await nadia.get('/api/tickets/counts?state=all&resolved=today')).body.total;
    };
    const before = await resolved();
    expect((await solve()).status).toBe(200);
    expect(await resolved()).toBe(before + 1);
    await maria.post(path, { move: 'not_solved', reason: 'Still the same' });
    expect(await resolved()).toBe(before);
    await solve();
    await measure(house);
    expect(await resolved()).toBe(before + 1);
  });

  test('counts what was answered without a ticket, by area, beside the tickets', async () => {
    const written = { kind: 'guide', audience: 'schools', title: 'The sheet', body: 'Print it.' };
    const published = { ...written, category: 'attendance', state: 'published' };
    const article = (await nadia.post('/api/articles', published)).body.id;
    const answered = async (query = '') => (await asked(query)).period.answered;
    const before = (await answered())!;
    const used = await maria.post(`/api/articles/${article}/uses`, {
      kind: 'solved_it',
      question: 'The attendance sheet is empty',
    });
    const after = (await answered())!;
    expect(after.count).toBe(before.count + 1);
    const area = (of: typeof after) => of.areas.find(({ key }) => key === 'attendance');
    expect(area(after)!.answered).toBe((area(before)?.answered ?? 0) + 1);
    const sum = (counts: number[]) => counts.reduce((all, count) => all + count, 0);
    expect(sum(after.areas.map(each => each.answered))).toBe(after.count);
    const { opened } = (await asked()).period;
    expect(sum(after.areas.map(each => each.opened?.count ?? 0))).toBe(opened.count);
    // Of her school, and of no other; nobody at the desk had to do it.
    const school = (await maria.get('/api/session')).body.school.id;
    expect((await answered(`school=${school}`))!.count).toBe(after.count);
    expect((await answered('school=999999'))!.count).toBe(0);
    expect((await answered('category=pen'))!.count).toBe(0);
    expect(await answered('assignee=me')).toBeNull();
    await maria.delete(`/api/article-uses/${used.body.id}`);
    expect(await answered()).toEqual(before);
  });

  test('says that nothing was asked yet where there is no ticket', async () => {
    expect((await asked()).empty).toBe(false);
    expect((await asked('school=999999')).empty).toBe(false);
  });

  test('is nothing to a school, and refuses what it does not know', async () => {
    expect((await maria.get('/api/dashboard')).status).toBe(404);
    expect((await nadia.get('/api/dashboard?period=ever')).status).toBe(422);
    expect((await nadia.get('/api/dashboard?school=x')).status).toBe(422);
  });

  test.each(['age=7-3', 'opened=2026-02-30', 'resolved=ever', 'first_answer=soon', 'age=1;drop'])(
    'knows lists of no such filter as %s',
    async filter => expect((await nadia.get(`/api/tickets?${filter}`)).status).toBe(422),
  );

  test('asks the database as often for a year of all as for a day of one', async () => {
    const queries = async (query: string) =>
      (await nadia.get(`/api/dashboard?${query}`)).headers['server-timing'];
    expect(await queries('period=year')).toBe(await queries('period=30d&school=1'));
  });
});
