import type { Bounds } from '#tickets/rules/fields/field.ts';
import { dateOfDay, dayNumber } from '#sla/rules/dates.ts';

/** The first and the last day that a date may have, for the browser's own calendar. */
export const dateBounds = ({ earliest, latest }: Bounds, today: string): { min?: string; max?: string } => ({
  ...(earliest !== undefined && { min: dateOfDay(dayNumber(today) + earliest) }),
  ...(latest !== undefined && { max: dateOfDay(dayNumber(today) + latest) }),
});
