import type { Words } from '#platform/schemas.ts';
import type { Values } from '../fields/field.ts';

/** What a template fills in. Knows no library, so that the forms have it too. */

export const for_whom = ['desk', 'schools', 'both'] as const;
export type ForWhom = (typeof for_whom)[number];

export const template_limits = { at_once: 100, name_characters: 80, text_characters: 5_000 } as const;

/** What a template holds of a new ticket, in one language. */
export interface Start {
  category: string | null;
  subject: string | null;
  description: string | null;
  impact: string | null;
  urgency: string | null;
  fields: Values;
}

export type Part = Exclude<keyof Start, 'fields'>;
export const parts: readonly Part[] = ['category', 'subject', 'description', 'impact', 'urgency'];

/** A template in the language of who uses it. */
export const startOf = (
  {
    subject,
    description,
    ...rest
  }: Omit<Start, 'subject' | 'description'> & {
    subject: Words | null;
    description: Words | null;
  },
  lang: keyof Words,
): Start => ({ ...rest, subject: subject?.[lang] ?? null, description: description?.[lang] ?? null });

/**
 * What a form becomes with a template: its empty boxes are filled, and what was written stays. `written` holds the
 * form's parts and its fields as `field_<id>`, all as text; `keep` says which parts count as written although they
 * only show what they began with.
 */
export function filledFrom(
  written: Readonly<Record<string, string>>,
  { fields, ...start }: Start,
  untouched: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const filled: Record<string, string> = {};
  const fill = (name: string, value: string) => {
    const now = written[name] ?? '';
    if (now.trim() === '' || now === untouched[name]) filled[name] = value;
  };
  for (const part of parts) if (start[part] !== null) fill(part, start[part]);
  for (const [id, value] of Object.entries(fields))
    fill(`field_${id}`, value === true ? 'yes' : String(value));
  return filled;
}
