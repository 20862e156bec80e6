import type { Value } from './field.ts';

/** How the list is asked for tickets by a field: `<id>:<value>`. Knows no library. */
export const asked_field = /^[1-9]\d{0,8}:[\w-]{1,60}$/;

/** What is asked for, by field: a whole number is a person, `yes` a tick, everything else a choice or a date. */
export function askedFields(asked: readonly string[]): Map<string, Value[]> {
  const by_field = new Map<string, Value[]>();
  for (const one of asked) {
    const [id, text] = one.split(':') as [string, string];
    const value = text === 'yes' ? true : /^\d+$/.test(text) ? Number(text) : text;
    by_field.set(id, [...(by_field.get(id) ?? []), value]);
  }
  return by_field;
}
