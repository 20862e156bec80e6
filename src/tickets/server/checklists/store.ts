import { and, asc, count, eq, inArray, isNull, ne, sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import type { Db } from '#platform/db/database.ts';
import type { Words } from '#platform/schemas.ts';
import { tickets } from '../tables.ts';
import { checklist_items, checklists } from './tables.ts';

/** Checklists and what of them stands on tickets: all SQL of this folder. */

export type ChecklistRow = typeof checklists.$inferSelect;
export type ItemRow = typeof checklist_items.$inferSelect;

export const selectChecklists = ({ db }: Pick<Ctx, 'db'>): Promise<ChecklistRow[]> =>
  db
    .select()
    .from(checklists)
    .where(isNull(checklists.removed_at))
    .orderBy(sql`lower(${checklists.name})`);

export async function selectChecklist({ db }: Ctx, id: number): Promise<ChecklistRow | undefined> {
  const [row] = await db.select().from(checklists).where(eq(checklists.id, id)).for('update');
  return row;
}

/** Whether another checklist is called so. */
export async function nameTaken({ db }: Ctx, name: string, but = 0): Promise<boolean> {
  const same = and(
    sql`lower(${checklists.name}) = lower(${name})`,
    isNull(checklists.removed_at),
    ne(checklists.id, but),
  );
  return (await db.select({ id: checklists.id }).from(checklists).where(same).limit(1)).length > 0;
}

type Kept = Pick<ChecklistRow, 'name' | 'categories' | 'items'>;

export async function insertChecklist({ db, who, now }: Ctx, kept: Kept): Promise<ChecklistRow> {
  const by = { created_by: who.person_id, created_at: now, changed_by: who.person_id, changed_at: now };
  const [row] = await db
    .insert(checklists)
    .values({ ...kept, ...by })
    .returning();
  return row!;
}

export async function updateChecklist(
  { db, who, now }: Ctx,
  id: number,
  change: Partial<Kept & Pick<ChecklistRow, 'removed_at'>>,
): Promise<ChecklistRow> {
  const [row] = await db
    .update(checklists)
    .set({ ...change, changed_by: who.person_id, changed_at: now })
    .where(eq(checklists.id, id))
    .returning();
  return row!;
}

const onTicket = (number: number) =>
  and(eq(checklist_items.ticket_number, number), isNull(checklist_items.removed_at));

/** What stands on a ticket's checklist, in its order. */
export const selectItems = ({ db }: Ctx, number: number): Promise<ItemRow[]> =>
  db
    .select()
    .from(checklist_items)
    .where(onTicket(number))
    .orderBy(asc(checklist_items.place), asc(checklist_items.id));

export async function countItems({ db }: Ctx, number: number): Promise<number> {
  const [row] = await db.select({ count: count() }).from(checklist_items).where(onTicket(number));
  return row!.count;
}

type NewItem = Pick<ItemRow, 'text' | 'required_before_solving'>;

export async function insertItem({ db, who, now }: Ctx, number: number, item: NewItem): Promise<ItemRow> {
  const place = sql<number>`(select coalesce(max(place), 0) + 1 from checklist_items where ticket_number = ${number})`;
  const [row] = await db
    .insert(checklist_items)
    .values({ ...item, ticket_number: number, place, added_by: who.person_id, added_at: now })
    .returning();
  return row!;
}

export const updateItems = (
  { db }: Pick<Ctx, 'db'>,
  ids: readonly number[],
  change: Partial<ItemRow>,
): Promise<unknown> =>
  db
    .update(checklist_items)
    .set(change)
    .where(inArray(checklist_items.id, [...ids]));

interface Giving {
  number: number;
  /** Which checklists: those of the ticket's category that there were at an instant, or one. */
  which: { of_its_category_at: Date } | { id: number };
  by: number | null;
  at: Date;
}

/** Puts the items of checklists on a ticket, behind what is there; an item that stands there already is not put twice. */
export async function giveItems(db: Db, { number, which, by, at }: Giving): Promise<{ id: number }[]> {
  const chosen: SQL =
    'id' in which
      ? sql`c.id = ${which.id}`
      : sql`t.category = any (c.categories) and c.removed_at is null and t.ended_at is null
          and c.created_at <= ${which.of_its_category_at.toISOString()}::timestamptz`;
  const { rows } = await db.execute<{ id: number }>(sql`
    insert into checklist_items (ticket_number, checklist_id, list, text, required_before_solving, place, added_by, added_at)
    select t.number, c.id, c.name, i.item -> 'text', (i.item -> 'required_before_solving')::boolean,
      (select coalesce(max(place), 0) from checklist_items where ticket_number = t.number)
        + row_number() over (order by lower(c.name), i.place),
      ${by}::integer, ${at.toISOString()}::timestamptz
    from ${tickets} t, checklists c, jsonb_array_elements(c.items) with ordinality i (item, place)
    where t.number = ${number} and ${chosen} and not exists (
      select from checklist_items o where o.ticket_number = t.number and o.checklist_id = c.id
        and o.text = i.item -> 'text' and o.removed_at is null)
    returning id`);
  return rows.map(({ id }) => ({ id: Number(id) }));
}

/** A ticket's checklist for its page: see beside.ts. */
export const checklistOn = (number: number): SQL => sql`
  select coalesce(json_agg(json_build_object('id', i.id, 'list', i.list, 'text', i.text,
    'required_before_solving', i.required_before_solving, 'ticked_by', i.ticked_by, 'ticked_by_name', p.name,
    'ticked_at', i.ticked_at) order by i.place, i.id), '[]')
  from checklist_items i left join people p on p.id = i.ticked_by
  where i.ticket_number = ${number} and i.removed_at is null`;

export interface BesideItem extends Pick<ItemRow, 'id' | 'list' | 'required_before_solving' | 'ticked_by'> {
  text: Words;
  ticked_by_name: string | null;
  ticked_at: string | null;
}
