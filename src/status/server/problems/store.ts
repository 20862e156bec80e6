import { and, eq, isNull, sql } from 'drizzle-orm';
import { onSeenTicket, visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { schools } from '#schools/server/schools.ts';
import type { State } from '#tickets/rules/lifecycle.ts';
import { tickets } from '#tickets/server/listed.ts';
import { under_way, type MeToo } from '../../rules/problem.ts';
import { status_gathered as gathered, status_me_toos as me_toos } from '../tables.ts';

/** The tickets of a known problem, and who has it too, in SQL. */

const standing = isNull(gathered.parted_at);

/** The tickets of these numbers that one may see; `inside` are those that no school reads. `today`: on which day. */
export const selectTickets = (ctx: Ctx, numbers: readonly number[], today: string) =>
  ctx.db
    .select({
      number: tickets.number,
      school_id: tickets.school_id,
      inside: tickets.inside,
      subject: tickets.subject,
      text: sql<string>`coalesce((select r.text from replies r where r.ticket_number = ${tickets.number} order by r.id limit 1), '')`,
      stage1: sql<boolean>`coalesce(${schools.stage1_from} <= ${today}::date, false)`,
    })
    .from(tickets)
    .innerJoin(schools, eq(schools.id, tickets.school_id))
    .where(
      and(
        sql`${tickets.number} = any (${sql.param([...numbers])}::integer[])`,
        visibleTo(ctx, tickets.school_id),
      ),
    )
    .orderBy(tickets.number);

/** Puts tickets into a problem; those that are of one already stay there. Answers which were put. */
export async function insertGathered(
  { db, who, now }: Ctx,
  notice_id: string,
  found: readonly { number: number; school_id: number }[],
): Promise<number[]> {
  if (found.length === 0) return [];
  const rows = await db
    .insert(gathered)
    .values(
      found.map(({ number, school_id }) => ({
        notice_id,
        ticket_number: number,
        school_id,
        gathered_by: who.person_id,
        gathered_at: now,
      })),
    )
    .onConflictDoNothing()
    .returning({ number: gathered.ticket_number });
  return rows.map(({ number }) => number);
}

/** The problem that a ticket is of, for who may see the ticket. */
export async function problemOf(ctx: Ctx, number: number): Promise<string | undefined> {
  const [row] = await ctx.db
    .select({ id: gathered.notice_id })
    .from(gathered)
    .where(and(eq(gathered.ticket_number, number), standing, visibleTo(ctx, gathered.school_id)));
  return row?.id;
}

/** Takes a ticket out of its problem; whether it was of one. */
export async function partGathered({ db, who, now }: Ctx, number: number): Promise<boolean> {
  const { rowCount } = await db
    .update(gathered)
    .set({ parted_by: who.person_id, parted_at: now })
    .where(and(eq(gathered.ticket_number, number), standing));
  return (rowCount ?? 0) > 0;
}

/** The numbers of its tickets that a word may still go to: those under way. What is solved is asked already. */
export async function openGathered(ctx: Ctx, notice_id: string): Promise<number[]> {
  const rows = await ctx.db
    .select({ number: tickets.number })
    .from(gathered)
    .innerJoin(tickets, eq(tickets.number, gathered.ticket_number))
    .where(
      and(
        eq(gathered.notice_id, notice_id),
        standing,
        visibleTo(ctx, gathered.school_id),
        sql`${tickets.state} = any (${sql.param([...under_way])}::text[])`,
      ),
    )
    .orderBy(tickets.number);
  return rows.map(({ number }) => number);
}

interface Named {
  id: number;
  name: string;
}
interface AffectedSeen extends Record<string, unknown> {
  tickets: { number: number; subject: string; state: State; school: Named }[];
  me_toos: (MeToo & {
    person: Named;
    school: Named;
    at: string;
    works: boolean | null;
    ticket: number | null;
  })[];
}

/** Its tickets, and who has it too, the newest first; for the iGroup. */
export async function selectAffected(ctx: Ctx, notice_id: string): Promise<AffectedSeen> {
  const school = sql`json_build_object('id', c.id, 'name', c.name)`;
  const { rows } = await ctx.db.execute<AffectedSeen>(sql`
    select (select coalesce(json_agg(json_build_object('number', t.number, 'subject', t.subject, 'state', t.state,
        'school', ${school}) order by t.number desc), '[]')
      from status_gathered g join tickets t on t.number = g.ticket_number join schools c on c.id = t.school_id
      where g.notice_id = ${notice_id}::uuid and g.parted_at is null
        and ${onSeenTicket(ctx, sql`g.ticket_number`)}) as tickets,
      (select coalesce(json_agg(json_build_object('person', json_build_object('id', p.id, 'name', p.name),
        'school', ${school}, 'at', m.said_at, 'browser', m.browser, 'system', m.system, 'computers', m.computers,
        'works', m.works, 'ticket', m.ticket_number) order by m.id desc), '[]')
      from status_me_toos m join people p on p.id = m.person_id join schools c on c.id = m.school_id
      where m.notice_id = ${notice_id}::uuid and m.taken_back_at is null) as me_toos`);
  return rows[0]!;
}

const ownOf = ({ who }: Ctx, notice_id: string) =>
  and(eq(me_toos.notice_id, notice_id), eq(me_toos.person_id, who.person_id), isNull(me_toos.taken_back_at));

/** Counts her once; what she said of her computers last is what counts. Whether it is new. */
export async function putMeToo(
  ctx: Ctx & { who: { side: 'school' } },
  notice_id: string,
  said: MeToo,
): Promise<boolean> {
  const { db, who, now } = ctx;
  const { rowCount } = await db
    .insert(me_toos)
    .values({ ...said, notice_id, school_id: who.school_id, person_id: who.person_id, said_at: now })
    .onConflictDoNothing();
  if (rowCount) return true;
  await db.update(me_toos).set(said).where(ownOf(ctx, notice_id));
  return false;
}

export async function endMeToo(ctx: Ctx, notice_id: string): Promise<boolean> {
  const { rowCount } = await ctx.db
    .update(me_toos)
    .set({ taken_back_at: ctx.now })
    .where(ownOf(ctx, notice_id));
  return (rowCount ?? 0) > 0;
}

/** What she said, held. */
export async function holdMeToo(ctx: Ctx, notice_id: string) {
  const [row] = await ctx.db.select().from(me_toos).where(ownOf(ctx, notice_id)).for('update');
  return row;
}

export const answerMeToo = ({ db, now }: Ctx, id: number, works: boolean) =>
  db.update(me_toos).set({ works, answered_at: now }).where(eq(me_toos.id, id));

export const nameTicket = ({ db }: Pick<Ctx, 'db'>, id: number, ticket_number: number) =>
  db.update(me_toos).set({ ticket_number }).where(eq(me_toos.id, id));
