/** How an article looks on paper: inks that are read in black and white too, sizes in points. */
export const ink = '#1b1a17';
export const quiet = '#57534a';
export const line = '#b9b4a8';
export const shade = '#efece4';
export const left = 72;
/** How far a list, a quotation or a note stands in. */
export const step = 18;

/** What is written so large that an article fits on its pages. */
export interface Scale {
  text: number;
  gap: number;
  /** Pictures are at most so high. */
  picture: number;
}
/** The first that lets a guide fit on two pages is taken; what fits in none stays readable and is longer. */
export const scales: readonly Scale[] = [
  { text: 10.5, gap: 6, picture: 250 },
  { text: 9.5, gap: 4.5, picture: 190 },
];
