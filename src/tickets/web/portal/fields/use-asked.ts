import { useRef } from 'react';
import type { Fields } from '#tickets/rules/fields/schemas.ts';
import type { Templates } from '#tickets/rules/templates/schemas.ts';
import { useGet, useLang } from '#ui/ui.ts';

/** What a category asks of its own, and with what a question about it may begin. */
export interface Asked {
  fields: Fields | undefined;
  templates: Templates | undefined;
  /** Whether there is anything of that. */
  any: boolean;
  /** What is sent of it, and what is wrong; set by the part that shows it. */
  answers: { current: () => Answers };
  /** For the summary of what is wrong: where each field is, and what it is called. */
  places: Record<string, { id: string; label: string }>;
}

export interface Answers {
  sent: object;
  errors: { field: string; sentence: string }[];
}

const nothing = (): Answers => ({ sent: {}, errors: [] });

export function useAsked(category: string): Asked {
  const of = (what: string) => (category ? `/api/${what}?category=${category}` : null);
  const fields = useGet<Fields>(of('fields')).data;
  const templates = useGet<Templates>(of('templates')).data;
  const answers = useRef(nothing);
  const [lang] = useLang();
  const places = Object.fromEntries(
    (fields?.items ?? []).map(({ id, name }) => [`fields.${id}`, { id: `field_${id}`, label: name[lang] }]),
  );
  const any = [fields, templates].some(list => list !== undefined && list.items.length > 0);
  return { fields, templates, any, answers, places };
}
