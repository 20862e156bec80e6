import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Field, NewField } from '../../rules/fields/schemas.ts';
import type { HistoryLine, TicketWithMessages } from '../../rules/ticket.ts';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';

let house: House;
let maya: Client, nadia: Client, arun: Client, maria: Client, joan: Client;

beforeAll(async () => {
  house = await openHouse();
  [maya, nadia, arun, maria, joan] = (await Promise.all(
    (['Maya Chen', 'Nadia Petrov', 'Arun Patel', 'Maria Santos', 'Joan Whitehorse'] as const).map(house.as),
  )) as [Client, Client, Client, Client, Client];
});
afterAll(() => house.close());

const words = (text: string) => ({ en: text, fr: `${text} (fr)` });
const choices = (...names: string[]) => names.map(words);

async function add(name: string, more: Partial<NewField>): Promise<Field> {
  const { status, body } = await nadia.post('/api/fields', {
    name: words(name),
    kind: 'text',
    categories: ['pen'],
    ...more,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}

const about = { subject: 'x', description: 'x', category: 'pen', impact: 'one_person', urgency: 'low' };
const open = (by: Client, more: object = {}) => by.post('/api/tickets', { ...about, ...more });
const opened = async (by: Client, more: object = {}): Promise<TicketWithMessages> => {
  const { status, body } = await open(by, more);
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
};
const held = ({ fields }: TicketWithMessages) =>
  Object.fromEntries(fields.map(({ name, words: said }) => [name, said]));
const found = async (by: Client, query: string): Promise<number[]> =>
  (await by.get(`/api/tickets?state=all&limit=100&${query}`)).body.items.map(
    ({ number }: { number: number }) => number,
  );

describe('a field', () => {
  test('is added, changed, moved, removed and brought back by those who keep the forms, and by nobody else', async () => {
    const field = await add('Reason', {
      categories: ['year_end'],
      kind: 'choice',
      choices: choices('Lost', 'Never sent'),
    });
    expect(field.choices.map(({ id }) => id)).toEqual(['lost', 'never_sent']);
    const second = await add('Second', { categories: ['year_end'], for_school: false });
    const of = async (by: Client) =>
      (await by.get('/api/fields?category=year_end')).body.items.map(({ name }: Field) => name.en);
    expect(await of(maria)).toEqual(['Reason']);
    expect(await of(maya)).toEqual(['Reason', 'Second']);
    expect((await arun.patch(`/api/fields/${second.id}`, { after: null })).status).toBe(200);
    expect(await of(maya)).toEqual(['Second', 'Reason']);

    const { body } = await nadia.patch(`/api/fields/${field.id}`, {
      choices: [{ id: 'lost', ...words('Gone') }, ...choices('Other')],
    });
    expect(body.choices).toEqual([
      { id: 'lost', ...words('Gone') },
      { id: 'other', ...words('Other') },
      { id: 'never_sent', ...words('Never sent'), removed: true },
    ]);
    for (const _ of [1, 2]) expect((await nadia.delete(`/api/fields/${field.id}`)).status).toBe(200);
    expect(await of(maya)).toEqual(['Second']);
    expect((await nadia.patch(`/api/fields/${field.id}`, { required: 'never' })).status).toBe(404);
    expect((await nadia.patch(`/api/fields/${field.id}`, { removed: false })).status).toBe(200);
    expect(await of(maya)).toEqual(['Second', 'Reason']);

    for (const [by, status] of [
      [maya, 403],
      [maria, 404],
    ] as const) {
      const asked = { name: words('Mine'), kind: 'text', categories: ['pen'] };
      expect((await by.post('/api/fields', asked)).status).toBe(status);
      expect((await by.patch(`/api/fields/${field.id}`, { required: 'opening' })).status).toBe(status);
      expect((await by.delete(`/api/fields/${field.id}`)).status).toBe(status);
    }
  });

  test('that cannot be is refused with what is wrong, and one that another depends on stays', async () => {
    const categories: NewField['categories'] = ['billing_fees'];
    const above = await add('Above', { categories, kind: 'choice', choices: choices('Yes please', 'No') });
    const answers = ['yes_please'];
    const below = await add('Below', { categories, kind: 'checkbox', condition: { on: above.id, answers } });
    const refused = await nadia.patch(`/api/fields/${above.id}`, {
      condition: { on: below.id, answers: ['yes'] },
    });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toEqual([
      { field: 'condition', sentence: expect.stringContaining('“Below” already depends on this field') },
    ]);
    const gone = await nadia.delete(`/api/fields/${above.id}`);
    expect([gone.status, gone.body.detail]).toEqual([409, expect.stringContaining('“Below”')]);
    for (const wrong of [
      { kind: 'choice', choices: choices('Only one') },
      { kind: 'number', bounds: { least: 3, most: 2 } },
      { condition: { on: 999_999, answers: ['x'] } },
      { name: { en: 'x', fr: ' ' } },
      { categories: [] },
    ])
      expect(
        (await nadia.post('/api/fields', { name: words('x'), kind: 'text', categories, ...wrong })).status,
      ).toBe(422);
  });
});

describe('a ticket', () => {
  let report: Field, error: Field, due: Field, whose: Field, inside: Field, asked: Field;
  const category = 'data_import';
  beforeAll(async () => {
    const categories: NewField['categories'] = [category];
    report = await add('Report', {
      categories,
      kind: 'choice',
      choices: choices('Draft', 'Final'),
      required: 'opening',
    });
    error = await add('Error text', { categories, condition: { on: report.id, answers: ['final'] } });
    due = await add('Due', { categories, kind: 'date', bounds: { earliest: 0 } });
    whose = await add('Whose', { categories, kind: 'person' });
    inside = await add('Cause', { categories, for_school: false, required: 'solving' });
    asked = await add('Pages', { categories, kind: 'number', bounds: { whole: true, most: 99 } });
  });
  const good = () => ({
    [report.id]: 'final',
    [error.id]: 'Code xq7 shown',
    [due.id]: '2026-11-24',
    [whose.id]: priya,
    [asked.id]: 3,
  });
  let priya: number;
  beforeAll(async () => {
    const { people } = (await maria.get('/api/fields')).body;
    priya = people.find(({ name }: { name: string }) => name === 'Priya Nair').id;
  });

  test('holds what its school filled in, in the reader’s words, and the school nothing of the desk’s', async () => {
    const ticket = await opened(maria, { category, fields: good() });
    expect(held(ticket)).toEqual({
      Report: 'Final',
      'Error text': 'Code xq7 shown',
      Due: 'tomorrow',
      Whose: 'Priya Nair',
      Pages: '3',
    });
    const corrected = await maya.patch(`/api/tickets/${ticket.number}`, {
      fields: { [inside.id]: 'A zq9 cause' },
    });
    expect(held(corrected.body)).toMatchObject({ Cause: 'A zq9 cause' });
    const seen = await maria.get(`/api/tickets/${ticket.number}`);
    const story = await maria.get(`/api/tickets/${ticket.number}/history`);
    expect(JSON.stringify([seen.body, story.body])).not.toMatch(/zq9|Cause/);
    expect(seen.body.last.words).toBe('You asked');

    expect([await found(maya, 'q=xq7'), await found(maya, 'q=zq9')]).toEqual([
      [ticket.number],
      [ticket.number],
    ]);
    expect([await found(maria, 'q=xq7'), await found(maria, 'q=zq9')]).toEqual([[ticket.number], []]);
    expect(await found(joan, 'q=xq7')).toEqual([]);
    const all = `field=${report.id}:final,${report.id}:draft,${whose.id}:${priya},${due.id}:2026-11-24`;
    expect(await found(maya, all)).toEqual([ticket.number]);
    expect(await found(maya, `${all},${asked.id}:4`)).toEqual([]);
    expect(await found(joan, `field=${report.id}:final`)).toEqual([]);
    // A stretch of days, by dates or counted from today; both ends count.
    for (const days of ['0d..7d', '1d..1d', '2026-11-01..2026-11-24', '..'])
      expect(await found(maya, `field=${due.id}:${days}`)).toEqual([ticket.number]);
    for (const days of ['..-1d', '2d..', '2026-11-25..'])
      expect(await found(maya, `field=${due.id}:${days}`)).toEqual([]);
    const { items } = (await maya.get('/api/fields/people')).body;
    expect(items).toEqual([{ field: whose.id, id: priya, name: 'Priya Nair', school: 'ALDER' }]);
    expect((await maria.get('/api/fields/people')).status).toBe(404);
  });

  test('is refused with each field that is wrong, and nothing of it is kept', async () => {
    const before = (await maya.get('/api/tickets/counts?state=all')).body.total;
    const refused = await open(maria, {
      category,
      fields: { [due.id]: '2026-11-22', [whose.id]: 1_000_000, [asked.id]: 2.5 },
    });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toEqual([
      { field: `fields.${report.id}`, sentence: 'This is needed.' },
      { field: `fields.${due.id}`, sentence: 'Not before today.' },
      { field: `fields.${whose.id}`, sentence: 'Choose a person of the school.' },
      { field: `fields.${asked.id}`, sentence: 'Must be a whole number.' },
    ]);
    const inFrench = await maria.post('/api/tickets', { ...about, category }, { 'accept-language': 'fr' });
    expect(inFrench.body.detail).toBe('Report (fr) : Ce champ est requis.');
    for (const fields of [
      { [inside.id]: 'x', ...good() },
      { ...good(), 999_999: 'x' },
    ])
      expect((await open(maria, { category, fields })).status).toBe(422);
    expect((await maya.get('/api/tickets/counts?state=all')).body.total).toBe(before);
  });

  test('drops what is no longer shown, tells it, and undone is as it was', async () => {
    const { number } = await opened(maria, { category, fields: good() });
    const path = `/api/tickets/${number}`;
    const corrected = (await maya.patch(path, { fields: { [report.id]: 'draft' } })).body;
    expect(held(corrected)).toMatchObject({ Report: 'Draft' });
    expect(held(corrected)).not.toHaveProperty('Error text');
    const { items } = (await maria.get(`${path}/history`)).body as { items: HistoryLine[] };
    expect(items.at(-1)).toMatchObject({
      words: 'Maya Chen corrected the form',
      changes: [
        { field: 'Report', from: 'Final', to: 'Draft' },
        { field: 'Error text', from: 'Code xq7 shown', to: null },
      ],
    });
    expect(await found(maya, `q=xq7&field=${report.id}:draft`)).toEqual([]);
    const undone = (await maya.post(`${path}/undo`, { change: corrected.undo.change })).body;
    expect(held(undone.ticket)).toMatchObject({ Report: 'Final', 'Error text': 'Code xq7 shown' });
    expect(await found(maya, `q=xq7&field=${report.id}:final`)).toContain(number);

    house.clock.advance(60_000);
    const moved = (await maya.patch(path, { category: 'attendance' })).body;
    expect(held(moved)).toEqual({});
    const back = (await maya.post(`${path}/undo`, { change: moved.undo.change })).body;
    expect(back.ticket.category).toBe(category);
    expect(held(back.ticket)).toMatchObject({ Due: 'tomorrow', Whose: 'Priya Nair' });
  });

  test('is corrected by the desk alone, only in what is touched, and twice is once', async () => {
    const { number } = await opened(maria, { category, fields: good() });
    const path = `/api/tickets/${number}`;
    const fields = { [asked.id]: 7 };
    expect((await maria.patch(path, { fields })).status).toBe(404);
    expect((await joan.patch(path, { fields })).status).toBe(404);
    await nadia.patch(`/api/fields/${due.id}`, { bounds: { earliest: 30 } }); // what it holds stays
    expect(held((await maya.patch(path, { fields })).body)).toMatchObject({ Pages: '7' });
    const before = (await maya.get(`${path}/history`)).body.items.length;
    await maya.patch(path, { fields });
    expect((await maya.get(`${path}/history`)).body.items).toHaveLength(before);
    const emptied = await maya.patch(path, { fields: { [report.id]: null } });
    expect(emptied.body.errors).toEqual([{ field: `fields.${report.id}`, sentence: 'This is needed.' }]);
  });

  test('is not solved before what is needed for it is filled in', async () => {
    const { number } = await opened(maria, { category, fields: { [report.id]: 'draft' } });
    const path = `/api/tickets/${number}`;
    const solve = () =>
      maya.post(`${path}/moves`, {
        move: 'resolve',
        answer: 'x',
        resolution_code: 'solved_l1',
        minutes: 1,
      });
    const refused = await solve();
    expect([refused.status, refused.body.detail]).toEqual([422, 'Cause: This is needed.']);
    expect(refused.body.errors).toEqual([{ field: `fields.${inside.id}`, sentence: 'This is needed.' }]);
    await maya.patch(path, { fields: { [inside.id]: 'Found' } });
    expect((await solve()).body.state).toBe('resolved');
    expect((await maya.patch(path, { fields: { [inside.id]: 'Late' } })).status).toBe(200);
  });

  test('keeps what a removed field held, readable and untouched', async () => {
    const old = await add('Old', { categories: [category] });
    const { number } = await opened(maria, { category, fields: { [report.id]: 'draft', [old.id]: 'kept' } });
    expect((await nadia.patch(`/api/fields/${old.id}`, { for_school: false })).status).toBe(422);
    await nadia.delete(`/api/fields/${old.id}`);
    const path = `/api/tickets/${number}`;
    expect((await maya.patch(path, { fields: { [old.id]: 'changed' } })).status).toBe(422);
    const { body } = await maya.patch(path, { fields: { [asked.id]: 1 } });
    expect(body.fields.find(({ id }: Field) => id === old.id)).toMatchObject({
      words: 'kept',
      removed: true,
    });
    expect(held((await maria.get(path)).body)).toMatchObject({ Old: 'kept' });
  });
});

describe('a template', () => {
  const template = { name: words('A start'), for_whom: 'both', category: 'pen', subject: words('Begun') };
  test('is kept like a field, is for whom it says, and its use is counted once for a ticket', async () => {
    const { status, body: both } = await nadia.post('/api/templates', template);
    expect(status).toBe(201);
    const { body: ours } = await nadia.post('/api/templates', {
      ...template,
      name: words('Ours'),
      for_whom: 'desk',
    });
    const of = async (by: Client, query = '') =>
      (await by.get(`/api/templates${query}`)).body.items.map(
        ({ name }: { name: { en: string } }) => name.en,
      );
    expect([await of(maya), await of(maria)]).toEqual([['A start', 'Ours'], ['A start']]);
    expect(await of(maria, '?category=attendance')).toEqual([]);
    await opened(maria, { template: both.id });
    const key = { 'idempotency-key': 'once-with-a-template' };
    for (const _ of [1, 2]) await maya.post('/api/tickets', { ...about, school: 1, template: both.id }, key);
    expect((await open(maria, { template: ours.id })).status).toBe(404);
    const used = (await maya.get('/api/templates')).body.items[0].used;
    expect([used, (await maria.get('/api/templates')).body.items[0].used]).toEqual([2, null]);
    expect((await maya.post('/api/templates', template)).status).toBe(403);
    for (const _ of [1, 2]) expect((await nadia.delete(`/api/templates/${both.id}`)).status).toBe(200);
    expect(await of(maria)).toEqual([]);
    expect((await nadia.patch(`/api/templates/${both.id}`, { removed: false })).body.used).toBe(2);
  });

  test('holds values that its fields can hold, and for schools none of the desk’s', async () => {
    const inside = await add('Only ours', { categories: ['pen'], for_school: false });
    const fields = { [inside.id]: 'x' };
    expect((await nadia.post('/api/templates', { ...template, fields })).status).toBe(422);
    const ours = await nadia.post('/api/templates', { ...template, for_whom: 'desk', fields });
    expect(ours.body.fields).toEqual(fields);
    const opens = await nadia.patch(`/api/templates/${ours.body.id}`, { for_whom: 'both' });
    expect(opens.status).toBe(422);
    await nadia.delete(`/api/fields/${inside.id}`);
    expect((await nadia.get('/api/templates')).body.items.at(-1).fields).toEqual({});
  });
});
