import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Storage } from '#platform/files/storage.ts';
import type { Words } from '#platform/schemas.ts';
import { import_limits, type Encoding, type Separator } from '../../rules/importing/kinds.ts';
import type { Line } from '../../rules/importing/sweep.ts';
import { decoded, unreadable } from './decoding.ts';

/** A file as lines of cells. What cannot be read as such is refused with not_valid and a sentence, with its line. */

export interface CsvFile {
  sha256: string;
  encoding: Encoding;
  separator: Separator;
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

/** The lines that say something, with their numbers in the file; the heads are the first of them. */
export async function* linesOf(storage: Storage, file: CsvFile): AsyncGenerator<Line> {
  const parser = parse({
    delimiter: file.separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    info: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: import_limits.columns * import_limits.cell_characters,
  });
  const text = decoded(storage.read(file.sha256), file.encoding);
  // What fails on the way fails the parser, and who stops reading closes the file.
  pipeline(Readable.from(text, { objectMode: false }), parser, () => {});
  let next = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      const within = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
      if (record.length > import_limits.columns) throw unreadable(tooWide(info.lines - within));
      if (record.some(cell => cell.length > import_limits.cell_characters))
        throw unreadable(tooLong(info.lines - within));
      yield { line: info.lines - within, cells: record };
      next = info.lines + 1;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unreadable(error.code === 'CSV_QUOTE_NOT_CLOSED' ? notClosed(next) : tooLong(next));
  }
}

/** The heads and the first lines under them. */
export async function beginningOf(storage: Storage, file: CsvFile, most: number): Promise<string[][]> {
  const found: string[][] = [];
  for await (const { cells } of linesOf(storage, file)) if (found.push(cells as string[]) > most) break;
  return found;
}

/** How many lines stand under the heads. Refuses a file with none, and one with more than may be imported. */
export async function countLines(storage: Storage, file: CsvFile): Promise<number> {
  let count = -1;
  for await (const _ of linesOf(storage, file)) if (++count > import_limits.lines) throw unreadable(too_many);
  if (count < 1) throw unreadable(no_lines);
  return count;
}

const notClosed = (line: number): Words => ({
  en: `On line ${line} or after it a quotation mark opens and is not closed, so that what follows cannot be read. Mend the line and choose the file again.`,
  fr: `À la ligne ${line} ou après, un guillemet s’ouvre et ne se ferme pas; la suite est illisible. Corrigez la ligne et choisissez le fichier de nouveau.`,
});
const tooLong = (line: number): Words => ({
  en: `On line ${line} a cell is too long. A quotation mark may be missing there. Mend the line and choose the file again.`,
  fr: `À la ligne ${line}, une cellule est trop longue. Il y manque peut-être un guillemet. Corrigez la ligne et choisissez le fichier de nouveau.`,
});
const tooWide = (line: number): Words => ({
  en: `Line ${line} has more than ${import_limits.columns} cells.`,
  fr: `La ligne ${line} a plus de ${import_limits.columns} cellules.`,
});
const too_many = {
  en: `The file has more than ${import_limits.lines} lines. Split it, and import the parts one after the other.`,
  fr: `Le fichier a plus de ${import_limits.lines} lignes. Divisez-le et importez les parties l’une après l’autre.`,
};
const no_lines = {
  en: 'There is no line under the heads.',
  fr: 'Il n’y a aucune ligne sous les en-têtes.',
};
