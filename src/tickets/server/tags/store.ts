import { and, asc, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import { onSeenTicket, readsInside, type Ctx } from '#accounts/server/acting.ts';
import type { Tag } from '../../rules/tags/tag.ts';
import { tickets } from '../tables.ts';
import { tags, ticket_tags } from './tables.ts';

/** Tags in SQL. A tag that was merged is read as the one that it stands for; its rows stay where they are. */

const root_of = (tag: string) => sql.raw(`coalesce(${tag}.stands_for, ${tag}.id)`);

/** The tags of a ticket, for a `select`: by name; none for a school. */
export const tagsOn = (ctx: Ctx, number: number | typeof tickets.number): SQL<Tag[]> =>
  readsInside(ctx)
    ? sql<Tag[]>`
      select coalesce(json_agg(json_build_object('id', r.id, 'name', r.name) order by lower(r.name)), '[]')
      from tags r where r.removed_at is null and r.id in (
        select ${root_of('t')} from ticket_tags tt join tags t on t.id = tt.tag_id
        where tt.ticket_number = ${number})`
    : sql<Tag[]>`select '[]'::json`;

/** What was put on a ticket, for the `select` of a list: ids alone, as their names are asked for once (`tagsBehind`). */
export const tagIdsOn = (ctx: Ctx): SQL<number[]> =>
  readsInside(ctx)
    ? sql<number[]>`array(select tt.tag_id from ticket_tags tt where tt.ticket_number = ${tickets.number})`
    : sql<number[]>`'{}'::integer[]`;

/** Tells the tags behind ids that were put on tickets: by name, and of several that were merged the one. */
export async function tagsBehind(
  { db }: Ctx,
  ids: Iterable<number>,
): Promise<(on: readonly number[]) => Tag[]> {
  const asked = [...new Set(ids)];
  if (asked.length === 0) return () => [];
  const { rows } = await db.execute<{ put: number[] } & Tag & Record<string, unknown>>(sql`
    select r.id, r.name, array_agg(t.id) as put
    from tags t join tags r on r.id = ${root_of('t')}
    where r.removed_at is null and t.id = any (${sql.param(asked)}::integer[])
    group by r.id order by lower(r.name)`);
  const tags = rows.map(({ id, name }) => ({ id, name }));
  const places = new Map(rows.flatMap(({ put }, place) => put.map(id => [id, place])));
  return on =>
    [...new Set(on.flatMap(id => places.get(id) ?? []))].sort((a, b) => a - b).map(place => tags[place]!);
}

/** Whether a ticket has one of these tags; a school asks in vain. */
export const hasTag = (ctx: Ctx, ids: readonly number[]): SQL =>
  readsInside(ctx)
    ? sql`exists (select from ticket_tags tt where tt.ticket_number = ${tickets.number} and tt.tag_id in (
        select t.id from tags t where ${inArray(root_of('t'), [...ids])}))`
    : sql`false`;

const standing = and(isNull(tags.removed_at), isNull(tags.stands_for));

export const selectTags = ({ db }: Ctx): Promise<Tag[]> =>
  db
    .select({ id: tags.id, name: tags.name })
    .from(tags)
    .where(standing)
    .orderBy(sql`lower(${tags.name})`, asc(tags.id));

export interface CountedTag extends Tag {
  open: number;
  all: number;
  merged: Tag[];
}

/** Every tag with its tickets counted, in one pass. */
export async function selectCounted(ctx: Ctx): Promise<CountedTag[]> {
  const { rows } = await ctx.db.execute<CountedTag & Record<string, unknown>>(sql`
    with counted as (
      select ${root_of('t')} as id, count(distinct tt.ticket_number)::integer as all,
        (count(distinct tt.ticket_number) filter (where k.ended_at is null))::integer as open
      from ticket_tags tt join tags t on t.id = tt.tag_id join tickets k on k.number = tt.ticket_number
      where ${onSeenTicket(ctx, sql`tt.ticket_number`)} group by 1)
    select r.id, r.name, coalesce(c.all, 0) as all, coalesce(c.open, 0) as open, (
        select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name) order by lower(m.name)), '[]')
        from tags m where m.stands_for = r.id) as merged
    from tags r left join counted c on c.id = r.id
    where r.removed_at is null and r.stands_for is null order by lower(r.name), r.id`);
  return rows;
}

export async function selectTag({ db }: Ctx, id: number) {
  const [row] = await db.select().from(tags).where(eq(tags.id, id)).for('update');
  return row;
}

/** The tags of these names, as they are read; those that are missing are made first. */
export async function makeTags({ db, who, now }: Ctx, names: readonly string[]): Promise<Tag[]> {
  if (names.length === 0) return [];
  await db.execute(sql`
    insert into tags (name, created_by, created_at)
    select name, ${who.person_id}::integer, ${now.toISOString()}::timestamptz
    from unnest(${sql.param(names)}::text[]) as name
    on conflict (lower(name)) where removed_at is null do nothing`);
  return namedTags({ db }, names);
}

export async function namedTags({ db }: Pick<Ctx, 'db'>, names: readonly string[]): Promise<Tag[]> {
  const { rows } = await db.execute<Tag & Record<string, unknown>>(sql`
    select distinct r.id, r.name from tags t join tags r on r.id = ${root_of('t')}
    where t.removed_at is null and lower(t.name) in (select lower(name) from unnest(${sql.param(names)}::text[]) as name)`);
  return rows;
}

/** Puts tags on a ticket; answers which weren't there. */
export async function putTags(
  { db, who, now }: Ctx,
  number: number,
  ids: readonly number[],
): Promise<number[]> {
  if (ids.length === 0) return [];
  const put = await db
    .insert(ticket_tags)
    .values(ids.map(tag_id => ({ ticket_number: number, tag_id, added_by: who.person_id, added_at: now })))
    .onConflictDoNothing()
    .returning({ id: ticket_tags.tag_id });
  return put.map(({ id }) => id);
}

/** Takes tags off a ticket, with those that stand for them; answers which rows went. */
export async function takeTags({ db }: Ctx, number: number, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.execute<{ tag_id: number }>(sql`
    delete from ticket_tags where ticket_number = ${number}
      and tag_id in (select t.id from tags t where t.id = any(${sql.param(ids)}::integer[]) or t.stands_for = any(${sql.param(ids)}::integer[]))
    returning tag_id`);
  return rows.map(({ tag_id }) => tag_id);
}

export async function tagsOf(ctx: Ctx, number: number): Promise<Tag[]> {
  const { rows } = await ctx.db.execute<{ tags: Tag[] }>(sql`select (${tagsOn(ctx, number)}) as tags`);
  return rows[0]!.tags;
}

/** The rows on a ticket as they are, merged or not. */
export async function rowsOn({ db }: Ctx, number: number): Promise<number[]> {
  const rows = await db
    .select({ id: ticket_tags.tag_id })
    .from(ticket_tags)
    .where(eq(ticket_tags.ticket_number, number));
  return rows.map(({ id }) => id);
}

export async function updateTag(
  { db }: Ctx,
  id: number,
  patch: Partial<Pick<typeof tags.$inferInsert, 'name' | 'stands_for'>>,
): Promise<void> {
  await db.update(tags).set(patch).where(eq(tags.id, id));
}

const withMerged = (id: number) => or(eq(tags.id, id), eq(tags.stands_for, id));

/** A tag goes and comes with those that were merged into it. */
export const markRemoved = ({ db }: Ctx, id: number, removed_at: Date | null): Promise<unknown> =>
  db.update(tags).set({ removed_at }).where(withMerged(id));

/** Whether a name of it, or of one that was merged into it, has become another tag's since it was removed. */
export async function namesTaken({ db }: Ctx, id: number): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select from tags t join tags o on lower(o.name) = lower(t.name) and o.id <> t.id and o.removed_at is null
    where (t.id = ${id} or t.stands_for = ${id}) and t.removed_at is not null limit 1`);
  return rows.length > 0;
}

/** What was merged into a tag is merged into what that is merged into now. */
export const passOn = ({ db }: Ctx, from: number, to: number): Promise<unknown> =>
  db.update(tags).set({ stands_for: to }).where(eq(tags.stands_for, from));
