import { and, asc, count, eq, inArray, isNull, sql, type AnyColumn, type SQL } from 'drizzle-orm';
import { people } from '#accounts/server/accounts.ts';
import { readsInside, visibleTo, type Ctx } from '#accounts/server/acting.ts';
import type { Category } from '../../rules/categories.ts';
import type { Choice, FieldKind, Value, Values } from '../../rules/fields/field.ts';
import { foldWords } from '#platform/text/fold.ts';
import type { TicketRow } from '../tables.ts';
import { fields, ticket_fields, type FieldRow } from './tables.ts';

/** All SQL of custom fields: what they are, and what tickets hold in them. */

/** The first wall: what is the desk's alone is none of a school's. */
const known = (ctx: Ctx): SQL | undefined => (readsInside(ctx) ? undefined : eq(fields.for_school, true));

/** The fields that are filled in now, in their order. */
export const selectFields = (ctx: Ctx, category?: Category): Promise<FieldRow[]> =>
  ctx.db
    .select()
    .from(fields)
    .where(
      and(
        isNull(fields.removed_at),
        known(ctx),
        category && sql`${category}::text = any (${fields.categories})`,
      ),
    )
    .orderBy(asc(fields.place), asc(fields.id));

/** Some of them, removed ones too. */
export const selectFieldsBy = (ctx: Ctx, ids: readonly number[]): Promise<FieldRow[]> =>
  ctx.db
    .select()
    .from(fields)
    .where(and(inArray(fields.id, [...ids]), known(ctx)))
    .orderBy(asc(fields.place), asc(fields.id));

/** One field, held until the transaction ends. */
export async function holdField(ctx: Ctx, id: number): Promise<FieldRow | undefined> {
  const [row] = await ctx.db
    .select()
    .from(fields)
    .where(and(eq(fields.id, id), known(ctx)))
    .for('update');
  return row;
}

/** How many there are, and the place after the last. Saving waits its turn, so that two do not both find room. */
export async function roomFor({ db }: Ctx): Promise<{ count: number; place: number }> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('fields'))`);
  const [row] = await db
    .select({ count: count(), place: sql<number>`coalesce(max(${fields.place}), 0)::integer + 1` })
    .from(fields)
    .where(isNull(fields.removed_at));
  return row!;
}

export type FieldDefinition = Omit<
  FieldRow,
  'id' | 'place' | 'made_by' | 'made_at' | 'changed_by' | 'changed_at' | 'removed_at'
>;

export async function insertField(
  { db, who, now }: Ctx,
  field: FieldDefinition & { place: number },
): Promise<FieldRow> {
  const by = { made_by: who.person_id, made_at: now, changed_by: who.person_id, changed_at: now };
  const [row] = await db
    .insert(fields)
    .values({ ...field, ...by })
    .returning();
  return row!;
}

export async function updateField(
  { db, who, now }: Ctx,
  id: number,
  patch: Partial<FieldDefinition & Pick<FieldRow, 'removed_at'>>,
): Promise<FieldRow> {
  const [row] = await db
    .update(fields)
    .set({ ...patch, changed_by: who.person_id, changed_at: now })
    .where(eq(fields.id, id))
    .returning();
  return row!;
}

/** Gives every field the place that it has in this order. */
export const placeFields = ({ db }: Ctx, ids: readonly number[]) =>
  db.execute(sql`
    update fields f set place = o.place from unnest(${sql.param(ids)}::integer[]) with ordinality o (id, place)
    where f.id = o.id`);

/** Whether any ticket holds a value of this field, or could get one back by undoing. */
export async function isHeld({ db }: Ctx, id: number): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select from ticket_fields f where f.values ? ${String(id)}::text
    union all
    select from changes c where c.way = 'fields' and c.undone_at is null and c.before ? ${String(id)}::text
    limit 1`);
  return rows.length > 0;
}

/** Of these people, those who are at the school. */
export async function selectPresent(
  ctx: Ctx,
  school: number,
  ids: readonly number[],
): Promise<{ id: number; name: string }[]> {
  if (ids.length === 0) return [];
  return ctx.db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(atSchool(ctx, school), inArray(people.id, [...ids])));
}

/** Of these people, those who are at a school, and at which. */
export const selectSchoolsOf = ({ db }: Ctx, ids: readonly number[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .select({ id: people.id, school_id: people.school_id })
        .from(people)
        .where(and(inArray(people.id, [...ids]), isNull(people.left_at)));

/** Whom tickets name in fields for a person, each once for a field, with her school; what the list can be asked for. */
export async function selectNamed({ db }: Ctx, most: number): Promise<NamedInField[]> {
  const { rows } = await db.execute<NamedInField>(sql`
    select distinct on (lower(p.name), p.id, d.id) d.id as field, p.id, p.name, s.code as school
    from fields d join ticket_fields f on f.values ? d.id::text
      join people p on p.id = (f.values ->> d.id::text)::integer left join schools s on s.id = p.school_id
    where d.kind = 'person' and d.removed_at is null
    order by lower(p.name), p.id, d.id limit ${most}`);
  return rows;
}
interface NamedInField {
  field: number;
  id: number;
  name: string;
  school: string | null;
  [column: string]: unknown;
}

/** Everybody who is at a school, by name. */
export const selectPeopleAt = (ctx: Ctx, school: number) =>
  ctx.db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(atSchool(ctx, school))
    .orderBy(asc(sql`lower(${people.name})`), asc(people.id));

const atSchool = (ctx: Ctx, school: number) =>
  and(eq(people.school_id, school), isNull(people.left_at), visibleTo(ctx, people.school_id));

/** Names of people, also of those who have left. */
export async function selectNames({ db }: Ctx, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

type OfTicket = Pick<TicketRow, 'number' | 'school_id'>;
type Audience = 'school' | 'desk';

const readBy = (ctx: Ctx): SQL | undefined =>
  readsInside(ctx) ? undefined : eq(ticket_fields.audience, 'school');

/** What a ticket holds, as far as this person may read it. */
export async function selectValues(ctx: Ctx, number: number): Promise<Record<string, Value>> {
  const rows = await ctx.db
    .select({ values: ticket_fields.values })
    .from(ticket_fields)
    .where(
      and(eq(ticket_fields.ticket_number, number), visibleTo(ctx, ticket_fields.school_id), readBy(ctx)),
    );
  return Object.assign({}, ...rows.map(({ values }) => values)) as Record<string, Value>;
}

/** The same of each row of a query on tickets, for the desk. */
export const heldOn = (number: AnyColumn): SQL<Record<string, Value>> => sql<Record<string, Value>>`(
  select coalesce(json_object_agg(v.key, v.value), '{}')
  from ticket_fields f cross join jsonb_each(f.values) v where f.ticket_number = ${number})`;

/** What a new ticket holds for one audience. A school may do this, and no more. */
export const insertValues = (ctx: Ctx, ticket: OfTicket, audience: Audience, written: Written) =>
  ctx.db.insert(ticket_fields).values(rowOf(ticket, audience, written));

/** What a ticket holds for one audience from now on. */
export const writeValues = (ctx: Ctx, ticket: OfTicket, audience: Audience, written: Written) => {
  const { values, words } = rowOf(ticket, audience, written);
  return ctx.db
    .insert(ticket_fields)
    .values(rowOf(ticket, audience, written))
    .onConflictDoUpdate({
      target: [ticket_fields.ticket_number, ticket_fields.audience],
      set: { values, words },
    });
};

/** Values, and the texts among them that the search finds. */
export interface Written {
  values: Values;
  texts: readonly string[];
}

const rowOf = ({ number, school_id }: OfTicket, audience: Audience, { values, texts }: Written) => ({
  ticket_number: number,
  school_id,
  audience,
  values,
  words: sql`array_to_tsvector(${sql.param(foldWords(texts.join('\n')))}::text[])`,
});

/** What a ticket's field holds, with what its words are made of. */
export interface FilledRow {
  id: number;
  name: FieldRow['name'];
  kind: FieldKind;
  choices: Choice[];
  value: Value;
  person: string | null;
  inside: boolean;
  removed: boolean;
}

/** A ticket's filled fields in their order, as JSON; for a query that asks more. */
export const filledOn = (ctx: Ctx, number: number): SQL => sql`
  select coalesce(json_agg(json_build_object('id', ${fields.id}, 'name', ${fields.name}, 'kind', ${fields.kind},
    'choices', ${fields.choices}, 'value', v.value, 'person', p.name,
    'inside', not ${fields.for_school}, 'removed', ${fields.removed_at} is not null)
    order by ${fields.place}, ${fields.id}), '[]')
  from ${ticket_fields}
    cross join jsonb_each(${ticket_fields.values}) v
    join ${fields} on ${fields.id} = v.key::integer
    left join people p on p.id = case when ${fields.kind} = 'person' then (v.value #>> '{}')::integer end
  where ${ticket_fields.ticket_number} = ${number} and ${visibleTo(ctx, ticket_fields.school_id)}
    and ${and(readBy(ctx), known(ctx)) ?? sql`true`}`;
