import type { Ctx } from '#accounts/server/acting.ts';
import { fieldOfFact } from '../../rules/fields/story.ts';
import type { Foreseen } from '../../rules/steps/foreseeable.ts';
import type { Step } from '../../rules/steps/step.ts';
import type { Saying } from '../../rules/steps/words.ts';
import { changesOf } from '../../rules/story.ts';
import { selectFieldsBy, selectNames } from '../fields/store.ts';
import type { FieldRow } from '../fields/tables.ts';
import { factsWith, namedIn } from '../fields/told.ts';
import { selectTeamNames } from '../handing/store.ts';
import { seenBy } from '../shapes.ts';

/** What steps name, and what they would change, in the words of the ticket's own story. */

export interface Telling extends Pick<Saying, 'nameOf' | 'teamOf' | 'fieldOf'> {
  tell: (change: Foreseen) => ReturnType<typeof changesOf>;
}

const people_in: readonly string[] = ['assignee', 'follower'];

/** Asks once for whatever these steps and changes name. */
export async function telling(
  ctx: Ctx,
  steps: readonly Step[],
  changes: readonly Foreseen[],
): Promise<Telling> {
  const idsIn = (of: (field: string) => boolean) =>
    changes.flatMap(({ field, from, to }) => (of(field) ? [from, to] : [])).filter(isId);
  const fields = await selectFieldsBy(ctx, [
    ...steps.flatMap(step => (step.does === 'field' ? [step.field] : [])),
    ...changes.map(({ field }) => fieldOfFact(field)).filter(isId),
  ]);
  const teams = await selectTeamNames(ctx.db, [
    ...steps.flatMap(step => (step.does === 'team' ? [step.team] : [])),
    ...idsIn(field => field === 'team'),
  ]);
  const people = await selectNames(ctx, [
    ...steps.flatMap(peopleOf).filter(isId),
    ...idsIn(field => people_in.includes(field)),
    ...changes.flatMap(change => namedIn(about(fields, change), valuesOf(change))),
  ]);
  const reader = { ...seenBy(ctx), side: 'desk' as const };
  const named = (field: string, id: Foreseen['to']) => {
    if (id === null) return null;
    if (people_in.includes(field)) return id === 'me' ? ctx.who.name : (people.get(Number(id)) ?? null);
    return field === 'team' ? (teams.get(Number(id)) ?? null) : id;
  };
  return {
    nameOf: id => people.get(id),
    teamOf: id => teams.get(id),
    fieldOf: id => fields.find(field => field.id === id),
    tell(change) {
      const { field, from, to } = change;
      const own = about(fields, change);
      if (own.length === 0) return changesOf({ [field]: [named(field, from), named(field, to)] }, reader);
      const { facts, inside } = factsWith(own, valuesOf(change), people);
      return changesOf({ ...facts, ...inside }, reader);
    },
  };
}

const isId = (id: unknown): id is number => typeof id === 'number';

const peopleOf = (step: Step) =>
  step.does === 'assign' ? [step.agent] : step.does === 'follow' ? [step.person] : [];

/** The custom field that a change is about, if it is about one. */
const about = (fields: readonly FieldRow[], { field }: Foreseen) =>
  fields.filter(({ id }) => id === fieldOfFact(field));

function valuesOf({ field, from, to }: Foreseen) {
  const of = (value: Foreseen['to']) => (value === null ? {} : { [String(fieldOfFact(field))]: value });
  return { before: of(from), after: of(to) };
}
