import type { z } from 'zod';
import { addPerson, changePerson, peopleOfSide, type PersonRecord } from '#accounts/server/accounts.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import type { SchoolRole } from '#accounts/rules/who.ts';
import { notAllowed, notFound, notValid } from '#platform/refusals.ts';
import { objectionToChange, type Named } from '../../rules/people-policy.ts';
import type { Contact, ContactChange, NewContact } from '../../rules/school.ts';
import { holdSchools, keepStanding } from '../facts/keeping.ts';
import { selectSchool } from '../store.ts';
import { holdPeople, makeOthersBackup } from './store.ts';

/** The named people behind a school's login (S24): kept by the school itself, and by the desk. */

/** A school's people by name, also those who have left, with what the reader may do to each. */
export async function contactsOf(ctx: Ctx, school_id: number): Promise<Contact[]> {
  const rows = await peopleOfSide(ctx.db, school_id);
  return rows.map(row => contactOf(ctx, row, rows));
}

/** A new person of a school. Refuses with not_found, with not_allowed what the school may not, not_valid a back-up of nothing. */
export async function addContact(
  ctx: Ctx,
  school_id: number,
  given: z.output<typeof NewContact>,
): Promise<Contact> {
  const before = await holdOf(ctx, school_id);
  allow(ctx, before, { after: { roles: given.roles, left: false } });
  const added = await addPerson(ctx, { school_id, ...given, ...placeOf(before, given) });
  return settled(ctx, added, given.backup);
}

/**
 * Changes a person of a school. Leaving ends her sessions, and nobody else's (S24). Refuses with not_found, with
 * not_allowed what the school may not do to her, not_valid a back-up of nothing.
 */
export async function changeContact(
  ctx: Ctx,
  { id: school_id, person }: { id: number; person: number },
  change: z.output<typeof ContactChange>,
): Promise<Contact> {
  const before = await holdOf(ctx, school_id);
  const was = before.find(({ id }) => id === person);
  if (!was) throw notFound();
  const roles = change.roles ?? (was.roles as SchoolRole[]);
  const left = change.left ?? was.left_at !== null;
  allow(ctx, before, { id: person, after: { roles, left } });
  const place = placeOf(
    before.filter(({ id }) => id !== person),
    { roles, left, backup: change.backup ?? (firstNow(was) ? false : undefined) },
  );
  const after = await changeAtSchool(ctx, { id: person, school_id }, { ...change, ...place });
  return settled(ctx, after, change.backup);
}

/** The people of a school that this person may see, held. Refuses with not_found. */
export async function holdOf(ctx: Ctx, school_id: number): Promise<PersonRecord[]> {
  if (!(await selectSchool(ctx, school_id))) throw notFound();
  await holdSchools(ctx, [school_id]);
  return holdPeople(ctx, school_id);
}

/**
 * Changes somebody of a school. Only who is there can be its trained person, so where the school stands follows.
 * Refuses with not_found.
 */
export async function changeAtSchool(
  acting: Parameters<typeof changePerson>[0],
  key: { id: number; school_id: number },
  change: Parameters<typeof changePerson>[2],
): Promise<PersonRecord> {
  const after = await changePerson(acting, key, change);
  if (change.left !== undefined) await keepStanding(acting, [key.school_id]);
  return after;
}

export const namedOf = ({ id, roles, left_at }: PersonRecord): Named => ({
  id,
  roles: roles as SchoolRole[],
  left: left_at !== null,
});

function allow(
  ctx: Ctx,
  people: readonly PersonRecord[],
  change: Parameters<typeof objectionToChange>[2],
): void {
  const objection = objectionToChange(ctx.who, people.map(namedOf), change);
  if (objection && ctx.code_wall) throw notAllowed(objection);
}

const isTechnical = (person: { roles: readonly string[] }) => person.roles.includes('technical_contact');
const firstNow = (person: PersonRecord) => !person.left_at && isTechnical(person) && !person.backup;

/** The first technical contact, or her back-up where there is a first already (S12). */
function placeOf(
  others: readonly PersonRecord[],
  { roles, left, backup }: { roles: readonly string[]; left?: boolean; backup?: boolean | undefined },
): { backup: boolean } {
  if (backup && !isTechnical({ roles })) throw notValid('backup', only_technical);
  if (!isTechnical({ roles }) || left) return { backup: false };
  return { backup: backup ?? others.some(firstNow) };
}

/** Whoever is put first makes the one before her the back-up. */
async function settled(ctx: Ctx, person: PersonRecord, asked: boolean | undefined): Promise<Contact> {
  if (asked === false && firstNow(person)) await makeOthersBackup(ctx, person.school_id!, person.id);
  return contactOf(ctx, person, await peopleOfSide(ctx.db, person.school_id));
}

function contactOf(ctx: Ctx, row: PersonRecord, all: readonly PersonRecord[]): Contact {
  const { id, name, email, phone, backup } = row;
  const named = namedOf(row);
  const people = all.map(namedOf);
  const may = (after: Named) => objectionToChange(ctx.who, people, { id, after }) === undefined;
  return {
    ...{ id, name, email, phone, backup },
    roles: [...named.roles],
    left: named.left,
    can: { change: may(named), leave: may({ ...named, left: !named.left }) },
  };
}

const only_technical = {
  en: 'Only a technical contact can be the back-up.',
  fr: 'Seule une personne contact technique peut être remplaçante.',
};
