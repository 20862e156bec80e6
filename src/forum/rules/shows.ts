/** Which topics a list shows; the last three are the desk's. Knows no library. */
export const shows = [
  'all',
  'unanswered',
  'mine',
  'followed',
  'fresh',
  'waiting',
  'reported',
  'hidden',
] as const;
export type Show = (typeof shows)[number];
export const inside_shows: ReadonlySet<Show> = new Set(['waiting', 'reported', 'hidden']);
