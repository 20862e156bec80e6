import { notValid } from '#platform/refusals.ts';
import type { wrongDays } from '../rules/days.ts';

/** Refuses not_valid with what is wrong of the days. */
export function refuseWrong(wrong: ReturnType<typeof wrongDays>): void {
  for (const [field, sentence] of Object.entries(wrong)) throw notValid(field, sentence);
}
