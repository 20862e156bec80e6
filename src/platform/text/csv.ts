/** The one writer of CSV (RFC 4180). Knows no library: files of the server and of a picture's numbers are made by it. */

export type Cell = string | number | boolean | null | undefined;

/** Excel takes a file for UTF-8 by this. */
export const csv_begin = '\ufeff';

const formula = /^'*(?:[\s\u00a0]*[=+\-@＝＋－＠]|[\t\r\n])/;

/**
 * One line with its end. A text that a spreadsheet would run as a formula gets an apostrophe before it, so that it is
 * read and does nothing; one that begins with apostrophes and goes on so gets one more, so that no two texts become
 * the same. Numbers stay numbers.
 */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(cellOf).join(',')}\r\n`;

/** What a cell that `csvLine` wrote means: without the apostrophe that was put before a formula. */
export const meantBy = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;

/** A whole small file: heads and rows. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string => csv_begin + rows.map(csvLine).join('');

function cellOf(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const harmless = formula.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
