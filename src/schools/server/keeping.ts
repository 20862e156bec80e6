import type { z } from 'zod';
import type { Ctx } from '#accounts/server/acting.ts';
import { unlessTaken, usernameOf } from '#accounts/server/accounts.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { notFound, notValid } from '#platform/refusals.ts';
import { daysWords } from '#sla/rules/moments.ts';
import { isZone, localDate, zone_labels } from '#sla/rules/zones.ts';
import type { NewSchool, School, Schools, SchoolsQuery, SchoolWithPeople } from '../rules/school.ts';
import { foldWords } from '#platform/text/fold.ts';
import { stepOn } from '../rules/facts/roll-out.ts';
import { standingOn } from '../rules/standing.ts';
import { contactsOf } from './people/people.ts';
import { countSchools, insertSchool, selectSchool, selectSchools, type SchoolRow } from './store.ts';

/** The schools that a person may see, as asked for: the desk all, a school its own. */
export async function listSchools(ctx: Ctx, { words = '', ...asked }: SchoolsQuery): Promise<Schools> {
  const found = foldWords(words);
  const rows = await selectSchools(ctx, { ...asked, found });
  const items = rows.map(({ kept, ...school }) => {
    const today = localDate(ctx.now, school.zone);
    return { ...school, ...standingOn(today, kept), step: stepOn(today, kept) };
  });
  const total = rows[0]?.total ?? (asked.offset > 0 ? await countSchools(ctx, { ...asked, found }) : 0);
  return { items, next: null, total };
}

/** One school with its people, also those who have left; user name and notes are for the desk. Refuses with not_found. */
export async function schoolWithPeople(ctx: Ctx, id: number): Promise<SchoolWithPeople> {
  const {
    first_grade,
    last_grade,
    network,
    days_off,
    wave_id: _,
    created_at: __,
    ...school
  } = await schoolFor(ctx, id);
  const { provider = null, proxy = null, firewall = null } = network;
  const seen = { now: ctx.now, zone: school.zone, lang: ctx.lang };
  const today = localDate(ctx.now, school.zone);
  return {
    ...school,
    days_off: days_off.map(each => ({
      ...each,
      words: daysWords(each.first_day, each.last_day, seen),
      over: each.last_day < today,
    })),
    off_today: days_off.find(each => each.first_day <= today && today <= each.last_day)?.name ?? null,
    grades: first_grade === null || last_grade === null ? null : { first: first_grade, last: last_grade },
    network: { provider, proxy, firewall },
    username: ctx.who.side === 'desk' ? await usernameOf(ctx.db, id) : null,
    people: await contactsOf(ctx, id),
  };
}

/** What a school is found by: its words without accents and capitals. */
export const foundBy = (...texts: (string | null | undefined)[]): string =>
  foldWords(texts.filter(Boolean).join(' ')).join(' ');

/** A new school, without people and login yet. Refuses an unknown zone and a code that is taken. */
export async function addSchool(ctx: Ctx, given: z.output<typeof NewSchool>): Promise<School> {
  if (!isZone(given.zone)) throw notValid('zone', oneOfTheZones);
  const found_by = foundBy(given.name, given.code, given.town);
  const school = await unlessTaken('code', () =>
    insertSchool(ctx, { ...given, found_by, created_at: ctx.now }),
  );
  await recordDeed(ctx, { kind: 'school_added', audience: 'desk', school_id: school.id });
  return school;
}

async function schoolFor(ctx: Ctx, id: number): Promise<SchoolRow> {
  const school = await selectSchool(ctx, id);
  if (!school) throw notFound();
  return school;
}

const zones = Object.keys(zone_labels).join(', ');
export const oneOfTheZones = { en: `Must be one of: ${zones}.`, fr: `Valeurs possibles : ${zones}.` };
