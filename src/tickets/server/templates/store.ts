import { and, asc, count, eq, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import { readsInside, type Ctx } from '#accounts/server/acting.ts';
import type { Category } from '../../rules/categories.ts';
import type { TicketRow } from '../tables.ts';
import { template_uses, templates } from './tables.ts';

/** All SQL of templates and their use. */

/** The first wall: a school begins with what is for schools. */
const known = (ctx: Ctx): SQL | undefined =>
  readsInside(ctx) ? undefined : and(ne(templates.for_whom, 'desk'), isNull(templates.removed_at));

/** For a category those that are for it or for any. How often they were used is the desk's to know. */
export const selectTemplates = (ctx: Ctx, category?: Category) =>
  ctx.db
    .select({ template: templates, used: usedBy(ctx) })
    .from(templates)
    .where(
      and(
        isNull(templates.removed_at),
        known(ctx),
        category && or(eq(templates.category, category), isNull(templates.category)),
      ),
    )
    .orderBy(asc(sql`lower(${templates.name} ->> ${ctx.lang}::text)`), asc(templates.id));

const usedBy = ({ who }: Ctx): SQL<number | null> =>
  who.side === 'school'
    ? sql<null>`null::integer`
    : sql<number>`(select count(*)::integer from ${template_uses} where ${template_uses.template_id} = ${templates.id})`;

export type TemplateRow = typeof templates.$inferSelect;

/** One template that may be used, or (the desk) changed. */
export async function selectTemplate(ctx: Ctx, id: number) {
  const [row] = await ctx.db
    .select({ template: templates, used: usedBy(ctx) })
    .from(templates)
    .where(and(eq(templates.id, id), known(ctx)));
  return row;
}

export async function countTemplates({ db }: Ctx): Promise<number> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('templates'))`);
  const [row] = await db.select({ count: count() }).from(templates).where(isNull(templates.removed_at));
  return row!.count;
}

export type TemplateDefinition = Omit<
  TemplateRow,
  'id' | 'made_by' | 'made_at' | 'changed_by' | 'changed_at' | 'removed_at'
>;

export async function insertTemplate({ db, who, now }: Ctx, template: TemplateDefinition): Promise<number> {
  const by = { made_by: who.person_id, made_at: now, changed_by: who.person_id, changed_at: now };
  const [row] = await db
    .insert(templates)
    .values({ ...template, ...by })
    .returning({ id: templates.id });
  return row!.id;
}

export const updateTemplate = (
  { db, who, now }: Ctx,
  id: number,
  patch: Partial<TemplateDefinition & Pick<TemplateRow, 'removed_at'>>,
) =>
  db
    .update(templates)
    .set({ ...patch, changed_by: who.person_id, changed_at: now })
    .where(eq(templates.id, id));

export const insertUse = (
  { db, who, now }: Ctx,
  { number, school_id }: Pick<TicketRow, 'number' | 'school_id'>,
  template_id: number,
) =>
  db
    .insert(template_uses)
    .values({ ticket_number: number, template_id, school_id, used_by: who.person_id, used_at: now });
