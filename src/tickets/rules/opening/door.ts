import type { Door } from '#accounts/rules/doors.ts';
import type { Category } from '../categories.ts';

const others: Partial<Record<Category, Door>> = {
  privacy_incident: 'privacy_incident',
  onboarding: 'startup_question',
};

/** Through which door of the gate a ticket of a category is opened (process.json, gates). */
export const doorOf = (category: Category): Door => others[category] ?? 'ordinary_work';
