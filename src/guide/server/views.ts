import { and, desc, eq, sql, type SQL } from 'drizzle-orm';
import { people } from '#accounts/server/accounts.ts';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import type { Db } from '#platform/db/database.ts';
import { schools } from '#schools/server/schools.ts';
import { checks, guide_drafts, guide_versions } from './tables.ts';

/** What the screens read. */

export async function newestVersion(db: Db): Promise<number> {
  const { rows } = await db.execute<{ newest: number }>(
    sql`select coalesce(max(version), 0)::int as newest from ${guide_versions}`,
  );
  return rows[0]!.newest;
}

export async function guideAt(db: Db, version: number) {
  const [row] = await db.select().from(guide_versions).where(eq(guide_versions.version, version));
  return row;
}

export const versionLines = ({ db }: Pick<Ctx, 'db'>) =>
  db
    .select({
      version: guide_versions.version,
      why: guide_versions.why,
      published_at: guide_versions.published_at,
      by: people.name,
    })
    .from(guide_versions)
    .leftJoin(people, eq(people.id, guide_versions.published_by))
    .orderBy(desc(guide_versions.version));

export async function draftNow({ db }: Pick<Ctx, 'db'>) {
  const [row] = await db
    .select({
      guide: guide_drafts.guide,
      edition: guide_drafts.edition,
      version: guide_drafts.version,
      written_at: guide_drafts.written_at,
      by: people.name,
    })
    .from(guide_drafts)
    .innerJoin(people, eq(people.id, guide_drafts.written_by));
  return row ?? null;
}

const seen = (ctx: Ctx, where: SQL | undefined, most: number) =>
  ctx.db
    .select({ check: checks, school: schools.name, person: people.name, guide: guide_versions.guide })
    .from(checks)
    .innerJoin(schools, eq(schools.id, checks.school_id))
    .innerJoin(people, eq(people.id, checks.person_id))
    .innerJoin(guide_versions, eq(guide_versions.version, checks.guide_version))
    .where(and(visibleTo(ctx, checks.school_id), where))
    .orderBy(desc(checks.kept_at), desc(checks.id))
    .limit(most);
export type SeenCheck = Awaited<ReturnType<typeof seen>>[number];

export const newestChecks = (ctx: Ctx) => seen(ctx, undefined, 20);
export const checksOfTicket = (ctx: Ctx, number: number) =>
  seen(ctx, sql`${checks.ticket_number} = ${number}`, 20);
export const checksUnder = (ctx: Ctx, code: string) => seen(ctx, eq(checks.code, code), 20);
export const checkAt = (ctx: Ctx, id: number) => seen(ctx, eq(checks.id, id), 1);

/** How a school is called, for its ticket. */
export async function schoolNamed({ db }: Pick<Ctx, 'db'>, id: number) {
  const [row] = await db
    .select({ name: schools.name, code: schools.code })
    .from(schools)
    .where(eq(schools.id, id));
  return row!;
}
