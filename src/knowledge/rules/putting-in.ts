/**
 * Snippets in a text: written as {{name}}, kept as {{#12}}, so that they stay when one is renamed; shown as what they say.
 * Knows no library.
 */

const written = /\{\{([^{}\n]{1,120})\}\}/g;
const kept = /^#(\d{1,9})$/;

/** The names and ids of snippets that a text puts in. */
export function putIn(text: string): { names: string[]; ids: number[] } {
  const found = [...text.matchAll(written)].map(match => match[1]!.trim());
  return {
    names: [...new Set(found.filter(name => !kept.test(name)))],
    ids: [...new Set(found.flatMap(name => (kept.test(name) ? [Number(kept.exec(name)![1])] : [])))],
  };
}

/** A text with the names that are known as ids; the others stay as they are written. */
export const keptSnippets = (text: string, idOf: ReadonlyMap<string, number>): string =>
  text.replace(written, (whole, name: string) => {
    const id = idOf.get(name.trim().toLowerCase());
    return id === undefined ? whole : `{{#${id}}}`;
  });

/** A text as one writes it, with today's names. */
export const writtenSnippets = (text: string, nameOf: ReadonlyMap<number, string>): string =>
  text.replace(written, (whole, name: string) => {
    const called = nameOf.get(Number(kept.exec(name.trim())?.[1]));
    return called === undefined ? whole : `{{${called}}}`;
  });

/**
 * A text with what its snippets say in their place. One that stands behind a mark (of a list, a quotation) goes on there:
 * its further lines are indented as the text of the first is.
 */
export const shownSnippets = (text: string, bodyOf: ReadonlyMap<number, string>): string =>
  text.replace(written, (whole, name: string, at: number) => {
    const body = bodyOf.get(Number(kept.exec(name.trim())?.[1]));
    if (body === undefined) return whole;
    const before = /[^\n]*$/.exec(text.slice(0, at))![0];
    return body.trim().replaceAll('\n', `\n${goesOn(before)}`);
  });

/** What the next line begins with so that it belongs to the same item or quotation. */
const goesOn = (before: string): string =>
  /^[ \t]*(?:(?:>|[-*+]|\d{1,3}[.)])[ \t]+)*/.exec(before)![0].replace(/[^>\s]/g, ' ');
