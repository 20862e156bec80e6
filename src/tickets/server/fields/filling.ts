import type { Ctx } from '#accounts/server/acting.ts';
import type { Facts } from '#accounts/server/story/story.ts';
import { localDate } from '#sla/rules/zones.ts';
import type { Value, Values } from '../../rules/fields/field.ts';
import {
  checkFields,
  shownFields,
  shownValues,
  withGiven,
  type About,
  type Check,
  type Fault,
} from '../../rules/fields/filling.ts';
import type { ChangedValues } from '../../rules/fields/schemas.ts';
import { updateTicket } from '../store.ts';
import type { TicketRow } from '../tables.ts';
import { tellDeed } from '../telling.ts';
import {
  insertValues,
  selectFields,
  selectFieldsBy,
  selectPresent,
  selectValues,
  writeValues,
  type Written,
} from './store.ts';
import type { FieldRow } from './tables.ts';
import { factsOf } from './told.ts';
import { refusedFor, noSuchField } from './refused.ts';

/** The deeds on a ticket's fields. Each is a part of a deed on the ticket, in its transaction. */

/** What a new ticket will hold. Refuses not_valid, naming each field (`fields.<id>`), as the form does. */
export async function fieldsForOpening(
  ctx: Ctx,
  school_id: number,
  about: About,
  given: Values,
): Promise<Record<'school' | 'desk', Written>> {
  const fields = await selectFields(ctx);
  refuseUnknown(fields, given);
  const values = shownValues(fields, withGiven({}, given), about);
  await refuseFaults(ctx, fields, { values, about, at: 'opening', school_id });
  return parted(fields, values);
}

/** Writes what `fieldsForOpening` found good. */
export async function fillOpened(
  ctx: Ctx,
  ticket: Pick<TicketRow, 'number' | 'school_id'>,
  written: Record<'school' | 'desk', Written>,
): Promise<void> {
  for (const audience of ['school', 'desk'] as const)
    if (Object.keys(written[audience].values).length > 0)
      await insertValues(ctx, ticket, audience, written[audience]);
}

/**
 * Corrects a ticket's fields, and drops what is no longer shown after the ticket or one of them has changed. `about` is
 * the ticket as it will be. Undone it is as it was. Refuses not_valid as the form does; nothing changed is nothing told.
 */
export async function correctFields(
  ctx: Ctx,
  ticket: TicketRow,
  about: About,
  given: ChangedValues,
): Promise<void> {
  const before = await selectValues(ctx, ticket.number);
  const touched = Object.keys(given);
  if (touched.length === 0 && Object.keys(before).length === 0) return;
  const fields = await selectFields(ctx);
  refuseUnknown(fields, given);
  const { live, kept } = partLive(fields, before);
  const values = shownValues(fields, withGiven(live, given), about);
  const { school_id } = ticket;
  await refuseFaults(ctx, fields, { values, about, at: 'correcting', touched, school_id });
  const all = fields.concat(await removedAmong(ctx, kept));
  await putValues(ctx, ticket, all, { ...values, ...kept });
  await tellCorrection(ctx, ticket, fields, { before: live, after: values });
}

/** Refuses (not_valid) an answer to a field that the ticket does not ask now; a form drops such a one instead. */
export async function checkAsked(ctx: Ctx, ticket: TicketRow, id: number): Promise<void> {
  const shown = shownFields(await selectFields(ctx), await selectValues(ctx, ticket.number), ticket);
  if (!shown.some(field => field.id === id)) throw noSuchField([String(id)]);
}

async function tellCorrection(
  ctx: Ctx,
  ticket: TicketRow,
  fields: readonly FieldRow[],
  { before, after }: { before: Values; after: Values },
): Promise<void> {
  const changed = changedIds(before, after);
  if (changed.length === 0) return;
  const { facts, inside } = await factsOf(ctx, fields, { before, after });
  const open = Object.keys(facts).length > 0;
  if (open) await updateTicket(ctx, ticket.number, {});
  const undo = { way: 'fields' as const, before: only(before, changed), after: only(after, changed) };
  await tellDeed(ctx, ticket, {
    kind: 'fields',
    undo,
    ...(open ? { audience: 'school', facts, inside } : { audience: 'desk', facts: inside }),
  });
}

/** Refuses to solve a ticket while a field that is needed for it is empty (not_valid, naming each). */
export async function checkSolved(ctx: Ctx, ticket: TicketRow): Promise<void> {
  const fields = await selectFields(ctx, ticket.category);
  if (!fields.some(({ required }) => required === 'solving')) return;
  const values = await selectValues(ctx, ticket.number);
  const faults = checkFields(fields, values, { about: ticket, at: 'solving', today: todayOf(ctx) });
  if (faults.length > 0) throw refusedFor(fields, faults);
}

/** Puts some values back as they were (undo), and answers how the story tells it. */
export async function putBackValues(
  ctx: Ctx,
  ticket: TicketRow,
  given: ChangedValues,
): Promise<{ facts: Facts; inside: Facts }> {
  const before = await selectValues(ctx, ticket.number);
  const after = withGiven(before, given);
  const fields = await selectFieldsBy(ctx, [...idsOf(before), ...idsOf(after)]);
  await putValues(ctx, ticket, fields, after);
  return factsOf(ctx, fields, { before, after });
}

/** Whether a ticket still holds these. */
export async function stillHolds(ctx: Ctx, number: number, given: ChangedValues): Promise<boolean> {
  const values = await selectValues(ctx, number);
  return Object.entries(given).every(([id, value]) => (values[id] ?? null) === value);
}

const idsOf = (values: Values): number[] => Object.keys(values).map(Number);
const todayOf = ({ now, who }: Ctx): string => localDate(now, who.zone);

/** The values of these ids, with null for those that are empty. */
const only = (values: Values, ids: readonly string[]): Record<string, Value | null> =>
  Object.fromEntries(ids.map(id => [id, values[id] ?? null]));

const changedIds = (before: Values, after: Values): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(id => before[id] !== after[id]);

function refuseUnknown(fields: readonly FieldRow[], given: object): void {
  const known = new Set(fields.map(({ id }) => String(id)));
  const unknown = Object.keys(given).filter(id => !known.has(id));
  if (unknown.length > 0) throw noSuchField(unknown);
}

async function refuseFaults(
  ctx: Ctx,
  fields: readonly FieldRow[],
  { values, school_id, ...check }: Omit<Check, 'today' | 'people'> & { values: Values; school_id: number },
): Promise<void> {
  const named = shownFields(fields, values, check.about).flatMap(({ id, kind }) =>
    kind === 'person' && typeof values[id] === 'number' ? [values[id]] : [],
  );
  const people = (await selectPresent(ctx, school_id, named)).map(({ id }) => id);
  const faults: Fault[] = checkFields(fields, values, { ...check, today: todayOf(ctx), people });
  if (faults.length > 0) throw refusedFor(fields, faults);
}

/** What fields that are still filled in hold, and what only stays readable. */
function partLive(fields: readonly FieldRow[], values: Values) {
  const live = new Set(fields.map(({ id }) => String(id)));
  const of = (wanted: boolean): Values =>
    Object.fromEntries(Object.entries(values).filter(([id]) => live.has(id) === wanted));
  return { live: of(true), kept: of(false) };
}

const removedAmong = (ctx: Ctx, kept: Values): Promise<FieldRow[]> =>
  Object.keys(kept).length === 0 ? Promise.resolve([]) : selectFieldsBy(ctx, idsOf(kept));

async function putValues(
  ctx: Ctx,
  ticket: TicketRow,
  fields: readonly FieldRow[],
  values: Values,
): Promise<void> {
  const written = parted(fields, values);
  await writeValues(ctx, ticket, 'school', written.school);
  await writeValues(ctx, ticket, 'desk', written.desk);
}

/** What the school reads and what is the desk's alone, each with its texts for the search. */
function parted(fields: readonly FieldRow[], values: Values): Record<'school' | 'desk', Written> {
  const of = (for_school: boolean): Written => {
    const those = fields.filter(field => field.for_school === for_school && values[field.id] !== undefined);
    return {
      values: Object.fromEntries(those.map(({ id }) => [id, values[id]!])),
      texts: those.filter(({ kind }) => kind === 'text').map(({ id }) => String(values[id])),
    };
  };
  return { school: of(true), desk: of(false) };
}
