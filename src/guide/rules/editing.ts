import { z } from 'zod';
import { Drawn } from '#drawing/rules/drawn.ts';
import type { May } from '#accounts/rules/policy.ts';
import { holds } from '#accounts/rules/who.ts';
import { id, line, Moment } from '#platform/schemas.ts';
import { Guide } from './guide.ts';

/** Writing the guide: the contract of `/api/guide`. */

/** Who writes and publishes it: it tells all schools whose problem it is. */
export const keepsGuide: May = who => holds(who, 'coordinator', 'administrator');

const both = z.object({ en: z.string(), fr: z.string() });
const Trouble = z.object({
  kind: z.enum(['dead_end', 'cycle', 'unreached', 'unset', 'unknown', 'missing', 'twice', 'walk']),
  at: z.string(),
  words: both,
});
const Difference = z.object({
  what: z.enum(['question', 'outcome', 'group', 'variable', 'walk', 'guide']),
  id: z.string(),
  called: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
  parts: z.array(z.object({ part: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
});
const edition = z.number().int().min(0);

/** The guide with every text in both languages: what is published, and what is being written. */
export const KeptGuide = z.object({
  version: z.number().int(),
  guide: Guide,
  /** Null where nothing is being written. */
  draft: z
    .object({
      guide: Guide,
      edition,
      /** The version that it began from. */
      version: z.number().int(),
      by: z.string(),
      at: Moment,
      /** What is wrong with it: nothing may be, to publish it. */
      troubles: z.array(Trouble),
      differences: z.array(Difference),
    })
    .nullable(),
  versions: z.array(
    z.object({ version: z.number().int(), why: z.string(), by: z.string().nullable(), at: Moment }),
  ),
  can: z.object({ write: z.boolean() }),
});
export type KeptGuide = z.infer<typeof KeptGuide>;

/** What is being written as a chart, of which edition (0: what is published, as nobody writes). */
export const DrawnDraft = z.object({ edition, drawn: Drawn });
export type DrawnDraft = z.infer<typeof DrawnDraft>;

/** `edition` is of what was seen (0: nothing was being written): nothing is written over unseen. */
export const GuideWriting = z.object({ guide: Guide, edition });
export type GuideWriting = z.output<typeof GuideWriting>;

/** Publishing says why, for whoever reads the versions. */
export const Publishing = z.object({ edition, why: line(200) });
export type Publishing = z.output<typeof Publishing>;
export const Dropping = z.object({ edition: z.coerce.number().int().min(0) });

/** A version, whole, and what is different in it against another: the one before it, if none is named. */
export const OfVersion = z.object({ version: id() });
export const Against = z.object({ against: z.coerce.number().int().min(1).optional() });
export const GuideVersion = z.object({
  version: z.number().int(),
  why: z.string(),
  guide: Guide,
  /** Null where nothing came before it. */
  against: z.number().int().nullable(),
  differences: z.array(Difference),
});
export type GuideVersion = z.infer<typeof GuideVersion>;

/** Lays a version into the draft; `edition` is of the draft that was seen, as in writing. */
export const Taking = z.object({ edition });
export type Taking = z.output<typeof Taking>;
