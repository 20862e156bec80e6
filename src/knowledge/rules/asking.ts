import type { Category } from '#tickets/rules/categories.ts';
import type { Urgency } from '#tickets/rules/priority.ts';

/** When answers are looked for while somebody types. Knows no library. */

export interface Typed {
  subject: string;
  description?: string;
  category?: Category | '';
  urgency?: Urgency;
}

/** Fewer letters than this say nothing yet. */
export const fewest_letters = 8;
/** At most so many answers are shown beside what is typed. */
export const most_shown = 3;

const letters = /[\p{L}\p{N}]/gu;

/** What is urgent goes to the desk at once, and what is private is not asked around for: neither is answered from here. */
export const isForTheDesk = ({ category, urgency }: Pick<Typed, 'category' | 'urgency'>): boolean =>
  category === 'privacy_incident' || urgency === 'high' || urgency === 'critical';

/** Whether answers are looked for. */
export const worthAsking = (typed: Typed): boolean =>
  !isForTheDesk(typed) &&
  (`${typed.subject}${typed.description ?? ''}`.match(letters)?.length ?? 0) >= fewest_letters;

interface Like {
  score: number;
  ended?: boolean | undefined;
}

/** How near to the nearest a ticket must be. */
const near_enough = 0.7;

/** Of tickets like it, best first, those that one could add to: under way, and about as near as the nearest. */
export const toAddTo = <T extends Like>({
  items,
  confident,
}: {
  items: readonly T[];
  confident: boolean;
}): T[] =>
  confident
    ? items
        .filter(({ ended, score }) => !ended && score >= near_enough * items[0]!.score)
        .slice(0, most_shown)
    : [];
