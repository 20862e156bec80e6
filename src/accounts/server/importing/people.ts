import type { SchoolRole } from '../../rules/who.ts';
import type { Ctx } from '../acting.ts';
import { endAllOf } from '../people.ts';
import { recordMany } from '../story/story.ts';
import { insertPeople, updatePeople } from './store.ts';

/** A person of a school as a file has her; with an id when she is there already. */
export interface GivenPerson {
  id?: number | undefined;
  school_id: number;
  external_id: string | null;
  name: string;
  roles: readonly SchoolRole[];
  email: string | null;
  phone: string | null;
  left: boolean;
}

/**
 * Adds and changes many people of schools in a few statements, as `addPerson` and `changePerson` do with one: who has
 * left is signed out, and each has her line in the story.
 */
export async function putPeople(ctx: Ctx, people: readonly GivenPerson[]): Promise<void> {
  const added = await insertPeople(
    ctx,
    people.filter(({ id }) => id === undefined),
  );
  const changed = await updatePeople(
    ctx,
    people.filter(({ id }) => id !== undefined),
  );
  const gone = changed.flatMap(({ id, left }) => (left ? [id] : []));
  if (gone.length > 0) await endAllOf(ctx, gone);
  const deeds = (kind: string, all: typeof added) =>
    all.map(({ id, school_id, roles, left }) => ({
      kind,
      audience: 'desk' as const,
      school_id,
      facts: { person: id, roles: roles.join(','), left },
    }));
  await recordMany(ctx, [...deeds('person_added', added), ...deeds('person_changed', changed)]);
}
