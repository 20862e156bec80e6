import type { Found } from '#search/rules/search.ts';
import { blind, type Attack, type Prey } from './attack.ts';

const words = (sought: (prey: Prey) => string): Attack =>
  blind('GET /api/search', (me, prey) =>
    me.get(`/api/search?limit=50&q=${encodeURIComponent(sought(prey))}`),
  );

/** A count that is not nothing, or a number that opens, tells as much as words do. */
const counted: Attack = {
  route: 'GET /api/search',
  hidden: false,
  by: async (me, { canary, number }) => {
    const { status, body } = await me.get(`/api/search?q=${canary}`);
    const opened = await me.get(`/api/search?q=${number}`);
    if (status !== 200) return { status, text: '' };
    const some = Object.values(body.counts as Record<string, number>).some(count => count > 0);
    const there = (opened.body.items as Found[]).some(({ kind, id }) => kind === 'ticket' && id === number);
    return { status, text: some || there || body.corrected !== null ? canary : '' };
  },
};

/** After what is hidden by its words, by a phrase, by the beginning of a word, by a number. */
export const attacks_on_search: readonly Attack[] = [
  words(({ canary }) => canary),
  words(({ canary }) => canary.slice(0, -3)),
  words(({ canary }) => `"words ${canary}"`),
  words(({ canary }) => `ticket draft inside archived past ${canary.slice(0, 9)}`),
  words(({ number }) => `#${number}`),
  counted,
];
