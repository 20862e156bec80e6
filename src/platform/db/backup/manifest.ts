import { z } from 'zod';

/** Rises whenever an older build could not read the file. */
export const format = 1;

/** What a backup holds: `manifest.json`, the last file in it before its own hash. */
export const Manifest = z.object({
  format: z.literal(format),
  /** The Firstline that wrote it. */
  version: z.string(),
  /** The newest migration of the database it was taken from. */
  migration: z.number().int().positive(),
  taken_at: z.iso.datetime(),
  /** Rows of each table as JSON lines; the hash is that of the lines, unpacked. */
  tables: z.record(
    z.string(),
    z.object({ columns: z.array(z.string()), rows: z.number().int(), sha256: z.string() }),
  ),
  /** The number that each sequence gives next. */
  sequences: z.record(z.string(), z.string().regex(/^-?\d+$/)),
  /** Uploads by their sha256, with their size in bytes. */
  files: z.record(z.string().regex(/^[0-9a-f]{64}$/), z.number().int()),
  /** What did not hold in the rows when they were saved. */
  doubt: z.string().nullable(),
});
export type Manifest = z.infer<typeof Manifest>;

/** Names inside the file. */
export const format_name = 'format.json';
export const manifest_name = 'manifest.json';
export const uploadName = (sha256: string): string => `files/${sha256.slice(0, 2)}/${sha256}`;
export const partName = (table: string, part: number): string =>
  `${partsPrefix(table)}${String(part).padStart(6, '0')}.jsonl.gz`;
export const partsPrefix = (table: string): string => `tables/${table}/`;

/** The first file of every backup, of this format and of those to come. */
export const formatLine = (version: number): string => `{"firstline_backup":${version}}\n`;
