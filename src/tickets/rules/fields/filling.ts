import { dayNumber } from '#sla/rules/dates.ts';
import type { Words } from '#platform/schemas.ts';
import { field_limits, type Condition, type FieldRules, type Value, type Values } from './field.ts';
import { sentences } from './sentences.ts';

/** Filling in a ticket's fields: the one definition that the forms and the server share. Pure, and without a library. */

/** What of the ticket decides which fields it has. Nothing chosen yet is an empty text. */
export interface About {
  category: string;
  impact: string;
  urgency: string;
}

/** What is wrong with one field. */
export interface Fault {
  id: number;
  sentence: Words;
}

/** A value as conditions and filters name it; an empty checkbox is `no`, another empty field nothing. */
export function answerOf({ kind }: Pick<FieldRules, 'kind'>, value: Value | undefined): string | undefined {
  if (kind === 'checkbox') return value === true ? 'yes' : 'no';
  return value === undefined ? undefined : String(value);
}

/**
 * The fields that a ticket has: those of its category whose condition holds, in the order given. A condition holds
 * only upon a field that is shown itself.
 */
export function shownFields<F extends FieldRules>(fields: readonly F[], values: Values, about: About): F[] {
  const standing = new Map(
    fields.filter(({ categories }) => categories.includes(about.category)).map(field => [field.id, field]),
  );
  const told = new Map<number, boolean>();
  const holds = ({ on, answers }: Condition): boolean => {
    if (typeof on === 'string') return answers.includes(about[on]);
    const other = standing.get(on);
    if (!other || !isShown(other)) return false;
    const answer = answerOf(other, values[on]);
    return answer !== undefined && answers.includes(answer);
  };
  const isShown = (field: F): boolean => {
    const before = told.get(field.id);
    if (before !== undefined) return before;
    told.set(field.id, false); // a circle, which saving refuses, shows nothing
    const shown = field.condition === null || holds(field.condition);
    told.set(field.id, shown);
    return shown;
  };
  return [...standing.values()].filter(isShown);
}

/** Of these values those that may be kept: a field that is not shown keeps none. */
export function shownValues(fields: readonly FieldRules[], values: Values, about: About): Values {
  const shown = new Set(shownFields(fields, values, about).map(({ id }) => String(id)));
  return Object.fromEntries(Object.entries(values).filter(([id]) => shown.has(id)));
}

/** Values after a change; null empties a field. */
export function withGiven(values: Values, given: Readonly<Record<string, Value | null>>): Values {
  const after: Record<string, Value> = { ...values };
  for (const [id, value] of Object.entries(given)) {
    if (value === null || value === '' || value === false) delete after[id];
    else after[id] = typeof value === 'string' ? value.trim() : value;
    if (after[id] === '') delete after[id];
  }
  return after;
}

/** What a check must know beside the values. */
export interface Check {
  about: About;
  /** What is being done: what is demanded then differs. */
  at: 'opening' | 'correcting' | 'solving';
  /** Of `correcting`, the ids of the fields that were touched; what stands elsewhere is left in peace. */
  touched?: readonly string[];
  /** 'YYYY-MM-DD' in the school's zone. */
  today: string;
  /** Who is at the ticket's school; undefined where that is not known. */
  people?: readonly number[] | undefined;
}

/** What is wrong with the values of the shown fields, in their order; empty when they are good. */
export function checkFields(fields: readonly FieldRules[], values: Values, check: Check): Fault[] {
  const touches = (id: number) => check.at !== 'correcting' || check.touched?.includes(String(id)) === true;
  return shownFields(fields, values, check.about).flatMap(field => {
    if (!touches(field.id)) return [];
    const value = values[field.id];
    if (value === undefined)
      return isDemanded(field, check) ? [{ id: field.id, sentence: sentences.needed }] : [];
    if (check.at === 'solving') return [];
    const sentence = checkValue(field, value, check);
    return sentence ? [{ id: field.id, sentence }] : [];
  });
}

const isDemanded = ({ required }: FieldRules, { at }: Check): boolean =>
  at === 'solving' ? required === 'solving' : required === 'opening';

type Checked = Pick<Check, 'today' | 'people'>;

/** What is wrong with one value, or undefined. */
export function checkValue(field: FieldRules, value: Value, check: Checked): Words | undefined {
  return checks[field.kind](field, value, check);
}

const checks: Record<
  FieldRules['kind'],
  (field: FieldRules, value: Value, check: Checked) => Words | undefined
> = {
  text({ bounds }, value) {
    if (typeof value !== 'string') return sentences.text;
    if (!bounds.several_lines && /[\p{Cc}\u2028\u2029]/u.test(value)) return sentences.one_line;
    const longest = longestOf(bounds);
    return value.length > longest ? sentences.longest(longest) : undefined;
  },
  number({ bounds: { least, most, whole } }, value) {
    if (typeof value !== 'number' || !Number.isFinite(value)) return sentences.number;
    if (whole && !Number.isInteger(value)) return sentences.whole;
    if (value < (least ?? -field_limits.number)) return sentences.least(least ?? -field_limits.number);
    if (value > (most ?? field_limits.number)) return sentences.most(most ?? field_limits.number);
    return undefined;
  },
  choice: ({ choices }, value) =>
    choices.some(choice => choice.id === value && !choice.removed) ? undefined : sentences.choice,
  date({ bounds: { earliest, latest } }, value, { today }) {
    const day = typeof value === 'string' ? dayOf(value) : undefined;
    if (day === undefined) return sentences.date;
    const ahead = day - dayNumber(today);
    if (earliest !== undefined && ahead < earliest) return sentences.earliest(earliest);
    return latest !== undefined && ahead > latest ? sentences.latest(latest) : undefined;
  },
  checkbox: (_field, value) => (value === true ? undefined : sentences.tick),
  person: (_field, value, { people }) =>
    typeof value === 'number' && people?.includes(value) !== false ? undefined : sentences.person,
};

export const longestOf = ({ longest, several_lines }: FieldRules['bounds']): number =>
  longest ?? (several_lines ? field_limits.text_characters : field_limits.line_characters);

function dayOf(date: string): number | undefined {
  try {
    return dayNumber(date);
  } catch {
    return undefined;
  }
}

/** A value as it stands in a form, where all is text. */
export const writtenOf = (value: Value): string => (value === true ? 'yes' : String(value));

/** What was written into a form's field, as its value; what cannot be one stays as it was written, and is refused. */
export function valueOf({ kind }: Pick<FieldRules, 'kind'>, written: string): Value | undefined {
  const text = written.trim();
  if (text === '') return undefined;
  if (kind === 'checkbox') return text === 'yes' ? true : undefined;
  if (kind !== 'number' && kind !== 'person') return text;
  const number = Number(text.replace(/^(-?\d+),(\d+)$/, '$1.$2'));
  return Number.isNaN(number) ? text : number;
}
