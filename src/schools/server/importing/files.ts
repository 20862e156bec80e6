import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { Storage } from '#platform/files/storage.ts';
import { recognised } from '../../rules/importing/fields.ts';
import type { Heads, Reading } from '../../rules/importing/import.ts';
import { import_limits } from '../../rules/importing/kinds.ts';
import type { z } from 'zod';
import { encodingOf, separatorOf, tooLarge } from './decoding.ts';
import { beginningOf, countLines } from './reading.ts';
import type { ImportRow } from './tables.ts';

/** The file of an import: taken in, told what it is, and shown as it would be read. */

const lines_shown = 5;
const told_by_bytes = 64 * 1024;

export type ReceivedFile = Pick<ImportRow, 'name' | 'sha256' | 'size' | 'encoding' | 'separator'>;

/**
 * Keeps what a request sends, up to the limit. Refuses with too_large before anything is read where the request says
 * how long it is; with not_valid what is no text. What was refused is not kept.
 */
export async function receiveFile(
  storage: Storage,
  request: FastifyRequest,
  named: string,
): Promise<ReceivedFile> {
  if (Number(request.headers['content-length']) > import_limits.bytes) throw tooLarge();
  const { sha256, size } = await keptWithin(storage, request.body as Readable);
  try {
    const encoding = await encodingOf(storage.read(sha256));
    const head = new TextDecoder(encoding).decode(await storage.head(sha256, told_by_bytes));
    const separator = separatorOf(head);
    await countLines(storage, { sha256, encoding, separator }); // to its end, so that a file that is cut is not begun
    return { name: nameOf(named), sha256, size, encoding, separator };
  } catch (error) {
    await storage.drop(sha256);
    throw error;
  }
}

async function keptWithin(storage: Storage, body: Readable): Promise<{ sha256: string; size: number }> {
  let size = 0;
  const content = body.compose(async function* (pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      size += piece.length;
      if (size > import_limits.bytes) throw tooLarge();
      yield piece;
    }
  }) as Readable;
  const kept = await storage.keep(content);
  return kept!;
}

/** A name to show, never a path. */
const nameOf = (given: string): string =>
  given
    .replaceAll(/[\p{Cc}\\/]/gu, ' ')
    .trim()
    .toWellFormed()
    .slice(0, import_limits.name_characters) || 'import.csv';

/** The heads and first lines of the file, read as asked or as it seems to be, and which field each head names. */
export async function headsAs(
  storage: Storage,
  row: ImportRow,
  { encoding = row.encoding, separator = row.separator }: z.output<typeof Reading>,
): Promise<Heads> {
  const file = { sha256: row.sha256, encoding, separator };
  const [heads = [], ...first] = await beginningOf(storage, file, lines_shown);
  const mapped = row.separator === separator && row.columns.length === heads.length;
  const columns = mapped ? row.columns.map(column => column || null) : recognised(row.kind, heads);
  return { encoding, separator, heads, first, columns };
}
