import { Problem } from '#ui/ui.ts';

/** What a form for a request holds, in both faces: texts by the names of the API. */
export const empty = {
  area: '',
  setting: '',
  was: '',
  becomes: '',
  why: '',
  reach: 'more',
  reach_words: '',
  wished_for: '',
  risks: '',
};
export type AskedFields = Record<keyof typeof empty, string>;
export type AskedField = keyof typeof empty;

const needed = ['setting', 'was', 'becomes', 'why'] as const satisfies AskedField[];

/** What is sent of it: what was left open is nothing. */
export const bodyOf = ({ reach_words, wished_for, risks, ...fields }: AskedFields) => ({
  ...fields,
  reach_words: (fields.reach === 'more' && reach_words.trim()) || null,
  wished_for: wished_for || null,
  risks: risks.trim() || null,
});

/** What is missing, said before it is sent. */
export function missingOf(
  fields: AskedFields,
  words: { needed: string; choose_area: string },
): Problem | undefined {
  const errors = [
    ...(fields.area ? [] : [{ field: 'area', sentence: words.choose_area }]),
    ...needed.filter(field => !fields[field].trim()).map(field => ({ field, sentence: words.needed })),
  ];
  return errors.length > 0 ? new Problem({ status: 0, detail: '', errors }) : undefined;
}
