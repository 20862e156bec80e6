import type pg from 'pg';
import type { FieldKind, Value } from '#tickets/rules/fields/field.ts';
import { category_ids } from '#tickets/rules/categories.ts';
import { insertRows, withoutIndexes, type Row } from './tables.ts';

/** What a desk puts on its tickets over the years: twenty tags on each, of two hundred, and thirty fields. */
export async function furnish(client: pg.ClientBase, by: number): Promise<void> {
  await tagTickets(client, by);
  await fillFields(client, by);
}

const tags = 200;
const tags_on_a_ticket = 20;

async function tagTickets(client: pg.ClientBase, by: number): Promise<void> {
  await client.query(
    `insert into tags (name, created_by, created_at)
     select 'tag ' || made, $1, now() from generate_series(1, ${tags}) as made`,
    [by],
  );
  await withoutIndexes(client, ['ticket_tags'], async () => {
    await client.query(
      `insert into ticket_tags (ticket_number, tag_id, added_by, added_at)
       select number, 1 + (number * 7 + place * 31) % ${tags}, $1, opened_at
       from tickets, generate_series(1, ${tags_on_a_ticket}) as place
       on conflict do nothing`,
      [by],
    );
  });
}

/** The kinds of the fields, by turns; every third field is the desk's alone. */
const kinds = ['text', 'choice', 'number', 'date', 'checkbox', 'text'] as const satisfies FieldKind[];
const field_ids = Array.from({ length: 30 }, (_, index) => index + 1);
const kindOf = (field: number) => kinds[field % kinds.length]!;
const isForSchool = (field: number) => field % 3 !== 0;
const choices = Array.from({ length: 8 }, (_, index) => ({
  id: `choice_${index}`,
  en: `Choice ${index}`,
  fr: `Choix ${index}`,
}));

const definitionOf = (field: number, by: number, now: Date): Row => ({
  id: field,
  kind: kindOf(field),
  name: { en: `Field ${field}`, fr: `Champ ${field}` },
  categories: category_ids,
  required: 'never',
  for_school: isForSchool(field),
  bounds: {},
  choices: kindOf(field) === 'choice' ? choices : [],
  place: field,
  made_by: by,
  made_at: now,
  changed_by: by,
  changed_at: now,
});

const written = ['printer', 'office', 'laptop', 'timetable', 'transcript', 'grade', 'mark', 'homeroom'];
const wordOf = (field: number, ticket: number) => written[(field * 5 + ticket) % written.length]!;

const valueOf: Record<(typeof kinds)[number], (field: number, ticket: number) => Value> = {
  text: (field, ticket) => `${wordOf(field, ticket)} ${ticket % 50}`,
  choice: (field, ticket) => choices[(field + ticket) % choices.length]!.id,
  number: (field, ticket) => (field * ticket) % 1000,
  date: (_, ticket) => `2026-${String(1 + (ticket % 12)).padStart(2, '0')}-15`,
  checkbox: () => true,
};

async function fillFields(client: pg.ClientBase, by: number): Promise<void> {
  const now = new Date();
  await insertRows(
    client,
    'fields',
    field_ids.map(field => definitionOf(field, by, now)),
  );
  await client.query(`select setval(pg_get_serial_sequence('fields', 'id'), $1)`, [field_ids.length]);
  const { rows } = await client.query<{ number: number; school_id: number }>(
    'select number, school_id from tickets',
  );
  await withoutIndexes(client, ['ticket_fields'], () =>
    insertRows(
      client,
      'ticket_fields',
      rows.flatMap(({ number, school_id }) =>
        (['school', 'desk'] as const).map(audience => filledIn(number, school_id, audience)),
      ),
    ),
  );
}

/** What a ticket's fields of one audience hold, and the words of its texts that a search finds. */
function filledIn(ticket_number: number, school_id: number, audience: 'school' | 'desk'): Row {
  const filled = field_ids.filter(field => isForSchool(field) === (audience === 'school'));
  const texts = filled.filter(field => kindOf(field) === 'text');
  return {
    ticket_number,
    school_id,
    audience,
    values: Object.fromEntries(filled.map(field => [field, valueOf[kindOf(field)](field, ticket_number)])),
    words: [...new Set(texts.map(field => wordOf(field, ticket_number)))].sort().join(' '),
  };
}
