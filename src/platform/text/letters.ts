/** A text letter by letter as `bare` makes each; `at[i]` is where letter i stood in the text, the last where it ends. */
export function lettersOf(text: string, bare: (letter: string) => string): { letters: string; at: number[] } {
  const at: number[] = [];
  let letters = '';
  let place = 0;
  for (const letter of text) {
    const made = bare(letter);
    letters += made;
    for (let unit = 0; unit < made.length; unit++) at.push(place);
    place += letter.length;
  }
  return { letters, at: [...at, text.length] };
}

/** A letter without its accents. */
export const withoutMarks = (letter: string): string => letter.normalize('NFKD').replace(/\p{M}/gu, '');
