/** What an article of a folder would become. Knows no library. */
export const folder_becomes = ['new', 'changed', 'same', 'refused'] as const;
export type Becomes = (typeof folder_becomes)[number];
