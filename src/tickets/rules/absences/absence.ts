import { z } from 'zod';
import { id, line } from '#platform/schemas.ts';

/** The words of the rota: hours of the week, absences, who is there. The contract of `/api/rota` and its like. */

export const Period = z.object({
  weekday: z.number().int().min(1).max(7),
  from_minute: z.number().int().min(0).max(1439),
  to_minute: z.number().int().min(1).max(1440),
});
/** Empty: she counts as there at any time. */
export const Hours = z.object({ hours: z.array(Period).max(28) });
export type Hours = z.output<typeof Hours>;

const days = {
  from_date: z.iso.date(),
  from_noon: z.boolean(),
  to_date: z.iso.date(),
  to_noon: z.boolean(),
};
const more = { reason: line().nullable(), stand_in: id().nullable() };

export const NewAbsence = z.object({
  person: id(),
  ...days,
  from_noon: days.from_noon.default(false),
  to_noon: days.to_noon.default(false),
  reason: more.reason.default(null),
  stand_in: more.stand_in.default(null),
});
export type NewAbsence = z.output<typeof NewAbsence>;

export const AbsenceChange = z.object({
  ...(Object.fromEntries(
    Object.entries({ ...days, ...more }).map(([name, schema]) => [name, schema.optional()]),
  ) as { [N in keyof (typeof days & typeof more)]: z.ZodOptional<(typeof days & typeof more)[N]> }),
  /** False brings back what was removed. */
  removed: z.literal(false).optional(),
});
export type AbsenceChange = z.output<typeof AbsenceChange>;

const Named = z.object({ id: z.number().int(), name: z.string() });

export const Absence = z.object({
  id: z.number().int(),
  person: Named,
  ...days,
  /** The days in words, for the reader. */
  words: z.string(),
  reason: z.string().nullable(),
  stand_in: Named.nullable(),
});
export type Absence = z.infer<typeof Absence>;

export const rota_days = 14;
/** From which day; the Monday of this week when left out. */
export const RotaQuery = z.object({ from: z.iso.date().optional() });

export const Rota = z.object({
  /** The first day of the picture, of the one before and of the one after. */
  from: z.iso.date(),
  before: z.iso.date(),
  after: z.iso.date(),
  /** "23 November to 6 December". */
  words: z.string(),
  days: z.array(
    z.object({
      date: z.iso.date(),
      weekday: z.number().int(),
      day: z.number().int(),
      words: z.string(),
      today: z.boolean(),
    }),
  ),
  people: z.array(
    Named.extend({
      me: z.boolean(),
      left: z.boolean(),
      /** "away until Thursday 8:00", or null: she is there. */
      away: z.string().nullable(),
      /** Two for each day: until noon, from noon. */
      halves: z.array(z.enum(['there', 'absent', 'off'])),
      hours: z.array(Period),
      hours_words: z.string(),
      absences: z.array(Absence),
      open_tickets: z.number().int(),
      can: z.object({ change: z.boolean(), hand_over: z.boolean() }),
    }),
  ),
});
export type Rota = z.infer<typeof Rota>;
export type RotaPerson = Rota['people'][number];

/** Everybody of the desk who is not there now, in words. */
export const Whereabouts = z.object({
  items: z.array(
    z.object({
      person: z.number().int(),
      /** "away", or "has left". */
      word: z.string(),
      /** The same with until when. */
      words: z.string(),
      left: z.boolean(),
      stand_in: Named.nullable(),
    }),
  ),
});
export type Whereabouts = z.infer<typeof Whereabouts>;
