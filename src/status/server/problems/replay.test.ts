import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientOf, type Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';

/**
 * N19: forty people of 25 schools have the same problem within ten minutes. A fixed secretary asks in her own words and
 * says "me too" when the card is shown; an agent gathers the first tickets, and the coordinator publishes the problem.
 */

let house: House;
let maya: Client, nadia: Client;
const askers: { client: Client; school: number }[] = [];
beforeAll(async () => {
  house = await openHouse();
  [maya, nadia] = [await house.as('Maya Chen'), await house.as('Nadia Petrov')];
  const { pool } = house.database;
  for (let place = 0; place < 26; place++) {
    const { rows } = await pool.query(
      `insert into schools (code, name, zone, created_at, trained_from, stage1_from)
       values ($1, $2, 'America/Vancouver', $3, '2026-01-01', '2026-01-01') returning id`,
      [`R${place}`, `Replay school ${place}`, house.clock.now],
    );
    await people(rows[0].id, place < 15 ? 2 : 1);
  }
});
afterAll(() => house.close());

/** People of a school behind one login, each signed in. */
async function people(school: number, count: number): Promise<void> {
  const { pool } = house.database;
  const now = house.clock.now;
  const login = await pool.query(
    `insert into logins (username, school_id, password_hash, created_at) values ($1, $2, 'none', $3) returning id`,
    [`replay${school}`, school, now],
  );
  for (let place = 0; place < count; place++) {
    const person = await pool.query(
      `insert into people (name, school_id, roles, created_at) values ($1, $2, '{member}', $3) returning id`,
      [`Asker ${school} ${place}`, school, now],
    );
    const secret = randomBytes(32).toString('base64url');
    await pool.query(
      `insert into sessions (token_hash, login_id, person_id, created_at, seen_at, expires_at)
       values ($1, $2, $3, $4, $4, $5)`,
      [
        createHash('sha256').update(secret).digest(),
        login.rows[0].id,
        person.rows[0].id,
        now,
        new Date(now.getTime() + 86_400_000),
      ],
    );
    askers.push({ client: clientOf(house.app, { cookie: `firstline=${secret}` }), school });
  }
}

/** What they type: half sentences, typing errors, both languages. */
const asked = [
  ['Report cards print white', 'Preview is ok but the printed pages are white.'],
  ['printing report card gives empty pages', 'All white'],
  ['Report cards come out blank', 'The pages stay white when we print them'],
  ['white pages!!', 'we want to print report cards for grade 7, only white pages'],
  ['Bulletins blancs à l’impression', 'Nos bulletins s’impriment en pages blanches.'],
  ['cant print report cards', 'printer works with other things, these pages are white'],
  ['report card printing problem', 'pages are white since this morning'],
  ['Nothing on the printed report cards', 'it prints white pages'],
] as const;

test('one problem, at most five new tickets once its card is up, and nobody outside its audience sees it', async () => {
  const base = '/api/status/notices';
  let shown = 0;
  let notice: string | undefined;
  const tickets: number[] = [];
  let after_card = 0;
  const outsider = askers.at(-1)!;
  const forty = askers.slice(0, 40);
  expect(new Set(forty.map(({ school }) => school)).size).toBe(25);
  for (const [place, { client }] of forty.entries()) {
    const [subject, description] = asked[place % asked.length]!;
    const match = (await client.post('/api/status/matches', { title: subject, text: description })).body
      .notice;
    if (match) {
      expect(match.id).toBe(notice);
      const said = await client.put(`${base}/${match.id}/me-too`, {
        browser: 'Edge 140',
        system: 'Windows 11',
      });
      expect(said.status).toBe(200);
      shown++;
    } else {
      const about = { category: 'printing_reports', impact: 'one_office_or_class', urgency: 'normal' };
      const { body, status } = await client.post('/api/tickets', { ...about, subject, description });
      expect(status).toBe(201);
      tickets.push(body.number);
      if (notice) {
        after_card++;
        await maya.put(`/api/tickets/${body.number}/problem`, { notice });
      }
    }
    if (tickets.length === 4 && !notice) notice = await know(tickets);
    house.clock.advance(15_000);
  }
  expect(after_card).toBeLessThanOrEqual(5);
  const { inside } = (await nadia.get(`${base}/${notice}`)).body;
  expect(inside).toMatchObject({ tickets: 4 + after_card, me_toos: shown, affected_schools: 25 });
  expect(inside.tickets + inside.me_toos).toBe(40);
  expect(
    (await nadia.get(`${base}?kind=known_problem`)).body.items.filter(
      (each: { id: string }) => each.id === notice,
    ),
  ).toHaveLength(1);
  expect((await outsider.client.get(`${base}/${notice}`)).status).toBe(404);
  expect(
    (await outsider.client.post('/api/status/matches', { title: asked[0][0], text: asked[0][1] })).body
      .notice,
  ).toBeNull();
});

/** The agent gathers the first tickets into a draft; the coordinator publishes it for the schools of the forty. */
async function know(tickets: readonly number[]): Promise<string> {
  const schools = [...new Set(askers.slice(0, 40).map(({ school }) => school))];
  const { body } = await maya.post('/api/status/notices', {
    ...{ kind: 'known_problem', system: 4, severity: 'partly', for: { kind: 'some', schools } },
    title: 'Report cards print as white pages',
    text: 'The preview is right, but the printed pages are white. Les bulletins s’impriment en pages blanches.',
  });
  await maya.post(`/api/status/notices/${body.id}/tickets`, { tickets });
  const { status } = await nadia.post(`/api/status/notices/${body.id}/publication`, { edition: 1 });
  expect(status).toBe(200);
  return body.id;
}
