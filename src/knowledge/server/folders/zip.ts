import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import yazl from 'yazl';
import { notValid } from '#platform/refusals.ts';
import { folder_limits as limits } from '../../rules/folder/import.ts';
import { isLitter } from '../../rules/folder/paths.ts';

/** Zips: read with a guard on what comes out of them, written so that the same content is the same file. */

/** The files of a zip by their paths. Refuses with not_valid what is none, what is too much, and paths that lead out. */
export async function filesIn(zip: Buffer): Promise<Map<string, Buffer>> {
  try {
    return await unpacked(zip);
  } catch (error) {
    throw error instanceof TooMuch ? notValid('zip', too_much) : notValid('zip', no_zip);
  }
}

class TooMuch extends Error {}

async function unpacked(zip: Buffer): Promise<Map<string, Buffer>> {
  // Refuses by itself names that lead out of the folder, and what is longer than it says.
  const opened = await yauzl.fromBufferPromise(zip, { lazyEntries: true });
  const files = new Map<string, Buffer>();
  let bytes = 0;
  let entries = 0;
  for await (const entry of opened.eachEntry()) {
    if (++entries > limits.files) throw new TooMuch();
    const path = entry.fileName.normalize('NFC');
    if (path.endsWith('/') || isLitter(path)) continue;
    bytes += entry.uncompressedSize;
    if (bytes > limits.bytes) throw new TooMuch();
    files.set(path, await contentOf(opened, entry));
  }
  return files;
}

const contentOf = async (opened: ZipFile, entry: Entry): Promise<Buffer> =>
  buffer(await opened.openReadStreamPromise(entry));

export interface Packed {
  path: string;
  content: Buffer | (() => Readable);
}

// What a zip says of when its files were written: always the same, so that nothing else differs.
const mtime = new Date(2000, 0, 1);

export function zipOf(files: readonly Packed[]): Readable {
  const zip = new yazl.ZipFile();
  for (const { path, content } of files)
    if (typeof content === 'function')
      zip.addReadStreamLazy(path, { mtime, compress: false }, give => give(null, content()));
    else zip.addBuffer(content, path, { mtime });
  zip.end();
  return zip.outputStream as Readable;
}

const no_zip = {
  en: 'This is no zip file that can be read, or a path in it leads out of its folder.',
  fr: 'Ce n’est pas un fichier zip lisible, ou l’un de ses chemins sort du dossier.',
};
const too_much = {
  en: `At most ${limits.files} files, and ${limits.bytes / 1024 / 1024} MB unpacked.`,
  fr: `Au plus ${limits.files} fichiers, et ${limits.bytes / 1024 / 1024} Mo décompressés.`,
};
