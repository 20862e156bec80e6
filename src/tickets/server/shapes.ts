import { software } from '#accounts/rules/telling.ts';
import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import { standingOn, type Since } from '#schools/rules/standing.ts';
import { localDate } from '#sla/rules/zones.ts';
import {
  schoolCalendar,
  schoolDaysBetween,
  type DaysOff,
  type SchoolCalendar,
} from '#sla/rules/school-days.ts';
import { dateWords, moment, type Seen } from '#sla/rules/moments.ts';
import { dueWords } from '../rules/clocks/words.ts';
import { courtOf, courts, state_ids } from '../rules/lifecycle.ts';
import { isMerged } from '../rules/joining/kinds.ts';
import { canOf, type Facts } from '../rules/policy.ts';
import { priorities } from '../rules/priority.ts';
import { mayEdit, type Editable } from '../rules/messages/editing.ts';
import { openedWords } from '../rules/opening/channels.ts';
import type { File, Message, Ticket, TicketWithMessages } from '../rules/ticket.ts';
import type { Counts } from '../rules/lists/asking.ts';
import { nextWords } from '../rules/next.ts';
import { filledOf } from './fields/told.ts';
import { joiningOf } from './joining/shapes.ts';
import { outgoingOf, undoableOf } from './sending/shapes.ts';
import type { Beside, Named } from './beside.ts';
import { namedFacts, sentenceForSchool, sentenceOf } from '../rules/story.ts';
import { itemOf, snoozedOf, taskOf } from './tasks/shapes.ts';
import type { CountRow, LastRow, MessageRow, SeenTicket } from './views.ts';

/** Rows become what the API answers: times in words, and what this person may do now. */

export { seenBy };

/** What the policy must know of a ticket's row, in its school's calendar. */
export const factsOf = (
  row: Pick<
    SeenTicket,
    | 'state'
    | 'school_id'
    | 'category'
    | 'ended_at'
    | 'inside'
    | 'request'
    | 'request_open'
    | 'resolution_code'
    | 'passed_to'
  >,
  calendar: SchoolCalendar,
  now: Date,
): Facts => ({
  state: row.state,
  school_id: row.school_id,
  category: row.category,
  inside: row.inside,
  request: row.request,
  request_open: row.request_open,
  passed: isPassed(row),
  merged: isMerged(row),
  school_days_since_end: row.ended_at ? schoolDaysBetween(row.ended_at, now, calendar) : 0,
});

/** The same of a row that was read with its school: how that stands too. */
export const seenFacts = (
  row: Parameters<typeof factsOf>[0] & Since & { zone: string; days_off: DaysOff[] | null },
  now: Date,
): Facts => ({
  ...factsOf(row, schoolCalendar(row.zone, row.days_off ?? []), now),
  standing: standingOn(localDate(now, row.zone), row),
});

/** Whoever asks the school a question later, or withdraws it, has it from the technician. */
const isPassed = ({ state, passed_to }: Pick<SeenTicket, 'state' | 'passed_to'>): boolean =>
  state === 'waiting_school' && passed_to !== null;

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
    promised: row.promised,
    school: row.school,
    requester: row.requester,
    inside: row.inside,
    request: row.request,
    assignee: row.assignee,
    passed_to: isPassed(row) ? row.technician : null,
    team: inside ? row.team : null,
    opened: moment(row.opened_at, seen),
    last_activity: moment(row.last_activity_at, seen),
    last: row.last && lastOf(ctx, row.last),
    ended: row.ended_at && moment(row.ended_at, seen),
    planned_for: row.planned_for ? { date: row.planned_for, words: dateWords(row.planned_for, seen) } : null,
    resolution_code: row.resolution_code,
    reopen_count: row.reopen_count,
    follows: row.follows ?? row.follows_inside,
    goes_on_in: row.goes_on_in,
    minutes: inside ? row.minutes : null,
    level2_reference: inside ? row.level2_reference : null,
    tags: row.tags,
    due: dueOf(row, seen),
    unread: row.unread,
    snooze: row.snooze,
    can: canOf(ctx.who, seenFacts(row, ctx.now)),
  };
}

function dueOf({ due_at, due_clock }: SeenTicket, seen: Seen): Ticket['due'] {
  const said = dueWords({ due_at, due_clock }, seen);
  return said && { clock: due_clock!, at: moment(due_at!, seen), ...said };
}

/** Of the reason that somebody gave, a list says nothing: it may be long. */
function lastOf(ctx: Ctx, { at, ...line }: LastRow): Ticket['last'] {
  return {
    ...toldTo(ctx, { ...line, facts: namedFacts(line.facts) }),
    at: moment(new Date(at), seenBy(ctx)),
  };
}

/** A line of the story in the words of who reads it, and whose deed it was. */
export function toldTo(
  { who: reader, lang }: Ctx,
  { kind, facts, person_id, name }: Omit<LastRow, 'at'>,
): { who: string; words: string } {
  const who = name ?? software[lang];
  if (reader.side === 'desk') return { who, words: sentenceOf(kind, facts, who, lang) };
  const you = person_id === reader.person_id;
  return { who, words: sentenceForSchool({ kind, facts }, { name: who, you }, lang) };
}

export function messageOf(ctx: Ctx, row: MessageRow, ticket: Editable['ticket']): Message {
  const seen = seenBy(ctx);
  const versions = row.versions.map(({ text, until }) => ({ text, until: moment(new Date(until), seen) }));
  const asked = { ...row, id: Number(row.id), written_at: new Date(row.written_at), ticket };
  return {
    kind: row.kind,
    id: Number(row.id),
    author: { id: row.author_id, name: row.author_name, side: row.author_side },
    text: row.text,
    html: row.html,
    written: moment(new Date(row.written_at), seen),
    written_offline: row.written_offline === null ? null : moment(new Date(row.written_offline), seen),
    files: row.files.map(fileOf),
    edited: versions.at(-1)?.until ?? null,
    versions,
    editable: mayEdit(ctx.who, asked, ctx.now) === 'yes',
    origin: row.origin,
    went_on: row.went_on,
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
  { messages, people, fields, outgoing, undo, came, checklist, tasks, followers, snoozes, joinings }: Story,
): TicketWithMessages {
  const ticket = ticketOf(ctx, row);
  return {
    ...ticket,
    messages: messages.map(message => messageOf(ctx, message, row)),
    people,
    fields: fields.map(field => filledOf(field, seenBy(ctx))),
    joinings: joinings.map(joining => joiningOf(ctx, ticket, joining)),
    environment: row.environment,
    came: came && cameOf(ctx, row, came),
    read: { reply: row.read_reply, note: row.read_note },
    next: nextWords(ticket, ctx.who.side)[ctx.lang],
    outgoing: outgoing.map(message => outgoingOf(ctx, message)),
    undo: undo && undoableOf(ctx, undo),
    checklist: checklist.map(item => itemOf(ctx, item)),
    tasks: tasks.map(task => taskOf(ctx, task)),
    followers,
    snoozed: snoozedOf(ctx, snoozes),
  };
}

function cameOf({ who, lang }: Ctx, { channel, caller, requester, ...row }: SeenTicket, by: Named) {
  const call_back = who.side === 'desk' ? row.call_back : null;
  const words = openedWords({ by: by.name, requester: requester.name, channel, caller, call_back })[lang];
  return { channel, by, caller, call_back, words };
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
