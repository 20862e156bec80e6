import { sql } from 'drizzle-orm';
import type { Person } from '#accounts/rules/who.ts';
import { igroupNames, limitAnybody } from '#accounts/server/accounts.ts';
import { actorOf } from '#accounts/server/acting.ts';
import { langOf } from '#platform/http/language.ts';
import { Problem } from '#platform/http/problems.ts';
import type { Served } from '#platform/http/routes.ts';
import { notFound } from '#platform/refusals.ts';
import type { Lang } from '#platform/schemas.ts';
import { dateOfDay } from '#sla/rules/dates.ts';
import { spanWords } from '#sla/rules/moments.ts';
import { priorities } from '#sla/rules/targets.ts';
import { instantOf, localDay } from '#sla/rules/zones.ts';
import { en as tickets_en } from '#tickets/rules/words/en.ts';
import { fr as tickets_fr } from '#tickets/rules/words/fr.ts';
import {
  fewest,
  public_days,
  publicNumbers,
  type PublicNumber,
  type PublicNumbers,
} from '../../rules/statements/how-fast.ts';
import { gather } from '../../rules/statements/numbers.ts';
import { partOf } from '../../rules/statements/part.ts';
import { HowFast } from '../../rules/statements/statement.ts';
import { stretchWords } from '../../rules/stretches.ts';
import { measureNow, readSpan } from '../statements/reading.ts';
import { isShown } from './store.ts';

/** How fast the desk is, for everybody: once a day it is read anew, so that no single ticket can be seen in it. */

const software = actorOf({ side: 'system', job: 'how-fast' });

interface Found {
  first: number;
  last: number;
  igroup: string | null;
  numbers: PublicNumbers;
}

export function serveHowFast(served: Served<Person>): void {
  const { app, database, clock } = served;
  const limit = limitAnybody(clock);
  const days = openDays(served);
  app.route({
    method: 'GET',
    url: '/api/how-fast',
    schema: {
      tags: ['reports'],
      summary:
        'How fast the desk is, by priority, over 90 days; no sign-in; not found while it is switched off',
      security: [],
      response: { 200: HowFast, '4xx': Problem },
    },
    handler: async (request, reply) => {
      limit(request);
      if (!(await database.transact(software, isShown))) throw notFound();
      const found = await days();
      return reply.send(shownIn(langOf(request), found));
    },
  });
}

/** The days that end with yesterday, of the desk's zone: read by the first who asks, then kept until the next day. */
function openDays({ database, clock }: Pick<Served<Person>, 'database' | 'clock'>) {
  let kept: { day: number; found: Promise<Found> } | undefined;
  return async (): Promise<Found> => {
    const measure = await database.transact(software, measureNow);
    const { zone } = measure.times.at(-1)!;
    const day = localDay(clock(), zone);
    if (kept?.day !== day) {
      const found = read(day);
      kept = { day, found };
      found.catch(() => (kept = undefined));
    }
    return kept!.found;

    async function read(today: number): Promise<Found> {
      const midnight = (of: number) => instantOf(dateOfDay(of), 0, 0, zone);
      const span = { from: midnight(today - public_days), to: midnight(today) };
      const all = gather();
      await readSpan(
        work => database.transact(software, db => work(db, sql`true`)),
        span,
        told => {
          const part = partOf(told, span, measure);
          if (part) all.add(part);
        },
      );
      const { name } = await igroupNames(database.owner);
      const numbers = publicNumbers(all.numbers());
      return { first: today - public_days, last: today - 1, igroup: name, numbers };
    }
  };
}

function shownIn(lang: Lang, { first, last, igroup, numbers }: Found): HowFast {
  const { priorities: names } = { en: tickets_en, fr: tickets_fr }[lang];
  const shown = ({ share, median_minutes }: PublicNumber) => ({
    share,
    median: median_minutes === null ? null : spanWords(median_minutes, lang),
  });
  return {
    igroup,
    span: stretchWords({ first, last }, lang),
    fewest,
    priorities: priorities.map(key => ({
      key,
      name: names[key],
      response: shown(numbers[key].response),
      resolution: shown(numbers[key].resolution),
    })),
  };
}
