import type { Lang } from '#platform/schemas.ts';
import type { Terms } from '../terms.ts';
import { first_promised } from '#sla/rules/targets.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** What a first draft begins with: our own text, and what process.json gives as targets. */
export const template: Record<Lang, string> = { en, fr };

const { targets, goals, warn_at } = first_promised;
export const first_terms: Omit<Terms, 'review_on'> = { targets, goals, warn_at, complaint_days: 5 };
