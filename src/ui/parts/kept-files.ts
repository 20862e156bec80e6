import { fileUrl, type Uploaded } from '../net/upload.ts';

/** What this page remembers of its uploaded files: the key of its row and its picture stay when a file has arrived. */
interface Remembered {
  key: number;
  preview: string | undefined;
}

const remembered = new Map<string, Remembered>();
let keys = 0;

export const rememberFile = (id: string, of: Remembered): void => void remembered.set(id, of);

/** The key of an uploaded file's row, or a fresh one. */
export function keyOf(id?: string): number {
  const known = id === undefined ? undefined : remembered.get(id);
  if (known) return known.key;
  keys++;
  if (id !== undefined) rememberFile(id, { key: keys, preview: undefined });
  return keys;
}

/** Where its picture is shown from: this page while it has it, else the server. */
export const previewOf = (id: string, picture: boolean): string | undefined =>
  remembered.get(id)?.preview ?? (picture ? fileUrl(id) : undefined);

/** The uploaded files that a draft's field names. */
export function readFiles(field: string): readonly Uploaded[] {
  try {
    const given = JSON.parse(field || '[]') as unknown;
    return Array.isArray(given) ? given.filter(isUploaded) : [];
  } catch {
    return [];
  }
}

const isUploaded = (given: unknown): given is Uploaded =>
  typeof given === 'object' &&
  given !== null &&
  typeof (given as Uploaded).id === 'string' &&
  typeof (given as Uploaded).name === 'string';
