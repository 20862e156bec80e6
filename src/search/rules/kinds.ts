/** What one search finds. Knows no library, so that pages have it too. */
export const found_kinds = ['article', 'topic', 'ticket', 'school'] as const;
export type FoundKind = (typeof found_kinds)[number];
