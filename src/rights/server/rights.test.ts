import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { ender } from './ends.ts';

let house: House;
let priya: Client; // Alder's security contact
let grant: Client; // Alder's lead
let maria: Client; // a member there
let joan: Client; // Birch's lead
let ines: Client; // agent and keeper of rights
let nadia: Client; // coordinator
let maya: Client; // agent, keeps none
let leah: Client; // privacy officer: sees, decides nothing

beforeAll(async () => {
  house = await openHouse();
  [priya, grant, maria, joan, ines, nadia, maya, leah] = (await Promise.all(
    (
      [
        'Priya Nair',
        'Grant Bell',
        'Maria Santos',
        'Joan Whitehorse',
        'Ines Roy',
        'Nadia Petrov',
        'Maya Chen',
        'Leah Stone',
      ] as const
    ).map(house.as),
  )) as [Client, Client, Client, Client, Client, Client, Client, Client];
});
afterAll(() => house.close());

const day = (ahead: number) =>
  new Date(house.clock.now.getTime() + ahead * 86_400_000).toISOString().slice(0, 10);

const marks = () => ({
  action: 'add',
  name: 'Jo Park',
  job: 'Teacher, grade 7',
  kind: 'marks',
  why: 'She does the report cards.',
  from: day(1),
});
const several = () => ({
  ...marks(),
  kind: 'several_schools',
  at_schools: 'Alder and Birch',
  until: day(200),
});

const asked = async (by: Client, body: object) => {
  const { status, body: request } = await by.post('/api/rights/requests', body);
  expect([status, request]).toEqual([201, expect.anything()]);
  return request.ticket as number;
};
const does = async (by: Client, number: number, what: string, body?: object) =>
  (await by.post(`/api/rights/requests/${number}/${what}`, body ?? {})).status;
const given = async (body: object) => {
  const number = await asked(priya, body);
  await does(ines, number, 'approval');
  expect(await does(ines, number, 'completion')).toBe(200);
  return (await ines.get(`/api/rights/requests/${number}`)).body.right as number;
};
const register = async (by: Client, query = '') =>
  (await by.get(`/api/rights?limit=200&${query}`)).body.items;

const alder = async () => (await priya.get('/api/schools')).body.items[0].id as number;

test('the security contact and the lead ask; a member and another school do not', async () => {
  const number = await asked(priya, marks());
  const { body: ticket } = await priya.get(`/api/tickets/${number}`);
  expect(ticket).toMatchObject({ request: 'rights', category: 'security_role', state: 'new' });
  expect(ticket.messages[0].text).toBe('She does the report cards.');
  await asked(grant, marks());
  expect((await maria.post('/api/rights/requests', marks())).status).toBe(404);
  expect((await joan.post('/api/rights/requests', { ...marks(), school: ticket.school.id })).status).toBe(
    404,
  );
  expect((await joan.get(`/api/rights/requests/${number}`)).status).toBe(404);
});

test('what is missing or too long is said beside its field', async () => {
  const wrong = async (body: object) =>
    (await priya.post('/api/rights/requests', { ...marks(), ...body })).body.errors?.[0]?.field;
  expect(await wrong({ from: day(-3) })).toBe('from');
  expect(await wrong({ until: day(0) })).toBe('until');
  expect(await wrong({ kind: 'several_schools', until: day(100) })).toBe('at_schools');
  expect(await wrong({ kind: 'several_schools', at_schools: 'Birch' })).toBe('until');
  expect(await wrong({ kind: 'something_else', until: day(30) })).toBe('words');
  expect(await wrong({ name: undefined })).toBe('person');
  expect(await wrong({ action: 'remove' })).toBe('right');
});

test('asked twice with one key is asked once', async () => {
  const key = { 'idempotency-key': 'rights-once' };
  const [one, other] = [
    await priya.post('/api/rights/requests', marks(), key),
    await priya.post('/api/rights/requests', marks(), key),
  ];
  expect(other.body.ticket).toBe(one.body.ticket);
});

test('for the desk without the role the ticket does not exist', async () => {
  const number = await asked(priya, marks());
  expect((await maya.get(`/api/tickets/${number}`)).status).toBe(404);
  expect((await maya.get(`/api/rights/requests/${number}`)).status).toBe(404);
  expect((await maya.get('/api/rights')).status).toBe(404);
  const seen = async (by: Client) =>
    (await by.get('/api/tickets?state=all&request=rights&limit=100')).body.items.map(
      (each: { number: number }) => each.number,
    );
  expect(await seen(maya)).toEqual([]);
  for (const by of [ines, nadia, leah]) expect(await seen(by)).toContain(number);
  expect(await does(leah, number, 'approval')).toBe(404);
});

test('one keeper approves and carries out what touches one school, and the register says so', async () => {
  const number = await asked(priya, marks());
  expect(await does(ines, number, 'preparation')).toBe(409);
  expect(await does(ines, number, 'completion')).toBe(409);
  expect(await does(ines, number, 'approval')).toBe(200);
  expect(await does(ines, number, 'approval')).toBe(409);
  expect(await does(ines, number, 'completion')).toBe(200);
  expect(await does(ines, number, 'completion')).toBe(409);
  const right = (await register(priya)).find((each: any) => each.history[0]?.ticket === number);
  expect(right).toMatchObject({
    holder: { name: 'Jo Park', job: 'Teacher, grade 7' },
    kind: 'marks',
    since: { date: day(1) },
    stands: 'held',
    history: [{ asked_for: { name: 'Priya Nair' }, approved_by: { name: 'Ines Roy' } }],
  });
  expect((await maria.get('/api/rights')).status).toBe(404);
  expect((await register(joan)).map((each: any) => each.id)).not.toContain(right.id);
});

test('what touches more than one school is approved by a second person, who has no other hand in it', async () => {
  const number = await asked(priya, several());
  expect(await does(ines, number, 'approval')).toBe(409); // to be prepared first
  expect(await does(ines, number, 'preparation')).toBe(200);
  expect((await ines.get(`/api/rights/requests/${number}`)).body).toMatchObject({
    waits_for_another: true,
    can: { approve: false },
  });
  expect(await does(ines, number, 'approval')).toBe(409);
  expect(await does(nadia, number, 'approval')).toBe(200);
  expect(await does(nadia, number, 'completion')).toBe(409);
  expect(await does(ines, number, 'completion')).toBe(200);
});

test('whoever asked on behalf does not approve it', async () => {
  const school = await alder();
  const { body: people } = await nadia.get(`/api/schools/${school}/people`);
  const of = (name: string) => people.items.find((each: { name: string }) => each.name === name).id;
  const on_behalf = { ...several(), school, requester: of('Priya Nair') };
  expect(
    (await ines.post('/api/rights/requests', { ...on_behalf, requester: of('Maria Santos') })).status,
  ).toBe(422);
  expect((await maya.post('/api/rights/requests', on_behalf)).status).toBe(404);
  const number = await asked(ines, on_behalf);
  expect(await does(nadia, number, 'preparation')).toBe(200);
  expect(await does(ines, number, 'approval')).toBe(409);
});

test('the database refuses a second person who is the first', async () => {
  const number = await asked(priya, several());
  await does(ines, number, 'preparation');
  const forged = house.database.pool.query(
    `update rights_requests set approved_by = prepared_by, state = 'approved' where ticket_number = $1`,
    [number],
  );
  await expect(forged).rejects.toThrow(/check/);
});

test('a ticket is not solved over a request that is under way', async () => {
  const number = await asked(priya, marks());
  const solved = { move: 'resolve', resolution_code: 'solved_l1', answer: 'Done.', minutes: 5 };
  const { status, body } = await ines.post(`/api/tickets/${number}/moves`, solved);
  expect([status, body.stop]).toEqual([409, 'request_open']);
  expect(
    (await ines.get(`/api/tickets/${number}`)).body.can.moves.map((each: any) => each.move),
  ).not.toContain('resolve');
  expect(await does(ines, number, 'refusal', { reason: 'She has it already.' })).toBe(200);
  expect((await priya.get(`/api/rights/requests/${number}`)).body.refused.because).toBe(
    'She has it already.',
  );
  expect((await ines.post(`/api/tickets/${number}/moves`, solved)).status).toBe(200);
});

test('the school takes its request back, and the ticket goes with it', async () => {
  const number = await asked(priya, marks());
  expect(await does(maria, number, 'withdrawal', { reason: 'x' })).toBe(404);
  expect(await does(joan, number, 'withdrawal', { reason: 'x' })).toBe(404);
  expect(await does(grant, number, 'withdrawal', { reason: 'She stays with grade 3.' })).toBe(200);
  expect(await does(grant, number, 'withdrawal', { reason: 'x' })).toBe(409);
  expect((await priya.get(`/api/tickets/${number}`)).body.state).toBe('cancelled');
  expect(await does(ines, number, 'approval')).toBe(409);
});

test('a right is changed and taken away by requests that name it, one at a time', async () => {
  const right = await given(marks());
  const change = { action: 'change', right, kind: 'attendance', why: 'x', from: day(0), until: day(90) };
  const number = await asked(priya, change);
  expect(
    (await priya.post('/api/rights/requests', { ...change, action: 'remove', until: undefined })).status,
  ).toBe(409);
  await does(ines, number, 'approval');
  await does(ines, number, 'completion');
  const gone = await asked(priya, { action: 'remove', right, why: 'She leaves.', from: day(0) });
  expect((await ines.get(`/api/tickets/${gone}`)).body.urgency).toBe('high');
  await does(ines, gone, 'approval');
  await does(ines, gone, 'completion');
  expect((await register(priya)).map((each: any) => each.id)).not.toContain(right);
  const [ended] = (await register(priya, 'ended=yes')).filter((each: any) => each.id === right);
  expect(ended).toMatchObject({ kind: 'attendance', stands: 'ended', until: { date: day(90) } });
  expect(ended.history.map((each: any) => each.action)).toEqual(['add', 'change', 'remove']);
});

test('an end comes back as one ticket, two weeks before; what nobody keeps is work when it is over', async () => {
  const kept = await given({ ...marks(), name: 'Kept', until: day(10) });
  const let_go = await given({ ...marks(), name: 'Gone', until: day(10) });
  const silent = await given({ ...marks(), name: 'Silent', until: day(10) });
  await given({ ...marks(), name: 'Later', until: day(60) });
  const look = () =>
    house.database.transact({ role: 'firstline_software', settings: { 'app.actor': 'job:rights' } }, db =>
      ender(() => house.clock.now).read(db, 0),
    );
  const about = async (right: number) =>
    (await register(priya, 'ended=all')).find((each: any) => each.id === right).under_way as number;
  await look();
  await look();
  const { rows } = await house.database.pool.query(
    `select count(*)::integer as count from rights_requests where right_id = any ($1) and state = 'ending'`,
    [[kept, let_go, silent]],
  );
  expect(rows[0].count).toBe(3);
  const ticket = (await priya.get(`/api/tickets/${await about(kept)}`)).body;
  expect(ticket).toMatchObject({ requester: { name: 'Priya Nair' }, messages: [], came: null });
  expect((await maya.get(`/api/tickets/${ticket.number}`)).status).toBe(404);
  expect((await priya.get(`/api/tickets/${ticket.number}/history`)).body.items[0].as).toBe('job:rights');

  const renewal = await about(kept);
  expect(await does(maria, renewal, 'keeping', { why: 'x', until: day(100) })).toBe(404);
  expect(await does(priya, renewal, 'keeping', { why: 'Still hers.', until: day(100) })).toBe(200);
  expect(await does(ines, renewal, 'approval')).toBe(200);
  expect(await does(ines, renewal, 'completion')).toBe(200);
  const released = await about(let_go);
  expect(await does(priya, released, 'release')).toBe(200);
  expect(await does(ines, released, 'completion')).toBe(200);

  await house.database.pool.query(
    `update rights set since = $2, until = $3, asked_until = $3 where id = $1`,
    [silent, day(-30), day(-1)],
  );
  await look();
  await look();
  const over = await about(silent);
  const request = (await ines.get(`/api/rights/requests/${over}`)).body;
  expect(request).toMatchObject({ action: 'remove', state: 'approved', asked: null, can: { done: true } });
  expect((await register(priya)).find((each: any) => each.id === silent).stands).toBe('over');
  expect(await does(priya, over, 'withdrawal', { reason: 'x' })).toBe(409);
  expect(await does(ines, over, 'completion')).toBe(200);
  const left = await register(priya, 'ended=all');
  const stands = (right: number) => left.find((each: any) => each.id === right).stands;
  expect([stands(kept), stands(let_go), stands(silent)]).toEqual(['held', 'ended', 'ended']);
});

test('who has left the school is marked in the register', async () => {
  const school = await alder();
  const { body: person } = await nadia.post(`/api/schools/${school}/people`, {
    name: 'Uma Lee',
    roles: ['member'],
  });
  const right = await given({ ...marks(), name: undefined, job: undefined, person: person.id });
  await nadia.patch(`/api/schools/${school}/people/${person.id}`, { left: true });
  const [marked] = await register(ines, `school=${school}&left=yes`);
  expect(marked).toMatchObject({ id: right, holder: { name: 'Uma Lee', left: true } });
});

test('the register is a file that no spreadsheet runs, and taking it is noted', async () => {
  await given({ ...marks(), name: '=cmd()' });
  const file = await ines.get('/api/rights/file?ended=all');
  expect(file.headers['content-type']).toContain('text/csv');
  expect(String(file.body)).toContain("'=cmd()");
  expect((await maya.get('/api/rights/file')).status).toBe(404);
  const own = await joan.get('/api/rights/file');
  expect(String(own.body)).not.toContain('cmd');
  const arun = await house.as('Arun Patel');
  const { items } = (await arun.get('/api/audit?about=exports')).body;
  expect(items[0].words).toContain('exported the register of rights');
});

test('an assignment never reaches who may not see it, and who loses the role loses the sight', async () => {
  const number = await asked(priya, marks());
  const agents = (await nadia.get('/api/agents')).body.items as { id: number; name: string }[];
  const of = (name: string) => agents.find(each => each.name === name)!.id;
  const give = async (agent: number) =>
    (await nadia.put(`/api/tickets/${number}/assignment`, { agent })).status;
  expect(await give(of('Maya Chen'))).toBe(422);
  expect(await give(of('Ines Roy'))).toBe(200);
  expect((await nadia.put(`/api/tickets/${number}/followers/${of('Maya Chen')}`, {})).status).toBe(404);
  const task = { text: 'x', assignee: of('Maya Chen') };
  expect((await nadia.post(`/api/tickets/${number}/tasks`, task)).status).toBe(422);
  const over = { from: of('Ines Roy'), to: String(of('Maya Chen')), state: ['all'] };
  await nadia.post('/api/hand-overs', over);
  expect((await nadia.get(`/api/tickets/${number}`)).body.assignee.name).toBe('Ines Roy');
  const arun = await house.as('Arun Patel');
  await arun.patch(`/api/agents/${of('Ines Roy')}`, { roles: ['agent'] });
  expect((await ines.get(`/api/tickets/${number}`)).status).toBe(404);
  expect((await ines.get('/api/tickets?assignee=me&request=rights')).body.items).toEqual([]);
  await arun.patch(`/api/agents/${of('Ines Roy')}`, { roles: ['agent', 'rights_keeper'] });
});

test('a right that is carried out after its last day is registered for the days that were asked for', async () => {
  const [asks, decides] = [await house.as('Priya Nair'), await house.as('Ines Roy')];
  const [from, until] = [day(1), day(3)];
  const number = await asked(asks, { ...marks(), from, until });
  expect(await does(decides, number, 'approval')).toBe(200);
  house.clock.advance(5 * 86_400_000);
  const later = await house.as('Ines Roy');
  expect(await does(later, number, 'completion')).toBe(200);
  const { right } = (await later.get(`/api/rights/requests/${number}`)).body;
  const line = (await register(later, 'ended=all')).find(({ id }: { id: number }) => id === right);
  expect([line.since.date, line.until.date]).toEqual([from, until]);
});
