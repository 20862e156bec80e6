import {
  bigint,
  boolean,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Category } from '../rules/categories.ts';
import type { Extent } from '#sla/rules/targets.ts';
import type { ResolutionCode, State } from '../rules/lifecycle.ts';
import type { Environment } from '../rules/environment.ts';
import type { Channel } from '../rules/opening/channels.ts';
import type { Impact, Priority, Urgency } from '../rules/priority.ts';
import type { Request, Waits } from '../rules/requests.ts';

/** The tickets' tables as the migrations make them (a test holds the two equal). */

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });
const rowId = () => bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity();

export const tickets = pgTable('tickets', {
  number: integer('number').primaryKey().generatedAlwaysAsIdentity(),
  school_id: integer('school_id').notNull(),
  requester_id: integer('requester_id').notNull(),
  subject: text('subject').notNull(),
  category: text('category').$type<Category>().notNull(),
  impact: text('impact').$type<Impact>().notNull(),
  urgency: text('urgency').$type<Urgency>().notNull(),
  priority: text('priority').$type<Priority>().notNull(),
  promised: text('promised').$type<Extent>().notNull().default('whole'),
  state: text('state').$type<State>().notNull(),
  assignee_id: integer('assignee_id'),
  team_id: integer('team_id'),
  /** Null: the software did. */
  opened_by: integer('opened_by'),
  opened_at: instant('opened_at').notNull(),
  last_activity_at: instant('last_activity_at').notNull(),
  ended_at: instant('ended_at'),
  planned_for: date('planned_for', { mode: 'string' }),
  resolution_code: text('resolution_code').$type<ResolutionCode>(),
  minutes: integer('minutes').notNull().default(0),
  level2_reference: text('level2_reference'),
  reopen_count: integer('reopen_count').notNull().default(0),
  follows: integer('follows'),
  /** The version of the agreement that it began with. */
  agreement: integer('agreement').notNull().default(1),
  /** What follows from its ledger (clocks/): the next deadline, and when time has something to do. */
  due_at: instant('due_at'),
  due_clock: text('due_clock').$type<'response' | 'next_response' | 'resolution'>(),
  wakes_at: instant('wakes_at'),
  /** The school's own technician who has it first, while it waits for the school. */
  passed_to: integer('passed_to'),
  environment: jsonb('environment').$type<Environment>(),
  channel: text('channel').$type<Channel>().notNull().default('web'),
  caller: text('caller'),
  call_back: text('call_back'),
  /** Only the iGroup sees it; this never changes. */
  inside: boolean('inside').notNull().default(false),
  /** It asks with a form of its own; this never changes. */
  request: text('request').$type<Request>(),
  /** What it asks for is under way: it is not solved over it. */
  request_open: boolean('request_open').notNull().default(false),
  request_waits: text('request_waits').$type<Waits>(),
  request_told_at: instant('request_told_at'),
  request_due: date('request_due', { mode: 'string' }),
  /** The newest reply that somebody of each side has seen. */
  read_by_desk: bigint('read_by_desk', { mode: 'number' }).notNull().default(0),
  read_by_school: bigint('read_by_school', { mode: 'number' }).notNull().default(0),
  words: tsvector('words').notNull(),
});
export type TicketRow = Omit<typeof tickets.$inferSelect, 'words'>;

const messageColumns = {
  id: rowId(),
  ticket_number: integer('ticket_number').notNull(),
  school_id: integer('school_id').notNull(),
  author_id: integer('author_id').notNull(),
  text: text('text').notNull(),
  html: text('html').notNull(),
  written_at: instant('written_at').notNull(),
  words: tsvector('words').notNull(),
};

export const replies = pgTable('replies', messageColumns, table => [
  index('replies_of_ticket').on(table.ticket_number),
]);
export const notes = pgTable(
  'notes',
  { ...messageColumns, taken_back_at: instant('taken_back_at') },
  table => [index('notes_of_ticket').on(table.ticket_number)],
);

export const files = pgTable('files', {
  id: uuid('id').primaryKey().defaultRandom(),
  sha256: text('sha256').notNull(),
  name: text('name').notNull(),
  type: text('type').notNull(),
  size: integer('size').notNull(),
  school_id: integer('school_id'),
  uploaded_by: integer('uploaded_by').notNull(),
  uploaded_at: instant('uploaded_at').notNull(),
  reply_id: bigint('reply_id', { mode: 'number' }),
  note_id: bigint('note_id', { mode: 'number' }),
});
