import { fileTypeFromBuffer } from 'file-type';
import type { Storage } from '#platform/files/storage.ts';

/** By its first bytes; text and what nobody knows are told apart by nothing but that. */
export async function typeOf(storage: Storage, sha256: string): Promise<string> {
  const head = await storage.head(sha256, 4100);
  const known = await fileTypeFromBuffer(head);
  if (known) return known.mime;
  return head.includes(0) ? 'application/octet-stream' : 'text/plain';
}
