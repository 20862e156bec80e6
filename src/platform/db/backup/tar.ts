/**
 * The little of the tar format (POSIX ustar) that a backup needs: plain files, each a header, its bytes, and zeros up
 * to a whole block. Any computer can open it, with or without Firstline.
 */
export const block = 512;

/** A file's header. Its bytes follow from name and size alone, so that a reader can compare them. */
export function headerOf(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`${name} is too long a name for a tar`);
  const header = Buffer.alloc(block);
  header.write(name, 0);
  header.write('0000600\0', 100); // may be read by its owner
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(octal(size, 11), 124);
  header.write(octal(0, 11), 136);
  header.write(' '.repeat(8), 148); // the sum below counts its own place as blanks
  header.write('0', 156); // a plain file
  header.write('ustar\u000000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${octal(sum, 6)}\0 `, 148);
  return header;
}

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');

/** Name and size of a file, or undefined when the block is no header that `headerOf` made. */
export function readHeader(bytes: Buffer): { name: string; size: number } | undefined {
  const name = bytes.toString('utf8', 0, Math.max(0, bytes.indexOf(0)));
  const size = Number.parseInt(bytes.toString('latin1', 124, 135), 8);
  if (Buffer.byteLength(name) > 100 || !(size >= 0)) return undefined;
  return headerOf(name, size).equals(bytes) ? { name, size } : undefined;
}

/** The zeros after a file of `size` bytes. */
export const paddingAfter = (size: number): Buffer => Buffer.alloc((block - (size % block)) % block);

/** How long the end of a backup is. */
export const tail_bytes = 4 * block;

/** The end of a backup: a last file with the hash of everything before it, and the two empty blocks that end a tar. */
export function tailFor(sha256: string): Buffer {
  const content = Buffer.from(`${sha256}\n`);
  return Buffer.concat([
    headerOf('sha256', content.length),
    content,
    paddingAfter(content.length),
    Buffer.alloc(2 * block),
  ]);
}
