import { z } from 'zod';
import { id, Moment } from '#platform/schemas.ts';
import { notice_kind_ids } from './notices.ts';
import { doings } from './presence.ts';

/** What a person has read, who is at a ticket, what concerns her: the contract of these addresses. */

const message = () => z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** How far a person has read a ticket: the newest reply and the newest note that she has seen; 0 is none. */
export const Reading = z.object({ reply: message(), note: message() });
export type Reading = z.infer<typeof Reading>;

/** What a page tells: what it leaves out was not looked at. */
export const ReadUpTo = z.object({ reply: message().default(0), note: message().default(0) });
export type ReadUpTo = z.input<typeof ReadUpTo>;

export const Presence = z.object({ doing: z.enum(doings) });

export const Present = z.object({
  person: z.object({ id: z.number().int(), name: z.string() }),
  doing: z.enum(doings),
});
export type Present = z.infer<typeof Present>;

/** The others who are at a ticket. */
export const PresentPeople = z.object({ items: z.array(Present) });

export const NoticeKind = z.enum(notice_kind_ids);

export const Notice = z.object({
  id: z.number().int(),
  kind: NoticeKind,
  /** Null where it is of something else. */
  ticket: z.object({ number: z.number().int(), subject: z.string() }).nullable(),
  /** 'YYYY-MM': whose statement is there; else null. */
  month: z.string().nullable(),
  /** Of what is told of the supported system: which; else null. */
  status: z.uuid().nullable(),
  /** A version of the agreement; else null. */
  agreement: z.number().int().nullable(),
  /** A topic of the forum, by the title that it had; else null. */
  topic: z.object({ id: z.number().int(), title: z.string() }).nullable(),
  /** What happened, as a sentence in the reader's language. */
  words: z.string(),
  at: Moment,
  read: z.boolean(),
});
export type Notice = z.infer<typeof Notice>;

export const NoticePage = z.object({
  items: z.array(Notice),
  next: z.string().nullable(),
  /** How many are not read yet, over all pages. */
  unread: z.number().int(),
});
export type NoticePage = z.infer<typeof NoticePage>;

const position = () => z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

export const NoticesQuery = z.object({
  /** Goes on after the notice that a page ended with. */
  cursor: position().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

/** Read: everything up to a notice, or what concerns one ticket or topic. */
export const NoticesRead = z.union([
  z.strictObject({ up_to: position() }),
  z.strictObject({ ticket: id() }),
  z.strictObject({ topic: id() }),
]);
export type NoticesRead = z.infer<typeof NoticesRead>;
export const Unread = z.object({ unread: z.number().int() });

/** Which kinds a person wants to be told of. */
export const NoticeChoices = z.record(NoticeKind, z.boolean());
export type NoticeChoices = z.infer<typeof NoticeChoices>;
export const NoticeChoicesChange = z.partialRecord(NoticeKind, z.boolean());
