import type { Bulk } from '#tickets/rules/bulks/bulk.ts';
import { outcomes } from '#tickets/rules/bulks/limits.ts';
import type { BulkWords } from '../words/en.ts';

export const failedOf = ({ outcomes: { refused, kept } }: Bulk): number => refused + kept;

/** How far a bulk is, in a few words. */
export function wordsOf(bulk: Bulk, words: BulkWords): string {
  if (bulk.state === 'waits') return `${words.tickets(bulk.total)}, ${words.waits(bulk.starts_in_seconds)}`;
  if (bulk.state === 'undoes') return words.undoes(bulk.outcomes.done);
  if (bulk.state === 'works') return words.works(bulk.total - bulk.waiting, bulk.total);
  return outcomes
    .filter(name => bulk.outcomes[name] > 0)
    .map(name => words.outcomes[name](bulk.outcomes[name]))
    .join(', ');
}
