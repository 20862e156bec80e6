import { z } from 'zod';
import { id, langs, line, Moment, page, prose } from '#platform/schemas.ts';
import { Local } from '#schools/rules/announcement.ts';
import { category_ids } from '#tickets/rules/categories.ts';
import { audiences, notice_kinds, severities, status_limits } from './kinds.ts';
import { notice_moves, notice_states, told_moves } from './states.ts';

/** What the iGroup tells of the supported system: the contract of `/api/status`. */

const count = z.number().int();
const Named = z.object({ id: z.number().int(), name: z.string() });

/** For whom, as it is said. */
const ForWhom = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(audiences).exclude(['some']) }),
  z.object({ kind: z.literal('some'), schools: z.array(id()).min(1).max(status_limits.schools) }),
]);
export type ForWhom = z.output<typeof ForWhom>;

const written = {
  kind: z.enum(notice_kinds),
  system: id(),
  severity: z.enum(severities),
  for: ForWhom,
  lang: z.enum(langs),
  title: line(status_limits.title),
  text: prose(),
  /** What a ticket of it is about. */
  category: z.enum(category_ids).exclude(['privacy_incident', 'security_role']),
  /** On the desk's clock; left out: now. */
  starts: Local.optional(),
  ends: Local.nullable(),
};

export const NewNotice = z.object({
  ...written,
  lang: written.lang.default('en'),
  category: written.category.default('sis_error'),
  ends: written.ends.default(null),
  /** A ticket from which it is written: it is gathered into it. */
  ticket: id().optional(),
});
export type NewNotice = z.output<typeof NewNotice>;

/** What is left out stays. `edition` is that which was read: what somebody wrote since is not written over. */
export const NoticeChange = z
  .object({ ...written, edition: count })
  .partial()
  .required({ edition: true });
export type NoticeChange = z.output<typeof NoticeChange>;

export const Publishing = z.object({ edition: count });
export const Told = z.object({
  text: prose(),
  move: z.enum(told_moves).optional(),
});
export type Told = z.output<typeof Told>;

const Update = z.object({
  id: z.uuid(),
  at: Moment,
  /** Sanitised by the server. */
  html: z.string(),
  move: z.enum(told_moves).nullable(),
  move_words: z.string().nullable(),
  /** Who told it, for the iGroup. */
  by: z.string().nullable(),
  /** While it can be taken back, and whether by oneself; null once it is told. */
  leaves_in_seconds: count.nullable(),
  mine: z.boolean(),
});

/** What one said of it oneself. */
const MeTooSaid = z.object({
  at: Moment,
  browser: z.string().nullable(),
  system: z.string().nullable(),
  computers: count.nullable(),
  works: z.boolean().nullable(),
  ticket: count.nullable(),
});

export const Notice = z.object({
  id: z.uuid(),
  kind: z.enum(notice_kinds),
  kind_words: z.string(),
  system: Named,
  severity: z.enum(severities),
  severity_words: z.string(),
  lang: z.enum(langs),
  title: z.string(),
  /** Sanitised by the server. */
  html: z.string(),
  state: z.enum(notice_states),
  state_words: z.string(),
  starts: Moment,
  ends: Moment.nullable(),
  /** From when until when, in words of the reader's zone. */
  period: z.string(),
  changed: Moment,
  /** The newest first. */
  updates: z.array(Update),
  /** For a school: what she said of it herself, and whether she is asked whether it works again. */
  me_too: MeTooSaid.nullable(),
  asked: z.boolean(),
  /** For the iGroup; null for a school, which is told of no others. */
  inside: z
    .object({
      text: z.string(),
      category: z.enum(category_ids),
      audience: z.enum(audiences),
      audience_words: z.string(),
      schools: z.array(Named),
      starts_local: z.string(),
      ends_local: z.string().nullable(),
      edition: count,
      by: z.string(),
      tickets: count,
      open_tickets: count,
      me_toos: count,
      computers: count,
      affected_schools: count,
    })
    .nullable(),
  can: z.object({
    write: z.boolean(),
    tell: z.boolean(),
    moves: z.array(z.enum(notice_moves)),
    gather: z.boolean(),
    me_too: z.boolean(),
  }),
});
export type Notice = z.infer<typeof Notice>;

export const Notices = page(Notice).extend({ can: z.object({ write: z.boolean() }) });
export type Notices = z.infer<typeof Notices>;

export const NoticesQuery = z.object({
  /** `current`: what is written, planned or running; for a school also what was solved a moment ago. */
  when: z.enum(['current', 'past']).default('current'),
  kind: z.enum(notice_kinds).optional(),
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type NoticesQuery = z.output<typeof NoticesQuery>;

/** Texts as they were before a change, and what is different in the next. */
export const NoticeVersions = z.object({
  items: z.array(
    z.object({
      edition: count,
      by: z.string(),
      at: Moment,
      lines: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
    }),
  ),
});
export type NoticeVersions = z.infer<typeof NoticeVersions>;

export const Systems = z.object({
  items: z.array(z.object({ id: count, name: z.string(), name_en: z.string(), name_fr: z.string() })),
  can: z.object({ change: z.boolean() }),
});
export type Systems = z.infer<typeof Systems>;

/** The whole list in its order; one without an id is new, one that is left out is offered no more. */
export const SystemsChange = z.object({
  items: z
    .array(
      z.object({
        id: id().optional(),
        name_en: line(status_limits.system),
        name_fr: line(status_limits.system),
      }),
    )
    .min(1)
    .max(status_limits.systems),
});
export type SystemsChange = z.output<typeof SystemsChange>;
