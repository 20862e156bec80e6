import { z } from 'zod';
import { id, line } from '#platform/schemas.ts';
import { category_ids } from '../categories.ts';
import { state_ids } from '../lifecycle.ts';
import { as_ids, links } from './kinds.ts';

/** The contract of joined tickets. */

const Named = z.object({ id: z.number().int(), name: z.string() });
const School = Named.extend({ code: z.string() });

/** The other ticket, as far as a line about it says. */
export const OtherTicket = z.object({
  number: z.number().int(),
  subject: z.string(),
  state: z.enum(state_ids),
  school: School,
});
export type OtherTicket = z.infer<typeof OtherTicket>;

/** What a ticket is joined with. */
export const Joining = z.object({
  id: z.number().int(),
  /** What the other ticket is to this one. */
  as: z.enum(as_ids),
  ticket: OtherTicket,
  by: Named,
  made: z.object({ date: z.iso.date(), words: z.string() }),
  /** Until which day it can be undone; null where that has no end. */
  until: z.object({ date: z.iso.date(), words: z.string() }).nullable(),
  /** Whether this reader may undo it now. */
  can_part: z.boolean(),
});
export type Joining = z.infer<typeof Joining>;

export const Linking = z.object({ as: z.enum(links), ticket: id() });
export const Merging = z.object({ into: id() });
export const Splitting = z.object({
  messages: z
    .array(z.object({ kind: z.enum(['reply', 'note']), id: id() }))
    .min(1)
    .max(200),
  subject: line(),
  category: z.enum(category_ids).optional(),
});
export type Splitting = z.input<typeof Splitting>;

/** How the picker asks: words or a number; for a merge only what it can go into. */
export const ChoiceQuery = z.object({
  q: z.string().max(200).default(''),
  for: z.enum(['link', 'merge']).default('link'),
});
export const Choice = OtherTicket.extend({ requester: z.string(), same_school: z.boolean() });
export type Choice = z.infer<typeof Choice>;
export const Choices = z.object({ items: z.array(Choice) });

/** What a merge will be, before it is made: the two side by side. */
export const MergeSide = OtherTicket.extend({
  requester: z.string(),
  assignee: z.string().nullable(),
  people: z.array(z.string()),
  messages: z.number().int(),
  opened: z.string(),
  level2_reference: z.string().nullable(),
});
export type MergeSide = z.infer<typeof MergeSide>;
export const MergePreview = z.object({
  from: MergeSide,
  into: MergeSide,
  /** Who of the school will be on it then. */
  people: z.array(z.string()),
  /** Why it cannot be, in a sentence; null when it can. */
  refused: z.string().nullable(),
});
export type MergePreview = z.infer<typeof MergePreview>;

/** What undoing would mean: what was written since, that could belong to either ticket. */
export const Parting = z.object({
  joining: Joining,
  since: z.array(
    z.object({ id: z.number().int(), author: z.string(), text: z.string(), written: z.string() }),
  ),
});
export type Parting = z.infer<typeof Parting>;

/** Which of those go with the ticket that is parted; the others stay. */
export const PartQuery = z.object({
  take: z
    .preprocess(given => (typeof given === 'string' ? given.split(',') : given), z.array(id()).max(200))
    .optional(),
});
