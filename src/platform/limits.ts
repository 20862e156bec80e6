/** How much may be sent at once. Both sides import it, so it knows no library. */
export const limits = {
  line_characters: 200,
  prose_characters: 100_000,
  files_per_message: 10,
  file_bytes: 25 * 1024 * 1024,
  body_bytes: 4 * 1024 * 1024,
} as const;
