import type { z } from 'zod';
import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { notAllowed, notFound, notNow, notValid } from '#platform/refusals.ts';
import { localDate } from '#sla/rules/zones.ts';
import type { Category } from '../../rules/categories.ts';
import { changedChoices } from '../../rules/fields/choices.ts';
import { checkDefinition } from '../../rules/fields/definition.ts';
import { field_limits } from '../../rules/fields/field.ts';
import { keepsForms } from '../../rules/fields/policy.ts';
import type { Field, FieldChange, Fields, NamedInFields, NewField } from '../../rules/fields/schemas.ts';
import {
  holdField,
  insertField,
  isHeld,
  placeFields,
  roomFor,
  selectFields,
  selectNamed,
  selectPeopleAt,
  updateField,
  type FieldDefinition,
} from './store.ts';
import type { FieldRow } from './tables.ts';

/** The deeds on custom fields themselves: which there are, and what each asks. */

/** The fields that are filled in now, of one category or all; a school gets those that are for it. */
export async function listFields(ctx: Ctx, category?: Category): Promise<Fields> {
  const rows = await selectFields(ctx, category);
  const { who } = ctx;
  const names_people = who.side === 'school' && rows.some(({ kind }) => kind === 'person');
  return {
    items: rows.map(fieldOf),
    today: localDate(ctx.now, who.zone),
    people: names_people ? await selectPeopleAt(ctx, who.school_id) : [],
    can: { change: keepsForms(who) },
  };
}

/** Whom tickets name in fields for a person, by name. */
export const listNamed = async (ctx: Ctx): Promise<NamedInFields> => ({
  items: await selectNamed(ctx, field_limits.people_offered),
});

const fieldOf = ({ id, kind, name, help, categories, required, for_school, ...rest }: FieldRow): Field => ({
  id,
  kind,
  name,
  help,
  categories,
  required,
  for_school,
  bounds: rest.bounds,
  choices: rest.choices,
  condition: rest.condition,
});

/** Adds a field at the end. Refuses not_valid (its definition cannot be), not_now (there are 150), not_allowed. */
export async function addField(ctx: Ctx, given: z.output<typeof NewField>): Promise<Field> {
  demandKeeper(ctx);
  const { count, place } = await roomFor(ctx);
  if (count >= field_limits.at_once) throw notNow(too_many);
  const field = { ...given, choices: changedChoices([], given.choices) };
  refuseImpossible({ ...field, id: 0 }, await selectFields(ctx));
  const row = await insertField(ctx, { ...field, place });
  await tell(ctx, 'field_added', row);
  return fieldOf(row);
}

/**
 * Changes a field, moves it, or brings it back. Its kind stays; whether the school sees it stays as well once a ticket
 * holds a value. Refuses not_valid, not_now, not_allowed, not_found.
 */
export async function changeField(
  ctx: Ctx,
  id: number,
  { after, removed, ...change }: z.output<typeof FieldChange>,
): Promise<Field> {
  const before = await fieldToChange(ctx, id);
  if (before.removed_at && removed === undefined) throw notFound();
  const { count } = await roomFor(ctx);
  if (before.removed_at && count >= field_limits.at_once) throw notNow(too_many);
  const patch = patchOf(before, change);
  if (patch.for_school !== undefined && patch.for_school !== before.for_school && (await isHeld(ctx, id)))
    throw notValid('for_school', held);
  const others = (await selectFields(ctx)).filter(field => field.id !== id);
  refuseImpossible({ ...before, ...patch }, others);
  const row = await updateField(ctx, id, { ...patch, ...(removed === false && { removed_at: null }) });
  if (after !== undefined) await placeFields(ctx, orderWith(others, id, after));
  await tell(ctx, 'field_changed', row);
  return fieldOf(row);
}

type Changed = Omit<z.output<typeof FieldChange>, 'after' | 'removed'>;

function patchOf(before: FieldRow, { choices, ...given }: Changed): Partial<FieldDefinition> {
  const patch = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { ...patch, ...(choices && { choices: changedChoices(before.choices, choices) }) };
}

/** All in their order, this one right after the other, or first. */
function orderWith(others: readonly FieldRow[], id: number, after: number | null): number[] {
  const ids = others.map(field => field.id);
  const at = after === null ? 0 : ids.indexOf(after) + 1;
  if (at === 0 && after !== null) throw notFound();
  return [...ids.slice(0, at), id, ...ids.slice(at)];
}

/** Removes a field: no form asks it, and what tickets hold in it stays readable. Twice is once. */
export async function removeField(ctx: Ctx, id: number): Promise<Field> {
  const before = await fieldToChange(ctx, id);
  if (before.removed_at) return fieldOf(before);
  await roomFor(ctx);
  const below = (await selectFields(ctx)).find(({ condition }) => condition?.on === id);
  if (below) throw notNow(stillNeeded(below));
  const row = await updateField(ctx, id, { removed_at: ctx.now });
  await tell(ctx, 'field_removed', row);
  return fieldOf(row);
}

async function fieldToChange(ctx: Ctx, id: number): Promise<FieldRow> {
  demandKeeper(ctx);
  const row = await holdField(ctx, id);
  if (!row) throw notFound();
  return row;
}

export function demandKeeper({ who, code_wall }: Ctx): void {
  if (code_wall && !keepsForms(who)) throw notAllowed(keepers);
}

function refuseImpossible(field: FieldDefinition & { id: number }, others: readonly FieldRow[]): void {
  const fault = checkDefinition(field, others);
  if (fault) throw notValid(fault.part, fault.sentence);
}

/** Writes it into the story, and open pages ask for the fields again. */
async function tell(ctx: Ctx, kind: string, { id }: FieldRow): Promise<void> {
  await sendSignal(ctx.db, { to: 'desk', kind: 'fields' });
  await recordDeed(ctx, { kind, audience: 'desk', facts: { field: id } });
}

const keepers = {
  en: 'Coordinators and administrators keep the fields and templates.',
  fr: 'Les champs et les modèles relèvent de la coordination et de l’administration.',
};
const too_many = {
  en: `There are ${field_limits.at_once} fields. Please remove one first.`,
  fr: `Il y a ${field_limits.at_once} champs. Veuillez d’abord en supprimer un.`,
};
const held = {
  en: 'Tickets hold values of this field already, written for those who see it now. Add another field and remove this one.',
  fr: 'Des billets contiennent déjà des valeurs de ce champ, écrites pour qui le voit maintenant. Ajoutez un autre champ et supprimez celui-ci.',
};
const stillNeeded = ({ name }: FieldRow) => ({
  en: `“${name.en}” is shown by an answer to this field. Change or remove that one first.`,
  fr: `« ${name.fr} » est affiché par une réponse à ce champ. Modifiez-le ou supprimez-le d’abord.`,
});
