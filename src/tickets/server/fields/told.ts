import type { Ctx } from '#accounts/server/acting.ts';
import type { Facts } from '#accounts/server/story/story.ts';
import type { Words } from '#platform/schemas.ts';
import { dateWords, type Seen } from '#sla/rules/moments.ts';
import type { Value, Values } from '../../rules/fields/field.ts';
import type { Filled } from '../../rules/fields/schemas.ts';
import { fieldFact, type FieldFact } from '../../rules/fields/story.ts';
import { selectNames, type FilledRow } from './store.ts';
import type { FieldRow } from './tables.ts';

/** Fields and their values in words: on a ticket, and in its story. */

const ticked: Words = { en: 'Yes', fr: 'Oui' };

/** A value in both languages; a date as it is, since its words depend on who reads it and when. */
function wordsOf(
  { kind, choices }: Pick<FieldRow, 'kind' | 'choices'>,
  value: Value,
  person?: string,
): Words {
  if (kind === 'checkbox') return ticked;
  const choice = kind === 'choice' ? choices.find(({ id }) => id === value) : undefined;
  if (choice) return { en: choice.en, fr: choice.fr };
  const text = kind === 'person' ? (person ?? '…') : String(value);
  return { en: text, fr: kind === 'number' ? text.replace('.', ',') : text };
}

/** A ticket's filled field as its reader is told it. */
export function filledOf(row: FilledRow, seen: Seen): Filled {
  const words =
    row.kind === 'date'
      ? dateWords(String(row.value), seen)
      : wordsOf(row, row.value, row.person ?? undefined)[seen.lang];
  const { id, value, inside, removed } = row;
  return { id, name: row.name[seen.lang], value, words, inside, removed };
}

interface Changed {
  before: Values;
  after: Values;
}

/** What changed, for the story: what the school may read apart from what is the desk's. */
export async function factsOf(
  ctx: Ctx,
  fields: readonly FieldRow[],
  values: Changed,
): Promise<{ facts: Facts; inside: Facts }> {
  return factsWith(fields, values, await selectNames(ctx, namedIn(fields, values)));
}

/** The people whom changed values name. */
export const namedIn = (fields: readonly FieldRow[], { before, after }: Changed): number[] =>
  fields.flatMap(({ id, kind }) =>
    kind === 'person' && before[id] !== after[id]
      ? [before[id], after[id]].filter(value => typeof value === 'number')
      : [],
  );

/** The same where their names are known. */
export function factsWith(
  fields: readonly FieldRow[],
  { before, after }: Changed,
  names: ReadonlyMap<number, string>,
): { facts: Facts; inside: Facts } {
  const changed = fields.filter(({ id }) => before[id] !== after[id]);
  const shown = (field: FieldRow, value: Value | undefined): FieldFact | null =>
    value === undefined
      ? null
      : { name: field.name, kind: field.kind, words: short(wordsOf(field, value, names.get(Number(value)))) };
  const told = (for_school: boolean): Facts =>
    Object.fromEntries(
      changed
        .filter(field => field.for_school === for_school)
        .map(field => [fieldFact(field.id), [shown(field, before[field.id]), shown(field, after[field.id])]]),
    );
  return { facts: told(true), inside: told(false) };
}

const most_told = 120;

/** The story says what changed; a long text it does not copy. */
const short = ({ en, fr }: Words): Words => ({ en: cut(en), fr: cut(fr) });
const cut = (text: string): string =>
  text.length > most_told ? `${text.slice(0, most_told).toWellFormed()}…` : text;
