import { z } from 'zod';
import { Moment } from '#platform/schemas.ts';
import { most_snoozed_days, snooze_choices } from './waking.ts';

/** Putting a ticket away for a while, for oneself alone: the contract of `/api/tickets/:number/snooze`. */

const Person = z.object({ id: z.number().int(), name: z.string() });

/** Until a morning of the desk, or only until the school answers; its answer ends every snooze. */
export const Snoozing = z.object({ until: z.union([z.enum([...snooze_choices, 'answer']), z.iso.date()]) });
export type Snoozing = z.infer<typeof Snoozing>;

/** `back`: it came back by itself, and its person has not looked at it since. */
export const SnoozeState = z.enum(['asleep', 'back']);

export const Snoozed = z.object({
  mine: z.object({ state: SnoozeState, until: Moment.nullable() }).nullable(),
  /** Who else has put it away. */
  others: z.array(Person.extend({ until: Moment.nullable() })),
  /** Until when it could be put away now. */
  choices: z.array(z.object({ until: z.enum(snooze_choices), at: Moment })),
});
export type Snoozed = z.infer<typeof Snoozed>;

export const wrong_day = {
  en: `Choose a day after today, at most ${most_snoozed_days} days ahead.`,
  fr: `Choisissez un jour après aujourd’hui, au plus ${most_snoozed_days} jours plus tard.`,
};
