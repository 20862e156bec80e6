/** The words of the one search. */
export const en = {
  title: 'Search',
  lead: 'Words, "several in quotes", or a ticket’s number.',
  label: 'What are you looking for?',
  kinds: { article: 'Answers', topic: 'Forum', ticket: 'Tickets', school: 'Schools' },
  which: 'What is found',
  all: 'All',
  area: 'About',
  every_area: 'Everything',
  number: (id: number) => `Ticket ${id}`,
  corrected: (q: string) => `Nothing has all of these words as they stand. Shown is what has “${q}”.`,
  count: (count: number) => (count === 1 ? '1 result' : `${count} results`),
  none: 'Nothing is found with these words.',
  none_hint: 'Try fewer words, or another name for it. A ticket is found by its number, too.',
  ask: 'Ask the desk',
};
export type SearchWords = typeof en;
