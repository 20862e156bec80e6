import { sql, type SQL } from 'drizzle-orm';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { notFound } from '#platform/refusals.ts';
import type { Choice, MergePreview, MergeSide } from '../../rules/joining/joining.ts';
import { merged_state } from '../../rules/joining/kinds.ts';
import { merge_refusals } from '../../rules/joining/may.ts';
import type { TicketWithMessages } from '../../rules/ticket.ts';
import { whereOf } from '../filters.ts';
import { tickets } from '../tables.ts';
import { ticketWithMessages } from '../tickets.ts';
import { selectTicket } from '../views.ts';
import { holdBoth } from './held.ts';
import { refusalOf } from './merging.ts';
import { goesOnIn } from './views.ts';

/** What can be chosen to link with or merge into, and what a merge will be. */

interface Asked {
  q: string;
  for: 'link' | 'merge';
}

const most = { own: 6, others: 4, alone: 10 };

/**
 * Tickets that the typed words or the beginning of a number fit, those of the same school first, then the newest; with
 * nothing typed the school's own. For a merge only open ones of the school. Refuses not_found.
 */
export async function choicesFor(ctx: Ctx, number: number, asked: Asked): Promise<{ items: Choice[] }> {
  const ticket = await selectTicket(ctx, number);
  if (!ticket) throw notFound();
  const typed = asked.q.trim();
  const same = sql`${tickets.school_id} = ${ticket.school_id}`;
  const fits = typed === '' ? sql`true` : fitting(ctx, typed);
  const alone = asked.for === 'merge' || typed === '';
  const own = chosen(ctx, number, sql`${same} and ${fits}`, {
    ...asked,
    most: alone ? most.alone : most.own,
  });
  const others = chosen(ctx, number, sql`not ${same} and ${fits}`, { ...asked, most: most.others });
  const rows = alone ? own : sql`(${own}) union all (${others})`;
  const { rows: items } = await ctx.db.execute<Choice & Record<string, unknown>>(sql`
    select c.number, c.subject, c.state, p.name as requester, c.school_id = ${ticket.school_id} as same_school,
      json_build_object('id', s.id, 'name', s.name, 'code', s.code) as school
    from (${rows}) c join schools s on s.id = c.school_id join people p on p.id = c.requester_id
    order by same_school desc, (c.ended_at is null) desc, c.last_activity_at desc, c.number desc`);
  return { items };
}

/** Words as the list finds them, or the first digits of a number. */
function fitting(ctx: Ctx, typed: string): SQL {
  const digits = /^#?(\d{1,9})$/.exec(typed)?.[1];
  const words = whereOf(ctx, { state: ['all'], q: typed }) ?? sql`true`;
  return digits ? sql`(${words} or ${tickets.number}::text like ${`${digits}%`})` : sql`(${words})`;
}

const chosen = (
  ctx: Ctx,
  number: number,
  where: SQL,
  { for: what, most: limit }: Pick<Asked, 'for'> & { most: number },
): SQL => sql`
  select ${tickets.number}, ${tickets.subject}, ${tickets.state}, ${tickets.school_id}, ${tickets.requester_id},
    ${tickets.ended_at}, ${tickets.last_activity_at}
  from ${tickets}
  where ${visibleTo(ctx, tickets.school_id)} and ${tickets.request} is distinct from 'rights' and ${where} and ${tickets.number} <> ${number}::integer
    and not (${tickets.state} = ${merged_state.state}
      and coalesce(${tickets.resolution_code} = ${merged_state.resolution_code}, false))
    ${what === 'merge' ? sql`and ${tickets.ended_at} is null` : sql``}
  order by (${tickets.ended_at} is null) desc, ${tickets.last_activity_at} desc, ${tickets.number} desc limit ${limit}`;

/** What merging one ticket into another will be, or why it cannot be. Changes nothing. Refuses not_found. */
export async function previewMerge(ctx: Ctx, number: number, asked: number): Promise<MergePreview> {
  const last = (await goesOnIn(ctx, asked)) ?? asked;
  const from = await ticketWithMessages(ctx, number);
  const into = last === number ? from : await ticketWithMessages(ctx, last);
  const [from_row, into_row] = await holdBoth(ctx, number, last);
  const refusal = await refusalOf(ctx, { from: from_row, into: into_row, asked });
  return {
    from: sideOf(from),
    into: sideOf(into),
    people: [
      ...new Set([into.requester, ...into.people, from.requester, ...from.people].map(({ name }) => name)),
    ],
    refused: refusal ? merge_refusals[refusal[0]](refusal[1])[ctx.lang] : null,
  };
}

const sideOf = (ticket: TicketWithMessages): MergeSide => ({
  number: ticket.number,
  subject: ticket.subject,
  state: ticket.state,
  school: ticket.school,
  requester: ticket.requester.name,
  assignee: ticket.assignee?.name ?? null,
  people: ticket.people.map(({ name }) => name),
  messages: ticket.messages.filter(({ went_on }) => went_on === null).length,
  opened: ticket.opened.words,
  level2_reference: ticket.level2_reference,
});
