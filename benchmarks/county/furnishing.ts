import type pg from 'pg';
import { withoutIndexes } from './tables.ts';

const tags = 200;
const tags_on_a_ticket = 20;

/** What a desk puts on its tickets over the years: twenty tags on each, of two hundred. */
export async function furnish(client: pg.ClientBase, by: number): Promise<void> {
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
