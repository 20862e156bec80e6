import { extents } from '#sla/rules/targets.ts';
import { category_ids } from '#tickets/rules/categories.ts';
import { impacts, urgencies } from '#tickets/rules/priority.ts';
import { useTicketWords } from '../words.ts';

/** What of a ticket is corrected by choosing, in its order: each facet with its values and what they are called. */
export function useFacets() {
  const { categories, impacts: affected, urgencies: urgent, extents: promised } = useTicketWords();
  return [
    { facet: 'category', values: named(category_ids, categories) },
    { facet: 'impact', values: named(impacts, affected) },
    { facet: 'urgency', values: named(urgencies, urgent) },
    { facet: 'promised', values: named(extents, promised) },
  ] as const;
}

const named = <Id extends string>(ids: readonly Id[], names: Record<Id, string>) =>
  ids.map(id => ({ id, name: names[id] }));
