import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { events } from '#accounts/server/story/story.ts';
import * as drafts from '#accounts/server/drafts/tables.ts';
import * as keys from '#accounts/server/keys/tables.ts';
import * as several from '#accounts/server/several/tables.ts';
import * as igroup from '#accounts/server/igroup/tables.ts';
import * as accounts from '#accounts/server/tables.ts';
import * as agreements from '#agreements/server/tables.ts';
import * as announcements from '#schools/server/announcements/tables.ts';
import * as configuration from '#configuration/server/tables.ts';
import * as drawings from '#drawing/server/tables.ts';
import * as exceptions from '#exceptions/server/tables.ts';
import * as forum from '#forum/server/tables.ts';
import * as guide from '#guide/server/tables.ts';
import * as knowledge from '#knowledge/server/tables.ts';
import { exports } from '#reports/server/exports/tables.ts';
import * as statements from '#reports/server/statements/tables.ts';
import * as facts from '#schools/server/facts/tables.ts';
import * as training from '#schools/server/training/tables.ts';
import * as importing from '#schools/server/importing/tables.ts';
import { handovers } from '#schools/server/people/tables.ts';
import * as reviews from '#schools/server/reviews/tables.ts';
import { steps_put_off } from '#schools/server/set-up/tables.ts';
import * as status from '#status/server/tables.ts';
import * as rights from '#rights/server/tables.ts';
import * as schools from '#schools/server/tables.ts';
import * as accesses from '#tickets/server/accesses/tables.ts';
import * as absences from '#tickets/server/absences/tables.ts';
import * as bulks from '#tickets/server/bulks/tables.ts';
import * as course from '#tickets/server/course/tables.ts';
import * as colleagues from '#tickets/server/colleagues/tables.ts';
import * as tags from '#tickets/server/tags/tables.ts';
import * as messages from '#tickets/server/messages/tables.ts';
import * as opening from '#tickets/server/opening/tables.ts';
import * as handing from '#tickets/server/handing/tables.ts';
import * as fields from '#tickets/server/fields/tables.ts';
import * as templates from '#tickets/server/templates/tables.ts';
import * as checklists from '#tickets/server/checklists/tables.ts';
import * as followers from '#tickets/server/followers/tables.ts';
import * as snoozes from '#tickets/server/snoozes/tables.ts';
import * as tasks from '#tickets/server/tasks/tables.ts';
import * as joining from '#tickets/server/joining/tables.ts';
import * as emergency from '#tickets/server/emergency/tables.ts';
import * as macros from '#tickets/server/macros/tables.ts';
import * as measures from '#tickets/server/measures/tables.ts';
import * as stored from '#tickets/server/stored/tables.ts';
import * as notices from '#tickets/server/notices/tables.ts';
import * as readings from '#tickets/server/readings/tables.ts';
import * as slips from '#tickets/server/slips/tables.ts';
import * as tickets from '#tickets/server/tables.ts';
import { outgoing } from '#tickets/server/sending/tables.ts';
import { changes } from '#tickets/server/undo/tables.ts';
import * as uploads from '#tickets/server/uploads/tables.ts';
import { openHouse, type House } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const everything: unknown[] = Object.values({
  ...accounts,
  ...keys,
  ...several,
  ...igroup,
  ...schools,
  ...importing,
  handovers,
  steps_put_off,
  ...reviews,
  ...tickets,
  events,
  outgoing,
  changes,
  ...bulks,
  ...colleagues,
  ...course,
  ...absences,
  ...handing,
  ...joining,
  ...announcements,
  ...facts,
  ...training,
  ...drafts,
  ...agreements,
  ...status,
  ...messages,
  ...opening,
  ...stored,
  ...tags,
  ...fields,
  ...templates,
  ...macros,
  ...emergency,
  ...uploads,
  ...notices,
  ...readings,
  ...slips,
  ...checklists,
  ...tasks,
  ...followers,
  ...snoozes,
  ...measures,
  exports,
  ...statements,
  ...configuration,
  ...exceptions,
  ...knowledge,
  ...forum,
  ...drawings,
  ...guide,
  ...accesses,
  ...rights,
});
const tables = everything.filter(value => is(value, PgTable));

interface Column {
  name: string;
  type: string;
  required: boolean;
}

const kinds: Record<string, string> = {
  timestamptz: 'timestamp with time zone',
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  bool: 'boolean',
};

test.each(tables.map(table => [getTableName(table), table] as const))(
  'the table %s is what the migrations made',
  async (name, table) => {
    const { rows } = await house.database.pool.query<Column>(
      `select column_name as name, udt_name as type, is_nullable = 'NO' as required
     from information_schema.columns where table_name = $1 and table_schema = current_schema()`,
      [name],
    );
    const made = new Map(rows.map(row => [row.name, row]));
    for (const column of Object.values(getTableColumns(table))) {
      const there = made.get(column.name);
      const type = there?.type.replace(/^_/, '');
      const made_of = `${kinds[type ?? ''] ?? type}${there?.type.startsWith('_') ? '[]' : ''}`;
      const named = column.getSQLType().replace(/\(.*\)/, '');
      expect(`${column.name} ${named}`).toBe(`${column.name} ${made_of}`);
      expect(`${column.name} ${column.notNull}`).toBe(`${column.name} ${there?.required}`);
    }
  },
);

test('what hangs on a ticket is hidden with it from who of the desk may not see it', async () => {
  const { rows } = await house.database.pool.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = current_schema() and c.column_name = 'ticket_number' and t.table_type = 'BASE TABLE'
       and c.table_name <> 'rights_requests' and not exists (
         select from pg_policies p where p.tablename = c.table_name and p.policyname = 'of_seen_ticket')`,
  );
  expect(rows).toEqual([]);
});
