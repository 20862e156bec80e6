import { z } from 'zod';
import { Moment } from '#platform/schemas.ts';
import { import_kinds, isField, needed, type ImportField, type ImportKind } from './fields.ts';
import { encodings, import_limits, import_states, separators, verdicts } from './kinds.ts';

/** The words of an import and their schemas: the contract of `/api/imports`. */

const Column = z.string().nullable();

/** How a file is read. The encoding is taken for all of it. */
export const Reading = z.object({
  encoding: z.enum(encodings).optional(),
  separator: z.enum(separators).optional(),
});

/** The heads of a file and its first lines, as it would be read so, and the field that each head names. */
export const Heads = z.object({
  encoding: z.enum(encodings),
  separator: z.enum(separators),
  heads: z.array(z.string()),
  first: z.array(z.array(z.string())),
  columns: z.array(Column),
});
export type Heads = z.infer<typeof Heads>;

export const Mapping = z.object({
  encoding: z.enum(encodings),
  separator: z.enum(separators),
  /** For each column of the file in its order: the field that it goes to, or null to leave it out. */
  columns: z.array(Column).min(1).max(import_limits.columns),
});
export type Mapping = z.infer<typeof Mapping>;

/** Which needed fields no column goes to; and whether a field is given twice, or is none of this kind of file. */
export function faultOfMapping(
  kind: ImportKind,
  columns: readonly (string | null)[],
): { missing: ImportField[]; twice: boolean; unknown: boolean } {
  const given = columns.filter(column => column !== null);
  return {
    missing: needed[kind].filter(field => !given.includes(field)),
    twice: new Set(given).size < given.length,
    unknown: given.some(field => !isField(kind, field)),
  };
}

export const Counts = z.record(z.enum(verdicts), z.number().int());
export type Counts = z.infer<typeof Counts>;

export const Import = z.object({
  id: z.number().int(),
  kind: z.enum(import_kinds),
  /** The file's name. */
  name: z.string(),
  state: z.enum(import_states),
  begun_by: z.string(),
  begun: Moment,
  /** How many lines were looked at, and of how many; null until they are counted. */
  done: z.number().int(),
  total: z.number().int().nullable(),
  counts: Counts.nullable(),
  /** Why the last step could not be done. */
  trouble: z.string().nullable(),
});
export type Import = z.infer<typeof Import>;
export const Imports = z.object({ items: z.array(Import) });

export const NewImport = z.object({
  kind: z.enum(import_kinds),
  name: z.string().trim().max(300).default(''),
});

export const LinesQuery = z.object({
  verdict: z.enum(verdicts).optional(),
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export type LinesQuery = z.output<typeof LinesQuery>;

export const ImportLine = z.object({
  line: z.number().int(),
  verdict: z.enum(verdicts),
  code: z.string(),
  name: z.string(),
  changes: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
  reasons: z.array(z.string()),
});
export type ImportLine = z.infer<typeof ImportLine>;
/** `next` is the line to go on after. */
export const ImportLines = z.object({ items: z.array(ImportLine), next: z.number().int().nullable() });
