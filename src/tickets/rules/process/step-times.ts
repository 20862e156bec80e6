import type { Lang } from '#platform/schemas.ts';
import { spanWords } from '#sla/rules/moments.ts';

/** How long tickets stay in a state: what is said of it, and of how many it must be known. */

export const fewest_tickets = 10;
export const fewest_schools = 5;
export const months = 12;

/** How long one ticket was in one state, in minutes when the desk is open. */
export interface Stay {
  category: string;
  state: string;
  school_id: number;
  minutes: number;
}

export interface StepTime {
  category: string;
  state: string;
  tickets: number;
  schools: number;
  half_minutes: number;
  most_minutes: number;
}

/** By category and state, where enough tickets stand behind it; a ticket counts once in a state. */
export function stepTimes(stays: Iterable<Stay>): StepTime[] {
  const groups = new Map<string, Stay[]>();
  for (const stay of stays) {
    const key = `${stay.category} ${stay.state}`;
    const group = groups.get(key);
    if (group) group.push(stay);
    else groups.set(key, [stay]);
  }
  return [...groups.values()]
    .filter(group => group.length >= fewest_tickets)
    .map(group => {
      const minutes = group.map(stay => stay.minutes).toSorted((one, other) => one - other);
      const { category, state } = group[0]!;
      return {
        ...{ category, state, tickets: group.length },
        schools: new Set(group.map(({ school_id }) => school_id)).size,
        half_minutes: atMost(minutes, 0.5),
        most_minutes: atMost(minutes, 0.9),
      };
    });
}

/** The least of these that such a part of them is not over: by the nearest rank. */
const atMost = (sorted: readonly number[], part: number): number =>
  sorted[Math.ceil(part * sorted.length) - 1]!;

/** "Tickets like it are usually here for 3 h, nine of ten at most 7 h 30 min, counted while the desk is open." */
export function usualWords(
  { half_minutes, most_minutes }: Pick<StepTime, 'half_minutes' | 'most_minutes'>,
  lang: Lang,
) {
  const [half, most] = [half_minutes, most_minutes].map(minutes => spanWords(Math.max(1, minutes), lang));
  return {
    en: `Tickets like it are usually here for ${half}, nine of ten at most ${most}, counted while the desk is open.`,
    fr: `Les billets semblables restent ici d’habitude ${half}, neuf sur dix au plus ${most}, comptés quand le bureau est ouvert.`,
  }[lang];
}
