import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';

let house: House;
let maria: Client, maya: Client, joan: Client;
beforeAll(async () => {
  house = await openHouse();
  maria = await house.as('Maria Santos');
  maya = await house.as('Maya Chen');
  joan = await house.as('Joan Whitehorse');
});
afterAll(() => house.close());

const asked = {
  subject: 'Slow today',
  description: 'Every page takes a minute.',
  category: 'performance',
  impact: 'one_person',
  urgency: 'low',
};
const environment = { browser: 'Chrome 141', system: 'Windows 10', page: '/tickets/1017' };

test('what a question was asked with is told to its school and to the desk, and to nobody else', async () => {
  const { body } = await maria.post('/api/tickets', { ...asked, environment });
  expect(body.environment).toEqual(environment);
  expect((await maya.get(`/api/tickets/${body.number}`)).body.environment).toEqual(environment);
  expect((await joan.get(`/api/tickets/${body.number}`)).status).toBe(404);
});

test('a question without it is just as good', async () => {
  const { status, body } = await maria.post('/api/tickets', asked);
  expect([status, body.environment]).toEqual([201, null]);
});

test.each([
  ['a query with what somebody typed', { ...environment, page: '/tickets?q=Joan' }],
  ['another site’s page', { ...environment, page: 'https://elsewhere.example/' }],
  ['a long line', { ...environment, browser: 'x'.repeat(201) }],
  ['a part alone', { browser: 'Chrome 141' }],
])('%s is refused', async (_, given) => {
  expect((await maria.post('/api/tickets', { ...asked, environment: given })).status).toBe(422);
});

test('a preview is what the message will be, from the one sanitiser, and nothing is kept of it', async () => {
  const text = '**Bold** <script>alert(1)</script>\n\n- one';
  const { status, body } = await maria.post('/api/previews', { text });
  expect(status).toBe(200);
  const { body: ticket } = await maria.post('/api/tickets', { ...asked, description: text });
  expect(body.html).toBe(ticket.messages[0].html);
  expect(body.html).not.toContain('<script');
  const key = { 'idempotency-key': 'preview-1' };
  await maria.post('/api/previews', { text }, key);
  const kept = await house.database.pool.query("select from answered_requests where key = 'preview-1'");
  expect(kept.rowCount).toBe(0);
});

test('a preview is for those who are signed in, and of a text of some length', async () => {
  expect((await house.anyone.post('/api/previews', { text: 'x' })).status).toBe(401);
  expect((await maria.post('/api/previews', { text: '' })).status).toBe(422);
  expect((await maria.post('/api/previews', { text: 'x'.repeat(100_001) })).status).toBe(422);
});
