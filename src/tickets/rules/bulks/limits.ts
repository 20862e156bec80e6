/** What a bulk may be and come to. Knows no library, so that the screens have it too. */

export const bulk_limits = { tickets: 10_000, listed: 20, listed_hours: 24, kept_days: 7 } as const;

/**
 * What became of one ticket: `done`; `already` so; `refused`, with its reason; `not_done`, since the bulk was stopped or
 * taken back before; `undone` again; `kept`, since it could not be undone, with its reason.
 */
export const outcomes = ['done', 'already', 'refused', 'not_done', 'undone', 'kept'] as const;
export type Outcome = (typeof outcomes)[number];
