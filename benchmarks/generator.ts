import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { measurer } from '#tickets/server/measures/measuring.ts';
import { noticer } from '#tickets/server/notices/noticing.ts';
import { diceOf } from './county/dice.ts';
import { furnish } from './county/furnishing.ts';
import { historyOf, type History } from './county/histories.ts';
import { agents, settlement } from './county/people.ts';
import { continueNumbers, insertRows, withoutIndexes, type Row } from './county/tables.ts';

/** Raised whenever other rows are made, so that kept counties of before are not used again. */
export const edition = 5;

const seed = 2026;
const years_ms = 2 * 365 * 24 * 3_600_000;
const first_number = 1001;
const tickets_at_once = 250;

/**
 * Fills a migrated, empty database: 300 schools, 600 people, 12 agents, and tickets of two years until `now`, each
 * time the same. As the owner, with triggers and foreign keys off. Then vacuums, as a server would have by itself.
 */
export async function fillCounty(client: pg.PoolClient, tickets: number, now: Date): Promise<void> {
  const dice = diceOf(seed);
  const since = new Date(now.getTime() - years_ms);
  await client.query(`set session_replication_role = replica`);
  for (const [table, rows] of Object.entries(await settlement(dice, since)))
    await insertRows(client, table, rows);
  const events: History['events'] = [];
  await withoutIndexes(client, ['tickets', 'replies', 'notes', 'events'], async () => {
    for (let made = 0; made < tickets; made += tickets_at_once) {
      const count = Math.min(tickets_at_once, tickets - made);
      const opened = (index: number) =>
        new Date(since.getTime() + ((made + index + dice.roll()) / tickets) * years_ms);
      const histories = Array.from({ length: count }, (_, index) =>
        historyOf(dice, first_number + made + index, opened(index), now),
      );
      await insertRows(
        client,
        'tickets',
        histories.map(({ ticket }) => ticket),
      );
      await insertRows(
        client,
        'replies',
        histories.flatMap(({ replies }) => replies),
      );
      await insertRows(
        client,
        'notes',
        histories.flatMap(({ notes }) => notes),
      );
      for (const history of histories) events.push(...history.events);
    }
    await insertRows(client, 'events', numbered(events));
  });
  await furnish(client, agents[0]!.id);
  await finish(client, events.length);
}

/** In the order of their instants: as they would have been told. */
const numbered = (events: History['events']): Row[] =>
  events
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map((event, index) => ({ position: index + 1, ...event }));

/**
 * The numbers go on after these rows, and the readers have read all of it, as on a server that was there in these two
 * years: every ticket is measured. What else they would have left (seals, notices) is left out.
 */
async function finish(client: pg.PoolClient, events: number): Promise<void> {
  await client.query(`set session_replication_role = origin`);
  for (const table of ['schools', 'people', 'logins']) await continueNumbers(client, table, 'id');
  await continueNumbers(client, 'tickets', 'number');
  await client.query(`select setval('event_positions', $1)`, [Math.max(events, 1)]);
  await client.query('select write_ledgers_from_story()');
  for (let position = 0; position < events;) position = await measurer.read(drizzle(client), position);
  await client.query(`insert into event_readers (name, position) select unnest($1::text[]), $2`, [
    ['seals', ...[noticer, measurer].map(({ name }) => name)],
    events,
  ]);
  await client.query('vacuum (analyze)');
  await client.query('checkpoint');
}
