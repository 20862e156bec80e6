import { eq } from 'drizzle-orm';
import { actorOf, type Ctx } from '#accounts/server/acting.ts';
import type { Topic } from '#exceptions/rules/topics.ts';
import { ask, decideException, endException, spendOn } from '#exceptions/server/deeds.ts';
import { exceptionsOn } from '#exceptions/server/reading.ts';
import type { Database } from '#platform/db/database.ts';
import { dateOfDay } from '#sla/rules/dates.ts';
import { localDay } from '#sla/rules/zones.ts';
import { tickets } from '#tickets/server/tables.ts';
import type { CastName } from './cast.ts';
import { deskTime } from './desk-time.ts';
import type { Actors } from './town.ts';

/** What is asked on a ticket of the town, by its subject, and what became of it. */
interface Wish {
  subject: string;
  topic: Topic;
  why: string;
  hours_ago: number;
  /** Allowed for so many days from today. */
  allowed?: { text: string; days: number; minutes?: number; what?: string; ends?: string };
}

const wishes: readonly Wish[] = [
  {
    subject: 'Les accents disparaissent dans les commentaires',
    topic: 'os',
    why: 'L’ordinateur du bureau n’a pas la bonne police, et notre technicien ne vient que le mois prochain.',
    hours_ago: 2,
    allowed: {
      ...{
        text: 'Le bureau aide à installer la police par téléphone. Rien d’autre sur cet ordinateur.',
        days: 5,
      },
      ...{ minutes: 25, what: 'Appel avec l’école' },
    },
  },
  {
    subject: 'Which browser for the new gradebook?',
    topic: 'browser',
    why: 'Two teachers have old Macs that take no new browser.',
    hours_ago: 8,
    allowed: {
      ...{ text: 'The desk helps with Firefox 115 on these two Macs until they are replaced.', days: 40 },
      ends: 'The two Macs are replaced.',
    },
  },
  {
    subject: 'Cannot print transcripts, only the first page',
    topic: 'os',
    why: 'Our technician left in October, and nobody here can install the printer’s new driver.',
    hours_ago: 0.5,
  },
];

/** An exception that ends soon, one that is over, and one that waits for the coordinator. */
export async function exceptTown(database: Database, actors: Actors, now: Date): Promise<void> {
  const as = <T>(name: CastName, at: Date, work: (ctx: Ctx) => Promise<T>) =>
    database.transact(actorOf(actors[name]), db =>
      work({ who: actors[name], db, now: at, lang: 'en', code_wall: true }),
    );
  for (const { subject, topic, why, hours_ago, allowed } of wishes) {
    const at = deskTime(now, -hours_ago);
    const [ticket] = await database.owner
      .select({ number: tickets.number })
      .from(tickets)
      .where(eq(tickets.subject, subject));
    const number = ticket!.number;
    await as('Maya Chen', at, ctx => ask(ctx, number, { topic, why }));
    if (!allowed) continue;
    const later = deskTime(at, 1);
    const { text, days, minutes, what, ends } = allowed;
    const until = dateOfDay(localDay(now, 'America/Vancouver') + days);
    await as('Nadia Petrov', later, async ctx => {
      const { items } = await exceptionsOn(ctx, number);
      const { id } = items.find(item => item.ticket === number)!;
      await decideException(ctx, id, { allow: true, allowed: text, until });
      if (minutes && what) await spendOn(ctx, id, { minutes, what });
      if (ends) await endException({ ...ctx, now: deskTime(later, 4) }, id, { reason: ends });
    });
  }
}
