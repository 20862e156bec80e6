import type { Agreement, Writing } from '#agreements/rules/agreement.ts';
import {
  priorities,
  promised_clocks,
  type Priority,
  type PromisedClock,
  type Targets,
} from '#sla/rules/targets.ts';

/** A draft as it stands in the form: text in every field, until it is a number. */
export type Fields = Record<string, string>;

export const cellOf = (priority: Priority, clock: PromisedClock) => `targets.${priority}.${clock}`;

export const fieldsOf = ({
  targets,
  goals,
  warn_at,
  complaint_days,
  review_on,
  texts,
}: Agreement): Fields => ({
  ...Object.fromEntries(
    priorities.flatMap(priority =>
      promised_clocks.map(clock => [cellOf(priority, clock), String(targets[priority][clock])]),
    ),
  ),
  ...Object.fromEntries(
    promised_clocks.map(clock => [`goals.${clock}`, String(Math.round(goals[clock] * 100))]),
  ),
  warn_at: warn_at.join(', '),
  complaint_days: String(complaint_days ?? ''),
  review_on: review_on ?? '',
  text_en: texts?.en ?? '',
  text_fr: texts?.fr ?? '',
});

const whole = (text: string | undefined) => (/^\d+$/.test((text ?? '').trim()) ? Number(text) : undefined);

/** What is sent; undefined while something that has to be a number is none. */
export function bodyOf(fields: Fields): Omit<Writing, 'edition'> | undefined {
  const numbers: number[] = [];
  const number = (name: string, parse = whole) => {
    const value = parse(fields[name]);
    numbers.push(value ?? NaN);
    return value ?? 0;
  };
  const targets = Object.fromEntries(
    priorities.map(priority => [
      priority,
      Object.fromEntries(promised_clocks.map(clock => [clock, number(cellOf(priority, clock))])),
    ]),
  ) as Targets;
  const goals = {
    response: number('goals.response') / 100,
    resolution: number('goals.resolution') / 100,
  };
  const warnings = (fields['warn_at'] ?? '').split(/[\s,;%]+/).filter(Boolean);
  const warn_at = warnings.map(part => whole(part) ?? NaN);
  const complaint_days = number('complaint_days');
  const review_on = fields['review_on'] ?? '';
  if ([...numbers, ...warn_at].some(Number.isNaN) || !review_on) return undefined;
  return {
    ...{ targets, goals, warn_at, complaint_days, review_on },
    ...{ text_en: fields['text_en'] ?? '', text_fr: fields['text_fr'] ?? '' },
  };
}
