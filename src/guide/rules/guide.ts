import { z } from 'zod';
import { stored } from '#platform/schemas.ts';
import { category_ids } from '#tickets/rules/categories.ts';
import { impacts, urgencies } from '#tickets/rules/priority.ts';
import { families, systems } from './browsers.ts';
import { allows, auto_checks, guide_limits as limits, owners, workers } from './kinds.ts';

/**
 * The connectivity guide as data (S16–S19, S27): questions, where each answer leads, and outcomes that say whose it is.
 * It is kept with every text in both languages, and read in one of them.
 */

const key = z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/, 'guide_id');
const answer_key = z.string().regex(/^[a-z0-9][a-z0-9_]{0,29}$/, 'guide_id');
const one = z.string().max(limits.text).refine(stored, 'unstorable');
const both = z.object({ en: one, fr: one });

const Browser = z.object({
  family: z.enum(families),
  min: z.number().int().min(1).max(999),
  os: z.array(z.enum(systems)).min(1),
});
const address = z.string().trim().max(limits.address).refine(stored, 'unstorable');
const addresses = z.array(address).max(limits.addresses);

/** What the texts name in braces, as it is for this consortium. */
export const Variables = z.object({
  SIS_NAME: address,
  SIS_URL: address,
  SIS_HOST: address,
  SIS_PORTS: z.array(z.number().int().min(1).max(65_535)).max(20),
  SIS_OTHER_HOSTS: addresses,
  /** The system runs in a plug-in of the browser: the questions about it appear. */
  SIS_NEEDS_PLUGIN: z.boolean(),
  SIS_IDLE_MINUTES: z.number().int().min(1).max(1440),
  SUPPORTED_BROWSERS: z.array(Browser).min(1).max(40),
  HELPDESK_PHONE: z.string().trim().max(60).refine(stored, 'unstorable'),
  /** Two sites that have nothing to do with the system. */
  CHECK_SITES: addresses,
  /** Which addresses the page itself may try from a school's computer; none unless an administrator names it. */
  MEASURED_SITES: addresses,
});
export type Variables = z.infer<typeof Variables>;

const guideOf = <T extends z.ZodType>(text: T) => {
  const Answer = z.object({
    id: answer_key,
    label: text,
    /** A question or an outcome. */
    next: key,
    /** What the ticket says in place of the label. */
    record: text.optional(),
  });
  const Question = z.object({
    id: key,
    group: key,
    who: z.enum(workers),
    minutes: z.number().int().min(1).max(60),
    offline_ok: z.boolean(),
    question: text,
    why: text,
    howto: z.array(text).max(limits.steps),
    answers: z.array(Answer).max(limits.answers),
    /** It is only asked where this variable is true; else the walk goes on at `else_next`. */
    when: z.string().max(40).optional(),
    else_next: key.optional(),
    /** What the browser measures for it, and which answer each result picks; null picks none. */
    auto_check: z
      .object({ id: z.enum(auto_checks), maps: z.record(z.string(), answer_key.nullable()) })
      .optional(),
  });
  const Outcome = z.object({
    id: key,
    title: text,
    owner: z.enum(owners),
    /** The line of the paper that it rests on. */
    seed: z.string().max(limits.text),
    resolved: z.boolean(),
    exception: z.boolean(),
    advice: z.array(text).max(limits.steps),
    ticket: z.object({
      allow: z.enum(allows),
      category: z.enum(category_ids).optional(),
      impact: z.enum(impacts).optional(),
      urgency: z.enum(urgencies).optional(),
      subject: text.optional(),
      /** Questions without whose answer the desk can't begin. */
      needs: z.array(key).max(limits.answers).optional(),
    }),
  });
  return z.object({
    start: key,
    groups: z.array(z.object({ id: key, title: text })).max(limits.groups),
    questions: z.array(Question).min(1).max(limits.questions),
    outcomes: z.array(Outcome).min(1).max(limits.questions),
    variables: Variables,
    /** What a ticket says, with {school}, {answers_table} and the like. */
    body: text,
  });
};

/** A walk that must end where it says, whatever is edited. */
const Walk = z.object({
  name: both,
  answers: z.array(z.tuple([key, answer_key])).max(60),
  outcome: key,
});

export const Guide = guideOf(both).extend({ walks: z.array(Walk).max(limits.walks) });
export type Guide = z.infer<typeof Guide>;
/** In one language, with its variables filled in. */
export const SpokenGuide = guideOf(z.string());
export type SpokenGuide = z.infer<typeof SpokenGuide>;

/** What the rules need of a guide, in whatever language. */
export type AnyGuide = Guide | SpokenGuide;
export type Question = AnyGuide['questions'][number];
