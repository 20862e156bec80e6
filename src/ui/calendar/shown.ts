import { laterWords } from '#ui/ui.ts';
import type { CalendarWords } from './words/en.ts';

export const useCalendarWords = laterWords<CalendarWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

/** A calendar as the server tells it: every time is in words already. */

export interface MarkedDay {
  date: string;
  words: string;
  name: string;
  kind: 'holiday' | 'closed' | 'hours';
  hours: string | null;
}

export interface ShownYear {
  year: number;
  today: string;
  open_weekdays: readonly number[];
  days: readonly MarkedDay[];
}

export interface ToldDays {
  id: number;
  name: string;
  words: string;
  hours: string | null;
  kind?: string;
  said: { by: string; at: { words: string; exact: string } } | null;
  over: boolean;
  can: { take_back: boolean };
}

export interface ShownCalendar {
  now: { open: boolean; words: string };
  zone_words: string;
  week?: readonly { weekday: number; from_minute: number; to_minute: number }[];
  calendar: ShownYear;
  told: readonly ToldDays[];
  can: { change: boolean };
}

interface Line {
  name: string;
  words: string;
}

export interface ShownDifference {
  seen: string;
  added: Line[];
  changed: { from: Line; to: Line }[];
  gone: Line[];
  same: number;
  left_out: (Line & { why: string })[];
}

/** What a calendar is of: where it is asked for, and what its days may be. */
export interface CalendarOf {
  calendar: string;
  /** Where days are told; what is done with a file stands below it. */
  days: string;
  /** For what a day may be where it is not only closed. */
  kinds?: readonly { id: string; name: string }[];
  /** Whether a day may have hours of its own. */
  with_hours?: boolean;
  /** The kind of its events. */
  heard: string;
}
