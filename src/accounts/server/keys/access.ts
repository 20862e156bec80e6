import { notFound, notNow } from '#platform/refusals.ts';
import { moment } from '#sla/rules/moments.ts';
import type { Access, SchoolKeys } from '../../rules/keys/key.ts';
import { key_limits } from '../../rules/keys/kinds.ts';
import { mayRemoveOwn, needsKey } from '../../rules/keys/needed.ts';
import { mayKeepAccess, maySecureSchool, mayTakeKeys } from '../../rules/keys/policy.ts';
import type { DeskRole } from '../../rules/who.ts';
import { seenBy, type Ctx } from '../acting.ts';
import { endSessionOfPerson, endSessionsOfPerson } from '../sign-in/store.ts';
import { otherSchoolsOf } from '../several/seen.ts';
import { personById } from '../store.ts';
import { recordDeed } from '../story/story.ts';
import { aboutOwn } from './beginning.ts';
import { putRolesInNeed, putSchoolInNeed, removeKeys, replaceCodes } from './store.ts';
import {
  codesLeft,
  keysOfSchool,
  keysShown,
  needsAround,
  rolesInNeed,
  schoolInNeed,
  sessionsShown,
  signInsShown,
} from './views.ts';

type Of = NonNullable<Awaited<ReturnType<typeof personById>>>;

/** A person whose access one may keep; to others she is not there. */
async function keptFor(ctx: Ctx, id: number): Promise<Of> {
  const person = await personById(ctx.db, id);
  if (!person || (ctx.code_wall && !mayKeepAccess(ctx.who, person))) throw notFound();
  return person;
}

/** Another person's keys, sessions and last sign-ins. Refuses with not_found. */
export const accessOfPerson = async (ctx: Ctx, id: number): Promise<Access> =>
  accessOf(ctx, await keptFor(ctx, id));

/** A person's keys, sessions and last sign-ins, as they are read; nothing that opens is in it. */
export async function accessOf(ctx: Ctx, person: Of): Promise<Access> {
  const { db, who, now } = ctx;
  const at = (instant: Date) => moment(instant, seenBy(ctx));
  const { id, name } = person;
  return {
    person: { id, name },
    keys: (await keysShown(db, id)).map(({ created_at, used_at, ...key }) => ({
      ...key,
      added: at(created_at),
      used: used_at && at(used_at),
    })),
    recovery_codes: await codesLeft(db, id),
    needed: needsKey(person, await needsAround(db, person)),
    sessions: (await sessionsShown(db, id, now)).map(({ created_at, seen_at, ...session }) => ({
      ...session,
      here: session.id === who.session_id,
      since: at(created_at),
      seen: at(seen_at),
    })),
    sign_ins: (await signInsShown(db, person, key_limits.sign_ins_shown)).map(row => ({
      ...row,
      at: at(row.at),
    })),
    schools: person.school_id === null ? [] : await otherSchoolsOf(ctx, id),
    can: { take_keys: mayTakeKeys(who, person), end_sessions: true },
  };
}

const aboutPerson = ({ school_id }: Of) => ({
  // A school's lines are its own: its people act too, and may write no others.
  audience: school_id === null ? ('desk' as const) : ('school' as const),
  ...(school_id !== null && { school_id }),
});

/**
 * Takes off all keys of somebody who has lost hers, with her recovery codes, and ends her sessions. Nothing is looked
 * up: she sets new ones up. Twice is once. Refuses with not_found, not_now one's own (rules/keys/policy.ts).
 */
export async function takeKeys(ctx: Ctx, id: number): Promise<Access> {
  const { db, who, now } = ctx;
  const person = await keptFor(ctx, id);
  if (!mayTakeKeys(who, person)) throw notYourOwn();
  const kinds = await removeKeys(db, { person_id: id }, { person_id: who.person_id, now });
  if (kinds.length > 0) {
    await replaceCodes(db, id, [], now);
    await endSessionsOfPerson(db, id, now);
    await recordDeed(ctx, {
      ...aboutPerson(person),
      kind: 'keys_taken',
      facts: { person: id, keys: kinds.join(',') },
    });
  }
  return accessOf(ctx, person);
}

/** Takes off one of one's own keys. Refuses with not_found, and not_now the last one where a key is needed. */
export async function removeOwnKey(ctx: Ctx, id: number): Promise<Access> {
  const { db, who, now } = ctx;
  const { person_id } = who;
  const [person, keys] = [await ownRow(ctx), await keysShown(db, person_id)];
  if (!keys.some(key => key.id === id)) throw notFound();
  if (!mayRemoveOwn(keys.length, needsKey(person, await needsAround(db, person)))) throw lastOne();
  const [kind] = await removeKeys(db, { person_id, id }, { person_id, now });
  if (keys.length === 1) await replaceCodes(db, person_id, [], now);
  const facts = { person: person_id, key: kind ?? null };
  await recordDeed(ctx, { ...aboutOwn(who), kind: 'key_removed', facts });
  return accessOf(ctx, person);
}

/** Ends one session of a person, or (undefined) all but the one that asks; at once, on every server. */
export async function endSessionsOf(ctx: Ctx, id: number, session?: string): Promise<Access> {
  const { db, who, now } = ctx;
  const person = id === who.person_id ? await ownRow(ctx) : await keptFor(ctx, id);
  const ended =
    session === undefined
      ? await endSessionsOfPerson(db, id, now, who.session_id ?? undefined)
      : await endSessionOfPerson(db, { person_id: id, session }, now);
  // One's own are ended as by signing out, which the story does not tell.
  if (ended > 0 && id !== who.person_id)
    await recordDeed(ctx, {
      ...aboutPerson(person),
      kind: 'sessions_ended',
      facts: { person: id, count: ended },
    });
  return accessOf(ctx, person);
}

export async function ownRow({ db, who }: Ctx): Promise<Of> {
  const row = await personById(db, who.person_id);
  if (!row) throw notFound();
  return row;
}

// Who needs a key -----------------------------------------------------------

/** Says which roles of the iGroup need a key; who has none sets one up at her next sign-in. */
export async function setRolesInNeed(ctx: Ctx, roles: readonly DeskRole[]): Promise<{ roles: DeskRole[] }> {
  const { db, who, now } = ctx;
  const before = await rolesInNeed(db);
  await putRolesInNeed(db, roles, { said_by: who.person_id, since: now });
  const after = await rolesInNeed(db);
  if (before.join() !== after.join())
    await recordDeed(ctx, {
      kind: 'key_need_set',
      audience: 'desk',
      facts: { roles: [before.join(','), after.join(',')] },
    });
  return { roles: after };
}

/** Whether a school's people need keys, and who of them has one. Refuses with not_found who may not say it. */
export async function keysAtSchool(ctx: Ctx, school_id: number): Promise<SchoolKeys> {
  if (ctx.code_wall && !maySecureSchool(ctx.who, school_id)) throw notFound();
  const people = await keysOfSchool(ctx.db, school_id, ctx.now);
  if (people.length === 0 && ctx.who.side === 'school') throw notFound();
  return { needed: await schoolInNeed(ctx.db, school_id), people };
}

/** Says whether a school's people need keys of their own; from their next sign-in. */
export async function setSchoolInNeed(ctx: Ctx, school_id: number, needed: boolean): Promise<SchoolKeys> {
  const before = await keysAtSchool(ctx, school_id);
  if (before.needed === needed) return before;
  await putSchoolInNeed(ctx.db, school_id, needed, { said_by: ctx.who.person_id, since: ctx.now });
  await recordDeed(ctx, {
    kind: 'key_need_set',
    audience: 'school',
    school_id,
    facts: { needed: [before.needed, needed] },
  });
  return keysAtSchool(ctx, school_id);
}

const notYourOwn = () =>
  notNow({
    en: 'Your own keys are taken off on your account page, with your password.',
    fr: 'Vos propres clés se retirent sur la page de votre compte, avec votre mot de passe.',
  });
const lastOne = () =>
  notNow({
    en: 'You need a key of your own, and this is the last one. Add another one first.',
    fr: 'Il vous faut une clé personnelle, et celle-ci est la dernière. Ajoutez-en d’abord une autre.',
  });
