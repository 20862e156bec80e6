import type { Readable } from 'node:stream';
import { Refusal } from '#platform/refusals.ts';
import type { Words } from '#platform/schemas.ts';
import { import_limits, separators, type Encoding, type Separator } from '../../rules/importing/kinds.ts';

/** A file's bytes as text: what it is, or the sentence why it is no text that can be imported. */

/**
 * The encoding of a file: UTF-8 where all of it is that, else Windows-1252, which old spreadsheets write. Refuses with
 * not_valid what is UTF-16 or no text at all.
 */
export async function encodingOf(content: Readable): Promise<Encoding> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let fits = true;
  let first = true;
  for await (const bytes of content as AsyncIterable<Buffer>) {
    if (first && /^(?:fffe|feff)/.test(bytes.subarray(0, 2).toString('hex'))) throw unreadable(utf16);
    if (bytes.includes(0)) throw unreadable(no_text);
    first = false;
    fits = fits && decodes(utf8, bytes);
  }
  if (first) throw unreadable(nothing);
  return fits && decodes(utf8) ? 'utf-8' : 'windows-1252';
}

function decodes(decoder: InstanceType<typeof TextDecoder>, bytes?: Buffer): boolean {
  try {
    decoder.decode(bytes, { stream: bytes !== undefined });
    return true;
  } catch {
    return false;
  }
}

/** The text of a file, piece by piece. What the encoding can't read becomes U+FFFD. */
export async function* decoded(content: Readable, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of content as AsyncIterable<Buffer>) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

/** The separator that stands most often in the first line, outside of quotation marks; a comma when none does. */
export function separatorOf(text: string): Separator {
  const [first = ''] = text.replaceAll(/"[^"]*"?/g, '').split(/\r\n|\n|\r/);
  const counted = separators.map(separator => ({ separator, count: first.split(separator).length }));
  return counted.reduce((most, each) => (each.count > most.count ? each : most)).separator;
}

export const unreadable = (sentence: Words) =>
  new Refusal('not_valid', sentence, { errors: [{ field: 'file', sentence }] });

export const tooLarge = () =>
  new Refusal('too_large', {
    en: `A file may have at most ${import_limits.bytes / 1024 / 1024} MB. Split it, and import the parts one after the other.`,
    fr: `Un fichier peut avoir au plus ${import_limits.bytes / 1024 / 1024} Mo. Divisez-le et importez les parties l’une après l’autre.`,
  });

const utf16 = {
  en: 'The file is in UTF-16. Save it as “CSV UTF-8” and choose it again.',
  fr: 'Le fichier est en UTF-16. Enregistrez-le en « CSV UTF-8 » et choisissez-le de nouveau.',
};
const no_text = {
  en: 'This is no text file. A spreadsheet is saved as “CSV UTF-8” before it can be imported.',
  fr: 'Ce n’est pas un fichier texte. Enregistrez le classeur en « CSV UTF-8 » avant de l’importer.',
};
const nothing = { en: 'The file is empty.', fr: 'Le fichier est vide.' };
