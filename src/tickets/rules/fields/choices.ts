import type { Words } from '#platform/schemas.ts';
import type { Choice } from './field.ts';

const not_an_id = new Set(['yes', 'no']); // what a checkbox answers

/**
 * The answers of a choice after they were changed: a new one gets an id made of its English words, and one that was
 * left out stays, marked as removed, so that it can be read where it was chosen.
 */
export function changedChoices(
  before: readonly Choice[],
  given: readonly (Words & { id?: string | undefined })[],
): Choice[] {
  const taken = new Set(before.map(({ id }) => id));
  for (const { id } of given) if (id !== undefined) taken.add(id);
  const offered = given.map(({ id, en, fr }): Choice => ({ id: id ?? newId(en, taken), en, fr }));
  const kept = new Set(offered.map(({ id }) => id));
  return [
    ...offered,
    ...before.filter(({ id }) => !kept.has(id)).map(({ id, en, fr }) => ({ id, en, fr, removed: true })),
  ];
}

function newId(words: string, taken: Set<string>): string {
  const plain = words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 34);
  const start = plain === '' || not_an_id.has(plain) ? `answer_${plain}`.replace(/_$/, '') : plain;
  let id = start;
  for (let count = 2; taken.has(id); count++) id = `${start}_${count}`;
  taken.add(id);
  return id;
}
