import type { Ctx } from '#accounts/server/acting.ts';
import { schoolDaysBetween, provinceCalendar } from '#sla/rules/school-days.ts';
import { dateWords, moment } from '#sla/rules/moments.ts';
import { courtOf, courts, state_ids } from '../rules/lifecycle.ts';
import { canOf, type Facts } from '../rules/policy.ts';
import { priorities } from '../rules/priority.ts';
import type { File, Message, Ticket, TicketWithMessages } from '../rules/ticket.ts';
import type { Counts } from '../rules/lists/asking.ts';
import { nextWords } from '../rules/next.ts';
import { outgoingOf, undoableOf } from './sending/shapes.ts';
import type { Beside } from './beside.ts';
import { sentenceForSchool, sentenceOf } from '../rules/story.ts';
import type { CountRow, LastRow, MessageRow, SeenTicket } from './views.ts';

/** Rows become what the API answers: times in words, and what this person may do now. */

export const seenBy = ({ who, now, lang }: Ctx) => ({ now, zone: who.zone, lang });

/** What the policy must know of a ticket's row, in its school's calendar. */
export const factsOf = (
  row: Pick<SeenTicket, 'state' | 'school_id' | 'category' | 'ended_at'>,
  zone: string,
  now: Date,
): Facts => ({
  state: row.state,
  school_id: row.school_id,
  category: row.category,
  school_days_since_end: row.ended_at ? schoolDaysBetween(row.ended_at, now, provinceCalendar(zone)) : 0,
});

export function ticketOf(ctx: Ctx, row: SeenTicket): Ticket {
  const seen = seenBy(ctx);
  const inside = ctx.who.side === 'desk';
  return {
    number: row.number,
    subject: row.subject,
    state: row.state,
    court: courtOf(row.state),
    category: row.category,
    impact: row.impact,
    urgency: row.urgency,
    priority: row.priority,
    school: row.school,
    requester: row.requester,
    assignee: row.assignee,
    opened: moment(row.opened_at, seen),
    last_activity: moment(row.last_activity_at, seen),
    last: row.last && lastOf(ctx, row.last),
    ended: row.ended_at && moment(row.ended_at, seen),
    planned_for: row.planned_for ? { date: row.planned_for, words: dateWords(row.planned_for, seen) } : null,
    resolution_code: row.resolution_code,
    reopen_count: row.reopen_count,
    follows: row.follows,
    minutes: inside ? row.minutes : null,
    level2_reference: inside ? row.level2_reference : null,
    tags: row.tags,
    unread: row.unread,
    can: canOf(ctx.who, factsOf(row, row.zone, ctx.now)),
  };
}

/** Of the reason that somebody gave, a list says nothing: it may be long. */
function lastOf(ctx: Ctx, { at, ...line }: LastRow): Ticket['last'] {
  const { person } = line.facts;
  const told = { ...line, facts: { ...(person !== undefined && { person }) } };
  return { ...toldTo(ctx, told), at: moment(new Date(at), seenBy(ctx)) };
}

/** A line of the story in the words of who reads it, and whose deed it was. */
export function toldTo(
  { who: reader, lang }: Ctx,
  { kind, facts, person_id, name }: Omit<LastRow, 'at'>,
): { who: string; words: string } {
  const who = name ?? { en: 'The software', fr: 'Le logiciel' }[lang];
  if (reader.side === 'desk') return { who, words: sentenceOf(kind, facts, who, lang) };
  const you = person_id === reader.person_id;
  return { who, words: sentenceForSchool({ kind, facts }, { name: who, you }, lang) };
}

export function messageOf(ctx: Ctx, row: MessageRow): Message {
  return {
    kind: row.kind,
    id: Number(row.id),
    author: { id: row.author_id, name: row.author_name, side: row.author_side },
    text: row.text,
    html: row.html,
    written: moment(new Date(row.written_at), seenBy(ctx)),
    files: row.files.map(fileOf),
  };
}

export const fileOf = ({ id, name, type, size }: Omit<File, 'picture'>): File => ({
  id,
  name,
  type,
  size,
  picture: shown_pictures.includes(type),
});

/** The only types that a page shows in place; every other file is downloaded. */
export const shown_pictures: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** What a ticket's page shows beside its row. */
interface Story extends Beside {
  messages: MessageRow[];
}

export function storyOf(
  ctx: Ctx,
  row: SeenTicket,
  { messages, people, outgoing, undo }: Story,
): TicketWithMessages {
  const ticket = ticketOf(ctx, row);
  return {
    ...ticket,
    messages: messages.map(message => messageOf(ctx, message)),
    people,
    environment: row.environment,
    read: { reply: row.read_reply, note: row.read_note },
    next: nextWords(ticket, ctx.who.side)[ctx.lang],
    outgoing: outgoing.map(message => outgoingOf(ctx, message)),
    undo: undo && undoableOf(ctx, undo),
  };
}

const tally = <K extends string>(rows: CountRow[], key: (row: CountRow) => K | null): Record<K, number> => {
  const counts = {} as Record<K, number>;
  for (const row of rows) {
    const name = key(row);
    if (name !== null) counts[name] = (counts[name] ?? 0) + row.count;
  }
  return counts;
};

const sum = (rows: CountRow[]) => rows.reduce((total, row) => total + row.count, 0);

const zeros = <K extends string>(names: readonly K[]) =>
  Object.fromEntries(names.map(name => [name, 0])) as Record<K, number>;

export function countsOf(rows: CountRow[]): Counts {
  return {
    total: sum(rows),
    state: { ...zeros(state_ids), ...tally(rows, row => row.state) },
    court: { ...zeros(courts), ...tally(rows, row => courtOf(row.state)) },
    priority: { ...zeros(priorities), ...tally(rows, row => row.priority) },
    category: tally(rows, row => row.category),
    unassigned: sum(rows.filter(row => row.unassigned)),
    mine: sum(rows.filter(row => row.mine)),
  };
}
