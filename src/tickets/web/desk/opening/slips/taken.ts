import { category_ids } from '#tickets/rules/categories.ts';
import { impacts, urgencies } from '#tickets/rules/priority.ts';
import { readId } from '#tickets/rules/slips/names.ts';
import { readPaper } from '#tickets/rules/slips/paper.ts';
import type { Fields } from '../opened.ts';

type Wrong = 'none' | 'misread' | 'no_school';

const known = (all: readonly string[], value: string) => (all.includes(value) ? value : '');

/**
 * What a slip puts into the form: all that its text says, or its name alone where that was read out; or what is wrong with
 * it. `schools` are those that the desk knows, by their codes.
 */
export function takenFrom(typed: string, schools: readonly { id: number; code: string }[]): Fields | Wrong {
  const paper = readPaper(typed);
  if (paper === 'misread') return paper;
  if (paper === 'none') {
    const id = readId(typed);
    return id ? { slip: id, slip_written: '' } : 'none';
  }
  const school = schools.find(({ code }) => code === paper.school);
  if (!school) return 'no_school';
  return {
    slip: paper.id,
    slip_written: paper.written,
    school: String(school.id),
    requester: String(paper.person.id),
    inside: '',
    as_note: '',
    subject: paper.subject,
    description: paper.text,
    category: known(category_ids, paper.category),
    impact: known(impacts, paper.impact),
    urgency: known(urgencies, paper.urgency),
  };
}
