/**
 * A picture of numbers as plain shapes. The page draws it in its own colours, and the same shapes become the file that
 * is saved. Knows no page and no library.
 */

/** What a shape is drawn with: inks for text and lines, fills for parts of a bar, each with a pattern of its own. */
export const fills = ['first', 'second', 'third'] as const;
export type Fill = (typeof fills)[number];
export type Paint = Fill | 'ink' | 'quiet' | 'line';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Mark =
  | ({ kind: 'box'; paint: Paint } & Box)
  | { kind: 'text'; x: number; y: number; text: string; anchor: 'start' | 'middle' | 'end'; paint: Paint }
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number }
  /** What leads somewhere: `label` says it in words, `at` is where it can be pressed. */
  | { kind: 'link'; href: string; label: string; at: Box; marks: Mark[] };

export interface Scene {
  width: number;
  height: number;
  /** The size of its text in pixels. */
  text: number;
  marks: Mark[];
}

/** One number of a picture, and where it leads, if anywhere. */
export interface Part {
  count: number;
  fill: Fill;
  href?: string;
  /** "Attendance: 12 tickets": what is read out, and shown on pointing. */
  label: string;
}

/** The shape of a number: to be pressed where it leads somewhere; what is nothing leads nowhere. */
export const pressed = ({ href, label }: Part, at: Box, shape: Mark): Mark =>
  href === undefined ? shape : { kind: 'link', href, label, at, marks: [shape] };

/** How wide a text is, near enough to lay it out without a page; digits all have one width. */
export const widthOf = (text: string, size: number): number =>
  text.length * size * (/^[\d-]+$/.test(text) ? 0.62 : 0.53);

/** As much of a text as fits. */
export function fitted(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text;
  const letters = Math.max(1, Math.floor(width / (size * 0.53)) - 1);
  return `${text.slice(0, letters).trimEnd()}…`;
}

/** A text in lines of at most this width, broken between words. */
export function wrapped(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && widthOf(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The step of an axis to its greatest number: 1, 2 or 5 times a power of ten, about five of them. */
export function stepOf(greatest: number): number {
  const rough = Math.max(1, greatest) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  return Math.max(
    1,
    [1, 2, 5, 10].map(times => times * power).find(size => size >= rough)!,
  );
}
