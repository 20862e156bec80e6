import { z } from 'zod';
import { limits as sizes, Moment } from '#platform/schemas.ts';

/** What is being written: its places, its fields, its versions. The contract of `/api/drafts`. */

export const draft_limits = {
  /** As many texts as one person may have begun and not sent. */
  drafts_per_person: 300,
  /** As many boxes as a form may have: a ticket can have 150 fields of its own. */
  fields: 200,
  /** What nobody went on with for so long goes. */
  kept_days: 60,
} as const;

/** Where something is written: the portal's question, a new ticket at the desk, one kind of text on one ticket or topic. */
export const DraftPlace = z
  .string()
  .regex(/^(ask|new:[a-z][a-z0-9_]{0,39}|(ticket|topic):[1-9]\d{0,8}:[a-z][a-z0-9_]{0,39})$/);

const Field = z
  .string()
  .max(sizes.prose_characters)
  .refine(text => text.isWellFormed() && !text.includes('\0'), 'unstorable');

/** Texts by the names of their form's fields; `files` holds the uploaded files as JSON. */
const Fields = z
  .record(z.string().regex(/^[a-z][a-z0-9_]{0,39}$/), Field)
  .refine(fields => Object.keys(fields).length <= draft_limits.fields);

const Version = z.coerce.number().int().min(0).max(2_147_483_646);

export const Draft = z.object({
  place: z.string(),
  fields: z.record(z.string(), z.string()),
  /** Rises with each keeping; 0 when nothing is kept there. */
  version: z.number().int(),
  written: Moment.nullable(),
});
export type Draft = z.infer<typeof Draft>;

export const Drafts = z.object({ items: z.array(Draft) });

/** What to keep, and the version that it was written upon: 0 when there was none. */
export const KeepDraft = z.object({ fields: Fields, version: Version });
export type KeepDraft = z.infer<typeof KeepDraft>;

/** The newest version that may go; without it, any. */
export const DropDraft = z.object({ version: Version.optional() });
