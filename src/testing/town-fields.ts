import { asc, inArray } from 'drizzle-orm';
import { actorOf, type Ctx } from '#accounts/server/acting.ts';
import type { Database } from '#platform/db/database.ts';
import type { Category } from '#tickets/rules/categories.ts';
import type { Values } from '#tickets/rules/fields/field.ts';
import { NewField } from '#tickets/rules/fields/schemas.ts';
import { NewTemplate } from '#tickets/rules/templates/schemas.ts';
import { addField } from '#tickets/server/fields/fields.ts';
import { fieldsForOpening, fillOpened } from '#tickets/server/fields/filling.ts';
import { addTemplate } from '#tickets/server/templates/templates.ts';
import { tickets } from '#tickets/server/tables.ts';
import type { Actors } from './town.ts';
import { demo_fields, demo_templates, type FieldName } from './town-forms.ts';

type Ids = Record<FieldName, number>;

/** Gives the demo its fields and templates, kept by Nadia Petrov, and what some tickets were opened with. */
export async function fillTown(database: Database, actors: Actors, now: Date): Promise<void> {
  const as = <T>(actor: Actors[keyof Actors], at: Date, work: (ctx: Ctx) => Promise<T>) =>
    database.transact(actorOf(actor), db => work({ who: actor, db, now: at, lang: 'en', code_wall: true }));
  const nadia = actors['Nadia Petrov'];
  const ids = {} as Ids;
  for (const [name, field] of Object.entries(demo_fields(ids))) {
    const { id } = await as(nadia, now, ctx => addField(ctx, NewField.parse(field())));
    ids[name as FieldName] = id;
  }
  for (const template of demo_templates(ids))
    await as(nadia, now, ctx => addTemplate(ctx, NewTemplate.parse(template)));

  const opened = await database.owner
    .select()
    .from(tickets)
    .where(inArray(tickets.category, ['report_cards', 'login_access', 'printing_reports', 'data_1701']))
    .orderBy(asc(tickets.number));
  for (const [index, ticket] of opened.entries()) {
    const asker = Object.values(actors).find(({ person_id }) => person_id === ticket.requester_id)!;
    await as(asker, ticket.opened_at, async ctx => {
      const values = valuesFor(ids, ticket, index);
      await fillOpened(ctx, ticket, await fieldsForOpening(ctx, ticket.school_id, ticket, values));
    });
  }
}

/** What a question of this category was opened with; not everybody fills in everything. */
function valuesFor(
  ids: Ids,
  { category, requester_id, opened_at }: { category: Category; requester_id: number; opened_at: Date },
  index: number,
): Values {
  const later = new Date(opened_at.getTime() + 6 * 86_400_000).toISOString().slice(0, 10);
  const some: Partial<Record<Category, Values>> = {
    report_cards: {
      [ids.report]: index % 2 ? 'final' : 'mid_term',
      [ids.grade]: 'grade_8',
      [ids.due]: later,
    },
    login_access: {
      [ids.whose]: requester_id,
      [ids.happens]: 'an_error_is_shown',
      [ids.error]: 'Your account is not active (code 1042).',
    },
    printing_reports: { [ids.printer]: 'HP LaserJet in the office' },
    data_1701: { [ids.collection]: 'september', [ids.refused]: 14 },
  };
  return some[category] ?? {};
}
