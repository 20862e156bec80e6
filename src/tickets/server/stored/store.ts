import { and, asc, eq, inArray, isNotNull, isNull, lt, ne, or, sql, type SQL } from 'drizzle-orm';
import { people, teams } from '#accounts/server/accounts.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import { schools } from '#schools/server/schools.ts';
import type { BuiltInView } from '../../rules/lists/order.ts';
import type { Known, ViewCounts } from '../../rules/lists/view.ts';
import type { Filters } from '../../rules/lists/asking.ts';
import { whereOf } from '../filters.ts';
import { selectFieldsBy } from '../fields/store.ts';
import { tickets } from '../tables.ts';
import { tags } from '../tags/tables.ts';
import { visibleTo } from '#accounts/server/acting.ts';
import { ownOpenTasks } from '../tasks/store.ts';
import { views } from './tables.ts';

/** Stored queries in SQL, and what they count. */

/** The first wall: one's own views and those that are shared. */
const seen = ({ who, code_wall }: Ctx): SQL | undefined =>
  code_wall ? or(views.shared, eq(views.owner_id, who.person_id)) : undefined;

const columns = {
  id: views.id,
  name: views.name,
  shared: views.shared,
  query: views.query,
  removed_at: views.removed_at,
  owner: { id: people.id, name: people.name },
};

const most_listed = 500;

/** What a person has and others share, her own first, by name. */
export const selectViews = (ctx: Ctx) =>
  ctx.db
    .select(columns)
    .from(views)
    .innerJoin(people, eq(people.id, views.owner_id))
    .where(and(isNull(views.removed_at), seen(ctx)))
    .orderBy(sql`(${views.owner_id} <> ${ctx.who.person_id})`, sql`lower(${views.name})`, asc(views.id))
    .limit(most_listed);

export type ViewRow = Awaited<ReturnType<typeof selectViews>>[number];

export async function selectView(ctx: Ctx, id: number): Promise<ViewRow | undefined> {
  const [row] = await ctx.db
    .select(columns)
    .from(views)
    .innerJoin(people, eq(people.id, views.owner_id))
    .where(and(eq(views.id, id), seen(ctx)));
  return row;
}

/** Holds a person's views, so that two savings at once do not both find room. */
export const holdOwner = ({ db }: Ctx, owner: number) =>
  db.select({ id: people.id }).from(people).where(eq(people.id, owner)).for('no key update');

/** How many views a person has beside this one, and whether one of them is called so. */
export async function othersOf({ db }: Ctx, owner: number, name: string, id = 0) {
  const [row] = await db
    .select({
      count: sql<number>`count(*)::integer`,
      taken: sql<boolean>`coalesce(bool_or(lower(${views.name}) = lower(${name}::text)), false)`,
    })
    .from(views)
    .where(and(eq(views.owner_id, owner), ne(views.id, id), isNull(views.removed_at)));
  return row!;
}

export async function insertView({ db, who, now }: Ctx, view: Pick<ViewRow, 'name' | 'shared' | 'query'>) {
  const [row] = await db
    .insert(views)
    .values({ ...view, owner_id: who.person_id, created_at: now, changed_at: now })
    .returning({ id: views.id });
  return row!.id;
}

export const updateView = (
  { db, now }: Ctx,
  id: number,
  change: Partial<Pick<ViewRow, 'name' | 'shared' | 'query' | 'removed_at'>>,
) =>
  db
    .update(views)
    .set({ ...change, changed_at: now })
    .where(eq(views.id, id));

/** What this person removed before that instant is gone for good. */
export const forgetRemoved = ({ db, who }: Ctx, before: Date) =>
  db
    .delete(views)
    .where(and(eq(views.owner_id, who.person_id), isNotNull(views.removed_at), lt(views.removed_at, before)));

/** Of what queries name by its id, what there is. */
export async function selectKnown(ctx: Ctx, named: Record<keyof Known, number[]>): Promise<Known> {
  const { db } = ctx;
  const there = async (
    asked: number[],
    table: typeof schools | typeof people | typeof tags | typeof teams,
    more?: SQL,
  ) => {
    if (asked.length === 0) return new Set<number>();
    const rows = await db
      .select({ id: table.id })
      .from(table)
      .where(and(inArray(table.id, asked), more));
    return new Set(rows.map(({ id }) => id));
  };
  return {
    schools: await there(named.schools, schools),
    agents: await there(named.agents, people, isNull(people.school_id)),
    tags: await there(named.tags, tags, isNull(tags.removed_at)),
    teams: await there(named.teams, teams, isNull(teams.removed_at)),
    fields: new Map(
      (named.fields.length === 0 ? [] : await selectFieldsBy(ctx, named.fields))
        .filter(({ removed_at }) => removed_at === null)
        .map(({ id, kind, choices }) => [
          id,
          kind === 'choice' ? new Set(choices.map(choice => choice.id)) : null,
        ]),
    ),
  };
}

/** How many tickets each of these views has, in one pass over the rows: the filters are those of the list. */
export async function selectViewCounts(
  ctx: Ctx,
  { built_in, stored }: { built_in: Map<BuiltInView, Filters>; stored: Map<number, Filters> },
): Promise<ViewCounts> {
  const asked = [...built_in, ...[...stored].map(([id, filters]) => [String(id), filters] as const)];
  const counts = asked.map(
    ([name, filters]) =>
      sql`count(*) filter (where ${whereOf(ctx, filters) ?? sql`true`})::integer as ${sql.identifier(name)}`,
  );
  const { rows } = await ctx.db.execute<Record<string, number>>(
    sql`select ${sql.join([...counts, sql`${ownOpenTasks(ctx)} as tasks`], sql`, `)} from ${tickets} where ${visibleTo(ctx, tickets.school_id)}`,
  );
  const of = (names: readonly (string | number)[]) =>
    Object.fromEntries(names.map(name => [name, rows[0]![name]!]));
  return {
    built_in: of([...built_in.keys()]),
    stored: of([...stored.keys()]),
    tasks: rows[0]!['tasks']!,
  };
}
