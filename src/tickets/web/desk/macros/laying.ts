import { unfilledIn } from '#tickets/rules/macros/variables.ts';
import type { Step } from '#tickets/rules/steps/step.ts';

/** A macro that is laid into a form: its text into the text, its steps beside it. */
export interface Laid {
  /** Which macro; none where the text is another house’s. */
  macro?: number | undefined;
  fields: Record<string, string | number | boolean>;
  also: readonly Step[];
}

type Fields = Record<string, string>;

/** What is written, rather than chosen. */
const text_fields: readonly string[] = ['text', 'question', 'answer', 'reply', 'note', 'pack', 'reason'];

/** The variables that a form's texts still hold, each once. */
export const unfilledOf = (fields: Fields): string[] => [
  ...new Set(text_fields.flatMap(name => unfilledIn(fields[name] ?? ''))),
];

/** A text with another put in at a place: never over what is there, and parted from it. */
export function insertAt(text: string, at: number, piece: string): string {
  const [before, after] = [text.slice(0, at), text.slice(at)];
  const gap = piece.includes('\n') ? '\n\n' : ' ';
  const from = before === '' || /\s$/.test(before) ? '' : gap;
  const to = after === '' || /^\s/.test(after) ? '' : gap;
  return before + from + piece + to + after;
}

/** The form's fields with a macro in them: what somebody wrote or chose stays as it is. `at`: the caret in the text. */
export function laidInto(now: Fields, { macro, fields, also }: Laid, at?: number): Fields {
  const put: Fields = {};
  for (const [name, value] of Object.entries(fields)) {
    const here = now[name] ?? '';
    const given = value === true ? 'yes' : String(value);
    if (text_fields.includes(name))
      put[name] = insertAt(here, Math.min(at ?? here.length, here.length), given);
    else if (here === '') put[name] = given;
  }
  const steps = [...alsoIn(now), ...also];
  const once = [...new Map(steps.map(step => [JSON.stringify(step), step])).values()].slice(0, most);
  return { ...put, also: alsoText(once), ...(macro !== undefined && { macro: String(macro) }) };
}

/** As many as the server takes. */
const most = 10;

/** The steps that go with a text, as its draft keeps them. */
export function alsoIn({ also = '' }: Fields): Step[] {
  try {
    const steps: unknown = JSON.parse(also || '[]');
    return Array.isArray(steps) ? (steps as Step[]) : [];
  } catch {
    return [];
  }
}

export const alsoText = (steps: readonly Step[]): string => (steps.length > 0 ? JSON.stringify(steps) : '');

/** What is sent of them. */
export function withText(fields: Fields): { also?: Step[]; macro?: number } {
  const also = alsoIn(fields);
  return { ...(also.length > 0 && { also }), ...(fields['macro'] && { macro: Number(fields['macro']) }) };
}
