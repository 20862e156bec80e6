import { z } from 'zod';
import { id, langs, line, Moment, page, stored } from '#platform/schemas.ts';
import { article_kinds } from '#knowledge/rules/kinds.ts';
import { category_ids } from '#tickets/rules/categories.ts';
import { forum_limits as limits } from './limits.ts';
import { shows } from './shows.ts';
import { names_choices } from './signing.ts';

/** The user forum (S20c): the contract of `/api/topics` and what stands beside it. */

const text = (max: number) =>
  z
    .string()
    .refine(written => written.trim() !== '', 'empty')
    .max(max)
    .refine(stored, 'unstorable');

const area = z.enum(category_ids);

export const NewTopic = z.object({
  area,
  title: line(limits.title),
  /** Markdown. */
  text: text(limits.text),
  /** Told by its small words where it is left out. */
  lang: z.enum(langs).optional(),
  /** Whether the desk may open a ticket for the asker if nobody answers. */
  may_open_ticket: z.boolean().default(false),
});
export type NewTopic = z.output<typeof NewTopic>;

export const TopicEdit = z.object({ title: line(limits.title), text: text(limits.text) });
export type TopicEdit = z.output<typeof TopicEdit>;
export const NewAnswer = z.object({ text: text(limits.text), lang: z.enum(langs).optional() });
export type NewAnswer = z.output<typeof NewAnswer>;
export const AnswerEdit = z.object({ text: text(limits.text) });

export const Accepting = z.object({ answer: id().nullable() });
export const MovingArea = z.object({ area });
export const Locking = z.object({ locked: z.boolean() });
export const Why = z.object({ why: text(limits.why) });
export const Merging = z.object({ into: id() });
export const Consenting = z.object({ consent: z.enum(['given', 'refused']) });
export const ToArticle = z.object({ kind: z.enum(article_kinds).default('faq') });

export const TopicsQuery = z.object({
  area: area.optional(),
  show: z.enum(shows).default('all'),
  /** Words of the question or of an answer, each by its beginning. */
  q: z.string().max(200).refine(stored, 'unstorable').optional(),
  /** What somebody is about to ask: the topics that are most like it come first, without pages. */
  like: z.string().max(limits.title).refine(stored, 'unstorable').optional(),
  cursor: line().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type TopicsQuery = z.output<typeof TopicsQuery>;

/** Who wrote it, as every school reads it. */
export const Signed = z.object({
  /** The person, where she is named. */
  name: z.string().nullable(),
  school: z.string().nullable(),
  igroup: z.boolean(),
  mine: z.boolean(),
  /** Who it was, for the desk. */
  person: z
    .object({ name: z.string(), school: z.object({ id: z.number().int(), name: z.string() }).nullable() })
    .nullable(),
});
export type Signed = z.infer<typeof Signed>;

export const TopicLine = z.object({
  id: z.number().int(),
  area,
  lang: z.enum(langs),
  title: z.string(),
  by: Signed,
  asked: Moment,
  /** When something was last said. */
  last: Moment,
  answers: z.number().int(),
  me_toos: z.number().int(),
  accepted: z.boolean(),
  locked: z.boolean(),
  following: z.boolean(),
  /** She follows it, and there is something that she has not read; or somebody names her there. */
  fresh: z.boolean(),
  mentioned: z.boolean(),
  /** For the desk: hidden from schools; waiting because nobody answered; reports that nobody has looked at. */
  hidden: z.boolean(),
  waiting: z.boolean(),
  reports: z.number().int(),
});
export type TopicLine = z.infer<typeof TopicLine>;

export const Topics = page(TopicLine).extend({
  /** How many have no answer, in the area that is asked for; the others for the desk. */
  counts: z.object({ unanswered: z.number().int(), waiting: z.number().int(), reported: z.number().int() }),
  can: z.object({ set_days: z.boolean(), set_names: z.boolean() }),
});
export type Topics = z.infer<typeof Topics>;

const Hidden = z.object({ by: z.string(), why: z.string(), at: Moment });

export const Answer = z.object({
  id: z.number().int(),
  lang: z.enum(langs),
  by: Signed,
  written: Moment,
  html: z.string(),
  /** As it is written, for who may edit it. */
  text: z.string().nullable(),
  edited: Moment.nullable(),
  accepted: z.boolean(),
  /** For the desk. */
  hidden: Hidden.nullable(),
  reports: z.number().int(),
  can: z.object({ edit: z.boolean(), report: z.boolean(), hide: z.boolean() }),
});
export type Answer = z.infer<typeof Answer>;

export const Topic = TopicLine.extend({
  html: z.string(),
  text: z.string().nullable(),
  edited: Moment.nullable(),
  me_too: z.boolean(),
  items: z.array(Answer),
  /** Questions that were merged into it. */
  merged: z.array(
    z.object({
      id: z.number().int(),
      lang: z.enum(langs),
      title: z.string(),
      html: z.string(),
      by: Signed,
      asked: Moment,
    }),
  ),
  /** The topic in which this one goes on. */
  goes_on_in: z.number().int().nullable(),
  /** For the asker and the desk. */
  consent: z.enum(['asked', 'given', 'refused']).nullable(),
  ticket: z.number().int().nullable(),
  /** The article that was made of it, for who reads that. */
  article: z.object({ id: z.number().int(), title: z.string() }).nullable(),
  hidden_because: Hidden.nullable(),
  /** For the desk: what was done with it, oldest first. */
  marks: z.array(
    z.object({ id: z.number().int(), words: z.string(), why: z.string().nullable(), at: Moment }),
  ),
  can: z.object({
    answer: z.boolean(),
    edit: z.boolean(),
    accept: z.boolean(),
    me_too: z.boolean(),
    follow: z.boolean(),
    report: z.boolean(),
    consent: z.boolean(),
    move: z.boolean(),
    merge: z.boolean(),
    part: z.boolean(),
    lock: z.boolean(),
    hide: z.boolean(),
    article: z.boolean(),
    ask_consent: z.boolean(),
    open_ticket: z.boolean(),
  }),
});
export type Topic = z.infer<typeof Topic>;

/** What was said before, the newest first, and what the next version changed. */
export const TextVersions = z.object({
  items: z.array(
    z.object({
      id: z.number().int(),
      title: z.string().nullable(),
      html: z.string(),
      until: Moment,
      /** Who of the iGroup edited it then; null is its author. */
      by: z.string().nullable(),
      /** Only the iGroup reads it. */
      inside: z.boolean(),
    }),
  ),
});
export type TextVersions = z.infer<typeof TextVersions>;

export const Reports = z.object({
  items: z.array(
    z.object({
      id: z.number().int(),
      topic: z.object({ id: z.number().int(), title: z.string() }),
      answer: z.number().int().nullable(),
      /** The beginning of the text that is reported. */
      text: z.string(),
      why: z.string(),
      by: z.string(),
      school: z.string().nullable(),
      at: Moment,
    }),
  ),
});
export type Reports = z.infer<typeof Reports>;

export const Names = z.object({ names: z.enum(names_choices) });
export const Wait = z.object({ days: z.coerce.number().int().min(1).max(limits.wait_days.most) });
/** The topics that an article was made of. */
export const OfArticle = z.object({ items: z.array(z.object({ id: z.number().int(), title: z.string() })) });
export type OfArticle = z.infer<typeof OfArticle>;
