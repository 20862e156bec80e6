import type { Category } from '#tickets/rules/categories.ts';
import { termsOf } from './suggesting/terms.ts';

/** Whether what an article had solved was asked after all: then it was not answered without a ticket. */

/** For so long after "that solved it" a ticket about the same says that it had not. */
export const asked_again_hours = 24;

/** As much of the shorter of two texts must be in the other, by its telling words. */
const same_share = 0.5;

interface Solved {
  /** What was typed then; null where nothing was. */
  question: string | null;
  /** What the article is about. */
  category: Category | null;
}
interface Asked {
  subject: string;
  text: string;
  category: Category;
}

/** By what was typed; where that has no telling word, by what it is about. In doubt it is the same: nothing is counted twice. */
export function isAskedAgain(solved: Solved, asked: Asked): boolean {
  const before = new Set(termsOf(solved.question ?? ''));
  const after = new Set(termsOf(`${asked.subject}\n${asked.text}`));
  const fewer = Math.min(before.size, after.size);
  if (fewer === 0) return solved.category === null || solved.category === asked.category;
  const shared = [...before].filter(term => after.has(term)).length;
  return shared >= same_share * fewer;
}
