/** How much an article holds. Knows no library, so that forms have it too. */
export const article_limits = {
  title: 200,
  summary: 300,
  body: 60_000,
  external_id: 100,
  snippet_name: 80,
  snippet: 10_000,
  why: 2000,
  /** HTML that is pasted: programs of offices say much around few words. */
  pasted: 2_000_000,
  /** What is typed while answers are asked for: more than that says nothing new. */
  question: 20_000,
  suggestions: 20,
  /** Solved tickets of another system that come in at once. */
  past_tickets: 500,
} as const;

/** Groups of words that mean the same: so many words or phrases, of so many telling words and letters, in so many groups. */
export const synonym_limits = { fewest: 2, most: 8, words: 3, letters: 60, groups: 300 } as const;
