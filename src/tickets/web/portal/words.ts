import { wordsOf } from '#ui/ui.ts';
import type { Category } from '../../rules/categories.ts';
import type { Impact, Urgency } from '../../rules/priority.ts';
import type { PortalWords } from './words/en.ts';

export const usePortalWords = wordsOf<PortalWords>('portal');

/** What a school fills in to ask; the category is empty until one is chosen. */
export interface Question {
  subject: string;
  description: string;
  category: Category | '';
  impact: Impact;
  urgency: Urgency;
  /** The template that it was begun with. */
  template: string;
  /** What is the school's own: whether its technician gets it first. */
  pass: '' | 'yes' | 'no';
  /** The category's own fields, as they are written. */
  [field: `field_${number}`]: string;
}
