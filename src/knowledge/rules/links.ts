/**
 * Links between articles: written as [[Title]], kept as [[#12]], so that they do not break when a title changes.
 * Knows no library.
 */

const written = /\[\[([^[\]\n]{1,300})\]\]/g;
const kept = /^#(\d{1,9})$/;

/** The titles and ids that a text names. */
export function namedIn(text: string): { titles: string[]; ids: number[] } {
  const found = [...text.matchAll(written)].map(match => match[1]!.trim());
  return {
    titles: [...new Set(found.filter(name => !kept.test(name)))],
    ids: [...new Set(found.flatMap(name => (kept.test(name) ? [Number(kept.exec(name)![1])] : [])))],
  };
}

/** A text with the titles that are known as ids; the others stay as they are written. */
export const keptLinks = (text: string, idOf: ReadonlyMap<string, number>): string =>
  text.replace(written, (whole, name: string) => {
    const id = idOf.get(name.trim().toLowerCase());
    return id === undefined ? whole : `[[#${id}]]`;
  });

/** A text as one writes it, with today's titles. */
export const writtenLinks = (text: string, titleOf: ReadonlyMap<number, string>): string =>
  text.replace(written, (whole, name: string) => {
    const id = Number(kept.exec(name.trim())?.[1]);
    const title = titleOf.get(id);
    return title === undefined ? whole : `[[${title}]]`;
  });

/**
 * A text as Markdown, with links to the articles that the reader may read, at `base`; of others only that there was one
 * (`gone`), since their title may not be for her.
 */
export const shownLinks = (
  text: string,
  { titleOf, base, gone }: { titleOf: ReadonlyMap<number, string>; base: string; gone: string },
): string =>
  text.replace(written, (_, name: string) => {
    const id = kept.exec(name.trim())?.[1];
    if (id === undefined) return name;
    const title = titleOf.get(Number(id));
    return title === undefined ? gone : `[${title.replace(/[[\]\\]/g, '\\$&')}](${base}/${id})`;
  });
