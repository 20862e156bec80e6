import { notNow, notValid } from '#platform/refusals.ts';
import { first_desk_time } from '#sla/rules/desk-hours.ts';
import { moment } from '#sla/rules/moments.ts';
import { hoursWords, inOrder, isWeek, not_a_week } from '#sla/rules/week.ts';
import { isZone, zoneLabel, zone_labels } from '#sla/rules/zones.ts';
import type {
  DeskTiming,
  EmergencyNumber,
  Igroup,
  IgroupNaming,
  IgroupNumbering,
} from '../../rules/igroup/igroup.ts';
import { keepersOfSchools } from '../../rules/policy.ts';
import { seenBy, type Ctx } from '../acting.ts';
import { recordDeed } from '../story/story.ts';
import { holdIgroup, insertTime, namesAndNumbers, saidTimes, updateNames, updateNumbers } from './store.ts';

const shown_before = 10;

/** The group as its people see it: its names, when its desk works, and what held before. */
export async function seeIgroup(ctx: Ctx): Promise<Igroup> {
  const { db, who, lang } = ctx;
  const said = await saidTimes(db);
  const at = (instant: Date) => moment(instant, seenBy(ctx));
  const words = ({ zone, week }: typeof first_desk_time) => ({
    words: hoursWords(week, lang),
    zone_words: zoneLabel(zone)[lang],
  });
  const last = said.at(-1);
  const time = last ?? first_desk_time;
  return {
    ...(await namesAndNumbers(db)),
    time: {
      zone: time.zone,
      week: [...time.week],
      ...words(time),
      version: last?.id ?? 0,
      said: last ? { by: last.by, at: at(last.since) } : null,
    },
    before: [first_desk_time, ...said]
      .slice(0, -1)
      .map((each, place) => ({ ...words(each), until: at(said[place]!.since) }))
      .slice(-shown_before)
      .toReversed(),
    can: { change: keepersOfSchools(who) },
  };
}

/** Names the group and the system that it supports. Refuses with not_now when somebody has since `version`. */
export async function nameIgroup(ctx: Ctx, { name, system, version }: IgroupNaming): Promise<Igroup> {
  const before = await holdIgroup(ctx.db);
  if (before.version !== version) throw notNow(changedSince);
  if (before.name === name && before.system === system) return seeIgroup(ctx);
  await updateNames(ctx.db, { name, system, version: version + 1 });
  await recordDeed(ctx, {
    kind: 'igroup_named',
    audience: 'desk',
    facts: {
      ...(before.name !== name && { name: [before.name, name] }),
      ...(before.system !== system && { system: [before.system, system] }),
    },
  });
  return seeIgroup(ctx);
}

/** Says whom one calls when nothing else goes. Refuses with not_now when somebody has since `version`. */
export async function numberIgroup(ctx: Ctx, { numbers, version }: IgroupNumbering): Promise<Igroup> {
  const before = await holdIgroup(ctx.db);
  if (before.numbers_version !== version) throw notNow(changedSince);
  const said = (all: readonly EmergencyNumber[]) => all.map(({ says, number }) => `${says.en}: ${number}`);
  const [was, is] = [said(before.numbers).join('; '), said(numbers).join('; ')];
  await updateNumbers(ctx.db, numbers, version + 1);
  await recordDeed(ctx, { kind: 'igroup_numbered', audience: 'desk', facts: { numbers: [was, is] } });
  return seeIgroup(ctx);
}

/**
 * Says when the desk works, from now on; what was measured until now stays. Saying for the first time what holds anyway
 * is said too, later it is nothing. Refuses with not_valid an unknown zone and stretches that overlap, with not_now when
 * somebody has said it since `version`.
 */
export async function timeDesk(ctx: Ctx, { zone, week, version }: DeskTiming): Promise<Igroup> {
  if (!isZone(zone)) throw notValid('zone', oneOfTheZones);
  if (!isWeek(week)) throw notValid('week', not_a_week);
  await holdIgroup(ctx.db);
  const last = (await saidTimes(ctx.db)).at(-1);
  if ((last?.id ?? 0) !== version) throw notNow(changedSince);
  const sorted = inOrder(week);
  const before = last ?? first_desk_time;
  const hours: [string, string] = [hoursWords(before.week, 'en'), hoursWords(sorted, 'en')];
  if (last && before.zone === zone && hours[0] === hours[1]) return seeIgroup(ctx);
  await insertTime(ctx.db, { since: ctx.now, zone, week: sorted, said_by: ctx.who.person_id });
  await recordDeed(ctx, {
    kind: 'desk_timed',
    audience: 'desk',
    facts: { zone: [before.zone, zone], hours },
  });
  return seeIgroup(ctx);
}

const changedSince = {
  en: 'Somebody has changed this since you opened it. Look at it again; what you wrote is still here.',
  fr: 'Quelqu’un a modifié cela depuis que vous l’avez ouvert. Revoyez-le; votre texte est toujours ici.',
};
const zones = Object.keys(zone_labels).join(', ');
const oneOfTheZones = { en: `Must be one of: ${zones}.`, fr: `Valeurs possibles : ${zones}.` };
