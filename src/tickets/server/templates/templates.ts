import type { z } from 'zod';
import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { notFound, notNow, notValid } from '#platform/refusals.ts';
import type { Category } from '../../rules/categories.ts';
import type { Values } from '../../rules/fields/field.ts';
import { checkValue } from '../../rules/fields/filling.ts';
import { keepsForms } from '../../rules/fields/policy.ts';
import { template_limits } from '../../rules/templates/template.ts';
import type { NewTemplate, Template, TemplateChange, Templates } from '../../rules/templates/schemas.ts';
import { demandKeeper } from '../fields/fields.ts';
import { noSuchField } from '../fields/refused.ts';
import { selectFields } from '../fields/store.ts';
import type { FieldRow } from '../fields/tables.ts';
import type { TicketRow } from '../tables.ts';
import {
  countTemplates,
  insertTemplate,
  insertUse,
  selectTemplate,
  selectTemplates,
  updateTemplate,
  type TemplateDefinition,
  type TemplateRow,
} from './store.ts';

/** Templates: what a new ticket may begin with. */

/** Those that one may begin with, by name; of a category, those for it and those for any. */
export async function listTemplates(ctx: Ctx, category?: Category): Promise<Templates> {
  const rows = await selectTemplates(ctx, category);
  const known = rows.length === 0 ? [] : await selectFields(ctx);
  return {
    items: rows.map(({ template, used }) => templateOf(template, used, known)),
    can: { change: keepsForms(ctx.who) },
  };
}

/** Values of fields that are gone, or that the reader does not see, are left out. */
function templateOf(row: TemplateRow, used: number | null, known: readonly FieldRow[]): Template {
  const { id, name, for_whom, category, subject, description, impact, urgency } = row;
  const there = new Set(known.map(field => String(field.id)));
  const fields = Object.fromEntries(Object.entries(row.values).filter(([field]) => there.has(field)));
  return { id, name, for_whom, category, subject, description, impact, urgency, fields, used };
}

/** Adds a template. Refuses not_valid (a value that its field cannot hold), not_now (there are 100), not_allowed. */
export async function addTemplate(
  ctx: Ctx,
  { fields, ...given }: z.output<typeof NewTemplate>,
): Promise<Template> {
  demandKeeper(ctx);
  if ((await countTemplates(ctx)) >= template_limits.at_once) throw notNow(too_many);
  const template = { ...given, values: fields };
  await refuseValues(ctx, template);
  const id = await insertTemplate(ctx, template);
  return tell(ctx, 'template_added', id);
}

/** Changes a template or brings it back. Refuses as addTemplate does, and not_found. */
export async function changeTemplate(
  ctx: Ctx,
  id: number,
  { removed, fields, ...given }: z.output<typeof TemplateChange>,
): Promise<Template> {
  const before = await templateToChange(ctx, id);
  if (before.removed_at && removed === undefined) throw notFound();
  if (before.removed_at && (await countTemplates(ctx)) >= template_limits.at_once) throw notNow(too_many);
  const patch = Object.fromEntries(
    Object.entries({ ...given, values: fields }).filter(([, value]) => value !== undefined),
  ) as Partial<TemplateDefinition>;
  if (fields !== undefined || given.for_whom !== undefined) await refuseValues(ctx, { ...before, ...patch });
  await updateTemplate(ctx, id, { ...patch, ...(removed === false && { removed_at: null }) });
  return tell(ctx, 'template_changed', id);
}

/** Removes a template; it can be brought back. Twice is once. */
export async function removeTemplate(ctx: Ctx, id: number): Promise<Template> {
  const before = await templateToChange(ctx, id);
  if (before.removed_at) return shown(ctx, id);
  await updateTemplate(ctx, id, { removed_at: ctx.now });
  return tell(ctx, 'template_removed', id);
}

/** Counts that a ticket was begun with a template. Refuses not_found (none that this person may use). */
export async function countUse(
  ctx: Ctx,
  ticket: Pick<TicketRow, 'number' | 'school_id'>,
  id: number,
): Promise<void> {
  const found = await selectTemplate(ctx, id);
  if (!found) throw notFound();
  await insertUse(ctx, ticket, id);
}

async function templateToChange(ctx: Ctx, id: number): Promise<TemplateRow> {
  demandKeeper(ctx);
  const found = await selectTemplate(ctx, id);
  if (!found) throw notFound();
  return found.template;
}

/** A template holds what its fields can hold, and one for schools nothing that is the desk's. Dates it holds none. */
async function refuseValues(
  ctx: Ctx,
  { values, for_whom }: Pick<TemplateDefinition, 'values' | 'for_whom'>,
): Promise<void> {
  const ids = Object.keys(values);
  if (ids.length === 0) return;
  const fields = new Map((await selectFields(ctx)).map(field => [String(field.id), field]));
  const lost = ids.filter(id => !fields.has(id));
  if (lost.length > 0) throw noSuchField(lost);
  for (const id of ids) refuseValue(fields.get(id)!, values, for_whom);
}

function refuseValue(field: FieldRow, values: Values, for_whom: TemplateDefinition['for_whom']): void {
  const wrong = (sentence: { en: string; fr: string }) => notValid(`fields.${field.id}`, sentence);
  if (field.kind === 'person' || field.kind === 'date') throw wrong(of_its_own);
  if (for_whom !== 'desk' && !field.for_school) throw wrong(not_for_schools);
  const sentence = checkValue(field, values[field.id]!, { today: '2000-01-01' });
  if (sentence) throw wrong(sentence);
}

async function shown(ctx: Ctx, id: number): Promise<Template> {
  const found = await selectTemplate(ctx, id);
  if (!found) throw notFound();
  return templateOf(found.template, found.used, await selectFields(ctx));
}

async function tell(ctx: Ctx, kind: string, id: number): Promise<Template> {
  const template = await shown(ctx, id);
  await sendSignal(ctx.db, { to: 'desk', kind: 'fields' });
  await recordDeed(ctx, { kind, audience: 'desk', facts: { template: id } });
  return template;
}

const too_many = {
  en: `There are ${template_limits.at_once} templates. Please remove one first.`,
  fr: `Il y a ${template_limits.at_once} modèles. Veuillez d’abord en supprimer un.`,
};
const of_its_own = {
  en: 'Each ticket has its own person and date: a template cannot fill them in.',
  fr: 'Chaque billet a sa personne et sa date : un modèle ne peut pas les remplir.',
};
const not_for_schools = {
  en: 'Schools do not see this field. Leave it empty, or keep the template for the desk.',
  fr: 'Les écoles ne voient pas ce champ. Laissez-le vide ou réservez le modèle au bureau.',
};
