import type { Lang } from '#platform/schemas.ts';

/** What a note and a warning of an article are called, in its language. Knows no library. */
export const box_names: Record<Lang, { note: string; warning: string }> = {
  en: { note: 'Note', warning: 'Warning' },
  fr: { note: 'Remarque', warning: 'Attention' },
};
