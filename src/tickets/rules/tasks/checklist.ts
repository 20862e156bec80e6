import { z } from 'zod';
import { id, line, Moment } from '#platform/schemas.ts';
import { category_ids } from '../categories.ts';

/** The words of checklists and their schemas: the contract of `/api/checklists` and of a ticket's checklist. */

export const checklist_limits = { item_characters: 200, items: 30, of_a_ticket: 100 } as const;

const Person = z.object({ id: z.number().int(), name: z.string() });
const text = () => line(checklist_limits.item_characters);
/** One text for all, or one in each language. */
export const ItemText = z.union([text(), z.object({ en: text(), fr: text() })]);
export type ItemText = z.infer<typeof ItemText>;

const Item = z.object({
  text: z.object({ en: z.string(), fr: z.string() }),
  required_before_solving: z.boolean(),
});
export type ListedItem = z.infer<typeof Item>;

export const Checklist = z.object({
  id: z.number().int(),
  name: z.string(),
  /** New tickets of these get it by themselves. */
  categories: z.array(z.enum(category_ids)),
  items: z.array(Item),
});
export type Checklist = z.infer<typeof Checklist>;
export const Checklists = z.object({ items: z.array(Checklist), can: z.object({ change: z.boolean() }) });
export type Checklists = z.infer<typeof Checklists>;

const items = z
  .array(z.object({ text: ItemText, required_before_solving: z.boolean().default(false) }))
  .min(1)
  .max(checklist_limits.items);

export const NewChecklist = z.object({
  name: line(60),
  categories: z.array(z.enum(category_ids)).default([]),
  items,
});
export const ChecklistChange = z.object({
  name: line(60).optional(),
  categories: z.array(z.enum(category_ids)).optional(),
  items: items.optional(),
  /** False brings back what was removed. */
  removed: z.literal(false).optional(),
});

/** An item on a ticket. */
export const ChecklistItem = z.object({
  id: z.number().int(),
  /** The checklist that it came with; null for one that was added to this ticket. */
  list: z.string().nullable(),
  text: z.string(),
  required_before_solving: z.boolean(),
  ticked: z.object({ by: Person, at: Moment }).nullable(),
});
export type ChecklistItem = z.infer<typeof ChecklistItem>;

/** To a ticket: all of a checklist, or one item of its own. */
export const AddToChecklist = z.union([
  z.strictObject({ checklist: id() }),
  z.strictObject({ text: text(), required_before_solving: z.boolean().default(false) }),
]);
export type AddToChecklist = z.infer<typeof AddToChecklist>;
export const Ticking = z.object({ ticked: z.boolean() });
