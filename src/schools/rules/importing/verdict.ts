import { line as oneLine, type Words } from '#platform/schemas.ts';
import { meantBy } from '#platform/text/csv.ts';
import type { ImportField } from './fields.ts';
import type { Verdict } from './kinds.ts';
import { reasons } from './reasons.ts';

/** What becomes of a line of the file: the same words for schools and for people. */

export interface Judged {
  verdict: Verdict;
  /** What a changed one was and would be, in words. */
  changes?: Record<string, [from: string, to: string]>;
  /** Why it is refused. */
  reasons?: Words[];
}

export const refused = (...reasons: Words[]): Judged => ({ verdict: 'refused', reasons });

/** The cells of a line that say something, by field. An empty cell says nothing: what is kept stays. */
export type Given = Partial<Record<ImportField, string>>;

/**
 * Takes a line's cells by the columns' fields. A line with more or fewer cells than there are heads is refused, since
 * nobody knows which are missing; so is one with letters that the chosen encoding could not read.
 */
export function givenIn(
  columns: readonly (ImportField | null)[],
  cells: readonly string[],
): Given | { refused: Words[] } {
  if (cells.length !== columns.length) return { refused: [reasons.cells(cells.length, columns.length)] };
  const taken = columns.flatMap((field, at) => (field ? [[field, meantBy(cells[at]!).trim()] as const] : []));
  if (taken.some(([, text]) => text.includes('\ufffd'))) return { refused: [reasons.unreadable] };
  return Object.fromEntries(taken.filter(([, text]) => text !== ''));
}

const lines = new Map<number, ReturnType<typeof oneLine>>();
/** Made once for each length: making a schema takes longer than asking it. */
function lineOf(characters: number) {
  const schema = lines.get(characters) ?? oneLine(characters);
  lines.set(characters, schema);
  return schema;
}

/** Collects what is wrong with a line while its values are read, so that all of it is said at once. */
export function faultsOf(given: Given) {
  const found: Words[] = [];
  return {
    found,
    /** A cell as what it means; undefined, and a fault when something stands there that means nothing. */
    read<V>(field: ImportField, meaning: (cell: string) => V | undefined, fault: (cell: string) => Words) {
      const cell = given[field];
      if (cell === undefined) return undefined;
      const value = meaning(cell);
      if (value === undefined) found.push(fault(cell));
      return value;
    },
    /** A cell as one line of text. */
    text(field: ImportField, characters: number): string | undefined {
      const cell = given[field];
      if (cell === undefined) return undefined;
      const { success, data } = lineOf(characters).safeParse(cell);
      if (!success) found.push(reasons.text(field, characters));
      return data;
    },
  };
}
