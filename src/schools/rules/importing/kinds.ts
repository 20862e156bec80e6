/** What an import goes by. Knows no library, so that the screens have it too. */

export const import_limits = {
  /** Of a file. */
  bytes: 20 * 1024 * 1024,
  lines: 50_000,
  columns: 100,
  cell_characters: 10_000,
  name_characters: 120,
  /** How long an import and its lines are kept after its file was given. */
  kept_hours: 24,
} as const;

export const encodings = ['utf-8', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];
export const separators = [',', ';', '\t'] as const;
export type Separator = (typeof separators)[number];

export const import_states = ['mapping', 'reading', 'ready', 'writing', 'done', 'cancelled'] as const;

/** What becomes of a line. */
export const verdicts = ['new', 'changed', 'same', 'refused'] as const;
export type Verdict = (typeof verdicts)[number];
