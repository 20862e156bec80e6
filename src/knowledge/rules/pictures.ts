/** Pictures of an article: in its text by their number, as ![what it shows](picture:12). Knows no library. */

export const picture_limits = {
  /** What may be sent. */
  bytes: 10 * 1024 * 1024,
  /** What may have to be drawn of it: a small file can hold a huge picture. */
  pixels: 40_000_000,
  /** What is kept is at most so wide, and so high. */
  width: 1600,
  height: 3200,
  /** So many in one article. */
  in_article: 60,
} as const;

export const picture_types = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const;

const named = /!\[([^\]\n]*)\]\(picture:(\d{1,9})(?=[\s)])/g;
const address = /^picture:(\d{1,9})$/;

/** The number in a picture's address; undefined for any other address. */
export const pictureNumber = (src: string): number | undefined => {
  const found = address.exec(src)?.[1];
  return found === undefined ? undefined : Number(found);
};

/** The pictures that a text shows. */
export const picturesIn = (text: string): number[] => [
  ...new Set([...text.matchAll(named)].map(match => Number(match[2]))),
];

/** Those of which it doesn't say in words what they show: who cannot see them would not know. */
export const withoutWords = (text: string): number[] => [
  ...new Set([...text.matchAll(named)].filter(match => !match[1]!.trim()).map(match => Number(match[2]))),
];

/** A picture as one writes it. */
export const pictureMark = (number: number, words = ''): string =>
  `![${words.replace(/[[\]\\\n]/g, ' ').trim()}](picture:${number})`;
