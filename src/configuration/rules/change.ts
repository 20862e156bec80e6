import { z } from 'zod';
import type { Lang } from '#platform/schemas.ts';
import { id, line, Moment, page } from '#platform/schemas.ts';
import { near_day } from '#schools/rules/school.ts';
import { areas } from './areas.ts';
import { concern_ids, scopes } from './scope.ts';

/** The log of changes that schools concerned read: the contract of `/api/configuration/changes`. */

/** A planned change is done, or dropped; what was done may be rolled back, by a line of its own. */
export const change_states = ['planned', 'done', 'dropped'] as const;
export type ChangeState = (typeof change_states)[number];

/** How long a person who never looked reads lines as new. */
export const new_for_days = 30;

/** What is new to somebody: told after she looked last, or lately when she never did. */
export const isNew = (told_at: Date, looked_at: Date | null, now: Date): boolean =>
  told_at > (looked_at ?? new Date(now.getTime() - new_for_days * 86_400_000));

export const Change = z.object({
  id: z.uuid(),
  state: z.enum(change_states),
  state_words: z.string(),
  area: z.enum(areas),
  area_words: z.string(),
  setting: z.string(),
  was: z.string(),
  becomes: z.string(),
  why: z.string(),
  /** Why a planned change does not come. */
  dropped_why: z.string().nullable(),
  /** For when it is planned, else when it was done or dropped. */
  day: z.object({ date: z.iso.date(), words: z.string() }),
  month_words: z.string(),
  told: Moment,
  /** Whom it concerns, in words for the reader. */
  scope: z.enum(scopes),
  concerns: z.string(),
  /** Takes an earlier change back; or was taken back itself. */
  rolls_back: z.boolean(),
  rolled_back: z.boolean(),
  /** To this reader. */
  fresh: z.boolean(),
  /** The ticket by which it was asked: for the iGroup, and for the school whose ticket it is. */
  ticket: z.number().int().nullable(),
  /** How many schools it meant: for the iGroup. */
  schools: z.number().int().nullable(),
});
export type Change = z.infer<typeof Change>;

export const Changes = page(Change);
export type Changes = z.infer<typeof Changes>;

export const ChangeFilters = z.object({
  /** `planned`, or `over`: done and dropped. */
  state: z.enum(['planned', 'over']).optional(),
  area: z.enum(areas).optional(),
  from: near_day.optional(),
  until: near_day.optional(),
  /** Whom it concerns: one school alone, it and others, all. */
  concerns: z.enum(concern_ids).optional(),
  /** For the iGroup: what concerns this school, or a school of this wave; a school is not narrowed by others. */
  school: id().optional(),
  wave: id().optional(),
  q: line(100).optional(),
  /** Only what is new to oneself. */
  fresh: z.literal('yes').optional(),
});
export type ChangeFilters = z.output<typeof ChangeFilters>;

export const ChangeQuery = ChangeFilters.extend({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const change_state_names: Record<Lang, Record<ChangeState, string>> = {
  en: { planned: 'Planned', done: 'Done', dropped: 'Does not come' },
  fr: { planned: 'Prévu', done: 'Fait', dropped: 'Ne se fera pas' },
};
