import { closeMonths } from '#reports/server/statements/closing.ts';
import type { Answer, Client } from '../client.ts';
import type { House } from '../house.ts';
import { blind, hidden, told, type Attack, type Prey } from './attack.ts';

/** Statements: sums in which a school's tickets are, the month that runs and one that is closed. */

const running = '2026-11';
const closed = '2026-10';
const made = new WeakMap<House, Promise<unknown>>();

/** A month that is closed, with a broken promise of the prey in it. */
function lured(house: House, { school, number }: Prey): Promise<unknown> {
  const done = made.get(house) ?? lure(house, school, number);
  made.set(house, done);
  return done;
}

async function lure({ database, clock }: House, school: number, number: number): Promise<void> {
  await closeMonths({ database, clock: () => clock.now });
  const { pool } = database;
  await pool.query(
    `insert into statement_months values ($1, '2026-10-01T07:00Z', '2026-11-01T07:00Z', now(), now()) on conflict do nothing`,
    [closed],
  );
  await pool.query(
    `insert into statements (month, school_id, numbers, measure)
     select $1, s.id, $2::jsonb, $3::jsonb from (select id from schools where id = $4 union all select null) s
     on conflict do nothing`,
    [closed, JSON.stringify(numbers), JSON.stringify(measure), school],
  );
  await pool.query(
    `insert into statement_breaches values ($1, $2, 'response', $3, 'pen', 'P3', '2026-10-05T18:00Z', null, 20000, 14400, $4)
     on conflict do nothing`,
    [closed, number, school, JSON.stringify(reason)],
  );
}

const waited = { desk: 20_000, school: 0, level2: 0, closed_hours: 0 };
const kept = { in_time: 0, late: 1, met: 0, median: null, ninth: null };
const numbers = {
  volumes: { carried: 0, opened: 1, reopened: 0, solved: 0, ended: 0, open: 1 },
  clocks: { response: kept, resolution: kept },
  took: { response: [], resolution: [] },
  ...{ waited, by_priority: {}, by_category: {}, agreements: [1] },
};
const measure = {
  times: [{ since: '1970-01-01T00:00:00Z', zone: 'America/Vancouver', week: [] }],
  promises: [],
};
const reason = { waited, longest: null, paused: 0, opened_as: null, reopened: false };

/** What is of another school shows as the prey's words, its name, or a sum in which its ticket is. */
const onMonth = (
  route: string,
  call: (attacker: Client, prey: Prey) => Promise<Answer>,
  is_hidden = false,
): Attack => ({
  route,
  hidden: is_hidden,
  by: async (attacker, prey, house) => {
    await lured(house, prey);
    const answer = told(await call(attacker, prey));
    const asked = answer.text.includes(`"school":{"id":${prey.school},`);
    return asked ? { ...answer, text: prey.canary } : answer;
  },
});

const month = '/api/statements/:month';

export const attacks_on_statements: readonly Attack[] = [
  onMonth('GET /api/statements', me => me.get('/api/statements')),
  ...[running, closed].flatMap(which => [
    onMonth(`GET ${month}`, (me, { school }) => me.get(`/api/statements/${which}?school=${school}`)),
    onMonth(`GET ${month}/file`, (me, { school }) =>
      me.get(`/api/statements/${which}/file?school=${school}`),
    ),
    onMonth(`GET ${month}/paper`, (me, { school }) =>
      me.get(`/api/statements/${which}/paper?school=${school}`),
    ),
    onMonth(`GET ${month}`, me => me.get(`/api/statements/${which}`)),
  ]),
  blind('PUT /api/statements/look', me => me.put('/api/statements/look', { month: closed })),
  blind('GET /api/what-if', me => me.get('/api/what-if')),
  {
    route: 'POST /api/what-if',
    hidden: false,
    by: async (me, { canary }) => {
      const span = { from: '2026-11-01', until: '2026-11-23', targets: null, week: null };
      const own = (await me.get('/api/tickets/counts?state=all')).body.total as number;
      const { status, body } = await me.post('/api/what-if', span);
      // More tickets than one may see: those of others were counted.
      return { status, text: status === 200 && body.total > own ? canary : JSON.stringify(body) };
    },
  },
  blind('GET /api/how-fast', me => me.get('/api/how-fast')),
  hidden('GET /api/how-fast/publication', me => me.get('/api/how-fast/publication')),
  hidden('PUT /api/how-fast/publication', me =>
    me.put('/api/how-fast/publication', { shown: true, version: 99 }),
  ),
];
