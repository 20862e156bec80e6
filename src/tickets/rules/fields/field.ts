import type { Words } from '#platform/schemas.ts';

/** What a custom field is. Knows no library, so that forms have it too. */

export const field_kinds = ['text', 'number', 'choice', 'date', 'checkbox', 'person'] as const;
export type FieldKind = (typeof field_kinds)[number];

/**
 * When it must be filled in: `opening` by whoever opens the ticket and sees it, `solving` by the desk before the ticket
 * is solved. What was needed at opening may not be emptied afterwards.
 */
export const required_at = ['never', 'opening', 'solving'] as const;
export type RequiredAt = (typeof required_at)[number];

/** What may stand in a field: text, a choice's id and a date as text; a number and a person's id; a tick as true. */
export type Value = string | number | boolean;
/** Values by field id. */
export type Values = Readonly<Record<string, Value>>;

export interface Choice extends Words {
  id: string;
  /** No longer offered; where it was chosen it stays readable. */
  removed?: boolean | undefined;
}

/** Bounds of a value. Of a date in days from today, in the ticket's school's zone. */
export interface Bounds {
  longest?: number | undefined;
  several_lines?: boolean | undefined;
  least?: number | undefined;
  most?: number | undefined;
  whole?: boolean | undefined;
  earliest?: number | undefined;
  latest?: number | undefined;
}

/** Shown only where another field, or the ticket's impact or urgency, has one of these answers. */
export interface Condition {
  on: number | 'impact' | 'urgency';
  answers: string[];
}

/** What the rules must know of a field; in which language its name is does not matter to them. */
export interface FieldRules {
  id: number;
  kind: FieldKind;
  categories: readonly string[];
  required: RequiredAt;
  for_school: boolean;
  bounds: Bounds;
  choices: readonly Pick<Choice, 'id' | 'removed'>[];
  condition: Condition | null;
}

export const field_limits = {
  /** Fields that there may be at once. */
  at_once: 150,
  /** People whom the list’s filter offers. */
  people_offered: 500,
  name_characters: 80,
  help_characters: 300,
  line_characters: 200,
  text_characters: 5_000,
  choices: 100,
  choice_characters: 80,
  number: 1e12,
  days: 3_660,
} as const;
