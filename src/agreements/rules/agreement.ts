import { z } from 'zod';
import { Period } from '#accounts/rules/igroup/igroup.ts';
import { id, line, Moment, page, stored } from '#platform/schemas.ts';
import { priorities } from '#sla/rules/targets.ts';
import { agreement_limits as limits } from './limits.ts';
import { signing_states } from './signing.ts';
import { review_states } from './watching.ts';

/** The service level agreement (S8): the contract of `/api/agreements`. */

export const Day = z.object({ day: z.iso.date(), words: z.string() });
const Done = z.object({ by: z.string().nullable(), at: Moment });

const minutes = z.number().int().min(1).max(limits.minutes);
const Clocks = z.object({ response: minutes, resolution: minutes });
const Targets = z.object(
  Object.fromEntries(priorities.map(priority => [priority, Clocks])) as Record<
    (typeof priorities)[number],
    typeof Clocks
  >,
);
const share = z.number().min(0.01).max(1);
const Goals = z.object({ response: share, resolution: share });

/** The data and the text of a draft; `edition` is of what was seen: nothing is written over unseen. */
export const Writing = z.object({
  edition: z.number().int().min(1),
  targets: Targets,
  goals: Goals,
  warn_at: z.array(z.number().int().min(1).max(99)).max(limits.warnings),
  complaint_days: z.number().int().min(1).max(limits.complaint_days),
  review_on: z.iso.date(),
  text_en: z.string().max(limits.text).refine(stored, 'unstorable'),
  text_fr: z.string().max(limits.text).refine(stored, 'unstorable'),
});
export type Writing = z.output<typeof Writing>;

/** A draft begins as our own template, or as a version that was published. */
export const Beginning = z.object({ from: z.union([z.literal('template'), id()]) });
export type Beginning = z.output<typeof Beginning>;

/** From which day of the desk's zone it is effective. */
export const Publishing = z.object({ edition: z.number().int(), effective_on: z.iso.date() });
export type Publishing = z.output<typeof Publishing>;

const Said = z.object({ field: z.string(), sentence: z.string() });
const Row = z.object({
  priority: z.enum(priorities),
  words: z.string(),
  response: z.string(),
  resolution: z.string(),
});

const counts = z.object({
  waiting: z.number().int(),
  countersign: z.number().int(),
  signed: z.number().int(),
});
export type Counts = z.infer<typeof counts>;

export const AgreementLine = z.object({
  version: z.number().int(),
  state: z.enum(['draft', 'coming', 'effective']),
  /** Whether it is the newest that is effective. */
  newest: z.boolean(),
  /** Whether there is a document to sign. */
  document: z.boolean(),
  effective: Day.nullable(),
  written: Done,
  published: Done.nullable(),
  counts: counts.nullable(),
  /** The hours that the desk keeps, where a version in force says others, and the day since when. */
  other_hours: z.object({ since: Day, words: z.string() }).nullable(),
  /** Of a version in force: when both sides look at it again. */
  review: z.object({ state: z.enum(review_states), on: Day }).nullable(),
});
export type AgreementLine = z.infer<typeof AgreementLine>;
export const AgreementLines = z.object({
  items: z.array(AgreementLine),
  can: z.object({ write: z.boolean() }),
});
export type AgreementLines = z.infer<typeof AgreementLines>;

/** A document as it is read: cleaned HTML with its places filled, and what it is recognized by. */
const Document = z.object({ html: z.string(), sha256: z.string().nullable() });

export const Agreement = AgreementLine.extend({
  edition: z.number().int(),
  targets: Targets,
  goals: Goals,
  /** The desk's own: a school reads none. */
  warn_at: z.array(z.number()),
  complaint_days: z.number().nullable(),
  review_on: z.string().nullable(),
  rows: z.array(Row),
  goal_words: z.string(),
  hours_words: z.string(),
  /** As it is written, with its places; for the desk. */
  texts: z.object({ en: z.string(), fr: z.string() }).nullable(),
  documents: z.object({ en: Document, fr: Document }).nullable(),
  /** What keeps a draft from being published, and what is only strange. */
  faults: z.array(Said),
  warnings: z.array(Said),
  /** The first day that may be named on publishing. */
  earliest: z.string().nullable(),
  can: z.object({
    write: z.boolean(),
    publish: z.boolean(),
    countersign: z.boolean(),
    /** Whether paper is recorded and schools are reminded here. */
    keep: z.boolean(),
  }),
});
export type Agreement = z.infer<typeof Agreement>;

export const Comparison = z.object({
  from: z.number().int(),
  to: z.number().int(),
  values: z.array(z.object({ what: z.string(), from: z.string(), to: z.string() })),
  lines: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
});
export type Comparison = z.infer<typeof Comparison>;

/** Hours that the desk might keep. */
export const HoursTrying = z.object({ zone: z.string().max(60), week: z.array(Period).max(28) });
export type HoursTrying = z.output<typeof HoursTrying>;

/** The versions in force that say other hours, and how many schools have signed each. */
export const HoursContradicted = z.object({
  items: z.array(z.object({ version: z.number().int(), hours_words: z.string(), signed: z.number().int() })),
});
export type HoursContradicted = z.infer<typeof HoursContradicted>;

const Signature = z.object({
  name: z.string(),
  role: z.string(),
  way: z.enum(['browser', 'paper']),
  on: Day,
  recorded: Moment,
  sha256: z.string().nullable(),
});
export type Signature = z.infer<typeof Signature>;

export const SigningLine = z.object({
  school: z.object({ id: z.number().int(), name: z.string() }),
  state: z.enum(signing_states),
  by_school: Signature.nullable(),
  by_group: Signature.nullable(),
  reminded: Moment.nullable(),
  /** Which version holds for it today. */
  holds: z.number().int(),
});
export type SigningLine = z.infer<typeof SigningLine>;
export const SigningLines = page(SigningLine).extend({ counts });
export type SigningLines = z.infer<typeof SigningLines>;

export const SigningQuery = z.object({
  state: z.enum(signing_states).optional(),
  q: line(100).optional(),
  school: id().optional(),
  cursor: line(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type SigningQuery = z.output<typeof SigningQuery>;

const name = line(limits.name);
const role = line(limits.role);
export const Signing = z.object({
  name,
  role,
  /** Of the document that was on the screen. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  agreed: z.literal(true),
  password: z.string().max(1000),
});
export type Signing = z.output<typeof Signing>;

export const Countersigning = z.object({ schools: z.array(id()).min(1).max(500), role });
export type Countersigning = z.output<typeof Countersigning>;

export const PaperSigning = z.object({
  school: id(),
  name,
  role,
  /** A day of the school's zone that is not ahead. */
  signed_on: z.iso.date(),
  group_name: name,
  group_role: role,
});
export type PaperSigning = z.output<typeof PaperSigning>;

/** Without schools: all that have not signed. */
export const Reminding = z.object({ schools: z.array(id()).min(1).max(500).optional() });
export type Reminding = z.output<typeof Reminding>;
export const Reminded = z.object({ schools: z.number().int() });

/** What a school has: the version that holds for it, the one that waits for its lead, and what it has signed. */
export const OwnAgreement = z.object({
  holds: Agreement,
  /** The newest one to sign, where it is not signed by both yet. */
  waits: Agreement.nullable(),
  state: z.enum(signing_states).nullable(),
  by_school: Signature.nullable(),
  /** Against the version that it signed last. */
  news: Comparison.nullable(),
  reminded: Moment.nullable(),
  signed: z.array(
    z.object({ version: z.number().int(), by_school: Signature, by_group: Signature, holds: z.boolean() }),
  ),
  leads: z.array(z.string()),
  can: z.object({ sign: z.boolean() }),
});
export type OwnAgreement = z.infer<typeof OwnAgreement>;
