import { z } from 'zod';
import { id, line } from '#platform/schemas.ts';
import { tag_limits } from './limits.ts';

/** The words of tags and their schemas: the contract of `/api/tags`. A tag is the iGroup's; no school sees any. */

/** As it is typed: one line, inner spaces as one. Two names that differ in capitals only are one tag. */
export const TagName = line(tag_limits.name_characters).transform(name => name.replace(/\s+/g, ' '));

export const Tag = z.object({ id: z.number().int(), name: z.string() });
export type Tag = z.infer<typeof Tag>;
export const Tags = z.object({ items: z.array(Tag) });

const some = z.array(TagName).max(tag_limits.on_a_ticket).default([]);
/** By name: what is added and isn't there yet is made. */
export const Tagging = z.object({ add: some, remove: some });
export type Tagging = z.output<typeof Tagging>;

export const TagChange = z.object({
  name: TagName.optional(),
  /** Reads it as this tag from now on; null takes the two apart again. */
  stands_for: id().nullable().optional(),
  /** False brings back what was removed. */
  removed: z.literal(false).optional(),
});
export type TagChange = z.output<typeof TagChange>;

const count = z.number().int();
/** On how many tickets each stands, with the tags that were merged into it. */
export const TagCounts = z.object({
  items: z.array(
    Tag.extend({ open: count, all: count, merged: z.array(Tag), can: z.object({ change: z.boolean() }) }),
  ),
});
export type TagCounts = z.infer<typeof TagCounts>;
