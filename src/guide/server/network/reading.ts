import { asc, eq, sql } from 'drizzle-orm';
import { deskTime, people } from '#accounts/server/accounts.ts';
import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import type { Db } from '#platform/db/database.ts';
import { dateWords, moment } from '#sla/rules/moments.ts';
import { localDate } from '#sla/rules/zones.ts';
import { keepsGuide } from '../../rules/editing.ts';
import type { Variables } from '../../rules/guide.ts';
import {
  comparedWith,
  isNews,
  onDay,
  toAllow,
  type Entry,
  type Network,
  type NetworkNews,
} from '../../rules/network/network.ts';
import { recipe_ids, recipes } from '../../rules/network/recipes.ts';
import { firstEntries, withList } from '../../rules/network/variables.ts';
import { network_lists, network_looks } from '../tables.ts';
import { guideAt, newestVersion } from '../views.ts';

/** The addresses that a firewall must allow: what holds, what is to come, and what is typed into firewalls for both. */

const columns = {
  version: network_lists.version,
  entries: network_lists.entries,
  why: network_lists.why,
  holds_from: network_lists.holds_from,
  told: network_lists.published_at,
  by: people.name,
};

const allLists = (db: Db) =>
  db
    .select(columns)
    .from(network_lists)
    .innerJoin(people, eq(people.id, network_lists.published_by))
    .orderBy(asc(network_lists.version));
type Told = Awaited<ReturnType<typeof allLists>>[number];

export async function networkFor(ctx: Ctx): Promise<Network> {
  const { who, now, lang, db } = ctx;
  const lists = await allLists(db);
  const first = firstEntries((await guideAt(db, await newestVersion(db)))!.guide.variables);
  const today = localDate(now, who.desk.zone);
  const held = onDay(lists, today);
  const entries = held.now?.entries ?? first;
  const day = (date: string) => ({ date, words: dateWords(date, seenBy(ctx)) });
  const change = (list: Told) => ({
    ...{ version: list.version, holds_from: day(list.holds_from), why: list.why, by: list.by },
    told: moment(list.told, seenBy(ctx)),
    ...comparedWith(lists[lists.indexOf(list) - 1]?.entries ?? first, list.entries),
  });
  const allowed = toAllow(
    entries,
    held.coming.map(list => list.entries),
  );
  return {
    version: held.now?.version ?? 0,
    newest: lists.at(-1)?.version ?? 0,
    since: held.now ? day(held.now.holds_from) : null,
    entries,
    written: lists.at(-1)?.entries ?? first,
    coming: held.coming.map(change),
    past: lists
      .filter(list => !held.coming.includes(list))
      .map(change)
      .reverse(),
    recipes: recipe_ids.map(id => ({
      ...{ id, name: recipes[id].name, about: recipes[id].about[lang], text: recipes[id].text(allowed) },
    })),
    today,
    can: { change: keepsGuide(who) },
  };
}

/** S17: the technical contacts and the lead of a school hear of a change once, and again on its day. */
export async function networkNews({ who, db, now }: Ctx): Promise<NetworkNews> {
  if (who.side !== 'school' || !who.roles.some(role => role === 'technical_contact' || role === 'lead'))
    return { fresh: false };
  const today = localDate(now, who.desk.zone);
  const lists = await allLists(db);
  const [look] = await db
    .select({ at: network_looks.looked_at })
    .from(network_looks)
    .where(eq(network_looks.person_id, who.person_id));
  const looked = look ? { at: look.at, day: localDate(look.at, who.desk.zone) } : null;
  return { fresh: lists.some(list => isNews(list, looked, today)) };
}

/** What the guide says of addresses on a day, by the list that holds then. */
export async function variablesOn(db: Db, variables: Variables, now: Date): Promise<Variables> {
  const { zone } = await deskTime(db);
  const [list] = await db
    .select({ entries: network_lists.entries })
    .from(network_lists)
    .where(sql`${network_lists.holds_from} <= ${localDate(now, zone)}::date`)
    .orderBy(sql`${network_lists.version} desc`)
    .limit(1);
  return list ? withList(variables, list.entries as Entry[]) : variables;
}
