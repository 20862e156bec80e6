import { and, asc, count, eq, isNull, or, sql, type SQL } from 'drizzle-orm';
import { people } from '#accounts/server/accounts.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import { holds } from '#accounts/rules/who.ts';
import { macro_uses, macros } from './tables.ts';

/** Macros in SQL: what one may use, what is written, and each use. */

const mine = ({ who }: Ctx) =>
  sql`(select team_id from team_people where person_id = ${who.person_id}::integer)`;

/** The first wall: what everybody has, one's own, and one's teams' (mayUse says the same). */
const usable = (ctx: Ctx): SQL | undefined => {
  if (!ctx.code_wall) return undefined;
  const of_team = holds(ctx.who, 'coordinator')
    ? eq(macros.whose, 'team')
    : sql`${macros.team_id} in ${mine(ctx)}`;
  const own = and(eq(macros.whose, 'own'), eq(macros.owner_id, ctx.who.person_id));
  return or(eq(macros.whose, 'all'), own, of_team);
};

const columns = ({ who }: Ctx) => ({
  id: macros.id,
  name: macros.name,
  folder: macros.folder,
  whose: macros.whose,
  team_id: macros.team_id,
  owner_id: macros.owner_id,
  lang: macros.lang,
  reply: macros.reply,
  note: macros.note,
  steps: macros.steps,
  removed_at: macros.removed_at,
  owner: people.name,
  team: sql<string | null>`(select name from teams where teams.id = ${macros.team_id})`,
  ...usesOf(who.person_id),
});

/** How often it was sent; when last, and when last by this person. */
const usesOf = (person: number) => {
  const uses = (what: SQL) => sql`(select ${what} from ${macro_uses} where macro_id = ${macros.id})`;
  return {
    times: sql<number>`${uses(sql`count(*)::integer`)}`,
    last: sql<string | null>`${uses(sql`max(at)`)}`,
    my_last: sql<string | null>`${uses(sql`max(at) filter (where person_id = ${person}::integer)`)}`.as(
      'my_last',
    ),
  };
};

export function selectMacros(ctx: Ctx) {
  return ctx.db
    .select(columns(ctx))
    .from(macros)
    .innerJoin(people, eq(people.id, macros.owner_id))
    .where(and(isNull(macros.removed_at), usable(ctx)))
    .orderBy(sql`my_last desc nulls last`, sql`lower(${macros.name})`, asc(macros.id));
}

export type MacroRow = Awaited<ReturnType<typeof selectMacros>>[number];

/** One of them, also when it was removed. */
export async function selectMacro(ctx: Ctx, id: number): Promise<MacroRow | undefined> {
  const [row] = await ctx.db
    .select(columns(ctx))
    .from(macros)
    .innerJoin(people, eq(people.id, macros.owner_id))
    .where(and(eq(macros.id, id), usable(ctx)));
  return row;
}

/** The teams that this person is in, and whether that is so of each: a coordinator is told of all of them. */
export async function selectTeams(ctx: Ctx): Promise<{ id: number; name: string; mine: boolean }[]> {
  const all = holds(ctx.who, 'coordinator');
  const { rows } = await ctx.db.execute<{ id: number; name: string; mine: boolean }>(sql`
    select id, name, id in ${mine(ctx)} as mine from teams
    where removed_at is null and (${all} or id in ${mine(ctx)}) order by lower(name), id`);
  return rows;
}

/** Holds a person's macros, so that two savings at once do not both find room; answers how many there are. */
export async function holdMacrosOf({ db }: Ctx, owner: number): Promise<number> {
  await db.select({ id: people.id }).from(people).where(eq(people.id, owner)).for('no key update');
  const [row] = await db
    .select({ count: count() })
    .from(macros)
    .where(and(eq(macros.owner_id, owner), isNull(macros.removed_at)));
  return row!.count;
}

export type NewMacroRow = Omit<typeof macros.$inferInsert, 'owner_id' | 'created_at' | 'changed_at'>;

export async function insertMacro({ db, who, now }: Ctx, macro: NewMacroRow): Promise<number> {
  const [row] = await db
    .insert(macros)
    .values({ ...macro, owner_id: who.person_id, created_at: now, changed_at: now })
    .returning({ id: macros.id });
  return row!.id;
}

export const updateMacro = ({ db, now }: Ctx, id: number, change: Partial<NewMacroRow>): Promise<unknown> =>
  db
    .update(macros)
    .set({ ...change, changed_at: now })
    .where(eq(macros.id, id));

export const insertUse = ({ db, who, now }: Ctx, macro_id: number, ticket_number: number): Promise<unknown> =>
  db.insert(macro_uses).values({ macro_id, ticket_number, person_id: who.person_id, at: now });
