import { z } from 'zod';
import { line, Moment } from '#platform/schemas.ts';
import { name_characters, numbers_limits } from './limits.ts';

/** What the installation is called and when its desk works: the contract of `/api/igroup` and its like. */

/** Null where nobody has said it yet. */
export const IgroupNames = z.object({ name: z.string().nullable(), system: z.string().nullable() });
export type IgroupNames = z.infer<typeof IgroupNames>;

const says = line(numbers_limits.says);
/** A number to call when nothing else goes, and when or for what, in both languages. */
export const EmergencyNumber = z.object({
  says: z.object({ en: says, fr: says }),
  number: line(numbers_limits.number).refine(
    number => (number.match(/\d/g) ?? []).length >= 3,
    'not_a_number',
  ),
});
export type EmergencyNumber = z.infer<typeof EmergencyNumber>;

/** What everybody may read of the group, without sign-in, in one language. */
export const PublicIgroup = IgroupNames.extend({
  numbers: z.array(z.object({ says: z.string(), number: z.string() })),
});
export type PublicIgroup = z.infer<typeof PublicIgroup>;

/** `version` is of what was seen: who has seen less is told, and nothing is written over. */
const version = z.number().int().min(0);

export const IgroupNaming = z.object({
  name: line(name_characters),
  system: line(name_characters),
  version,
});
export type IgroupNaming = z.output<typeof IgroupNaming>;

export const IgroupNumbering = z.object({
  numbers: z.array(EmergencyNumber).max(numbers_limits.items),
  version,
});
export type IgroupNumbering = z.output<typeof IgroupNumbering>;

export const Period = z.object({
  weekday: z.number().int().min(1).max(7),
  from_minute: z.number().int().min(0).max(1439),
  to_minute: z.number().int().min(1).max(1440),
});

export const DeskTiming = z.object({
  zone: z.string().max(60),
  /** Several stretches a day are allowed; at least one a week. */
  week: z.array(Period).min(1, 'never_open').max(28),
  version,
});
export type DeskTiming = z.output<typeof DeskTiming>;

const Said = z.object({ by: z.string(), at: Moment });

export const Igroup = z.object({
  names: IgroupNames.extend({ version }),
  /** Whom to call when nothing else goes. */
  emergency: z.object({ numbers: z.array(EmergencyNumber), version }),
  time: z.object({
    zone: z.string(),
    zone_words: z.string(),
    week: z.array(Period),
    /** "Monday to Friday 8:00–16:00". */
    words: z.string(),
    version,
    /** Who has said it last; null: it is as every installation begins. */
    said: Said.nullable(),
  }),
  /** What held before, the latest first. */
  before: z.array(z.object({ words: z.string(), zone_words: z.string(), until: Moment })),
  can: z.object({ change: z.boolean() }),
});
export type Igroup = z.infer<typeof Igroup>;
