import { sql } from 'drizzle-orm';
import { actorOf, type Ctx } from '#accounts/server/acting.ts';
import type { Database } from '#platform/db/database.ts';
import { linkTickets } from '#tickets/server/joining/linking.ts';
import { mergeInto } from '#tickets/server/joining/merging.ts';
import { splitOff } from '#tickets/server/joining/splitting.ts';
import { sendReply } from '#tickets/server/sending/sending.ts';
import { openTicket } from '#tickets/server/tickets.ts';
import type { CastName } from './cast.ts';
import { deskTime } from './desk-time.ts';
import type { Actors } from './town.ts';

/**
 * What is joined in the demo: a duplicate that was merged, a second matter that was split off, and one problem with
 * tickets of two schools under it, which neither school hears of.
 */
export async function joinTown(database: Database, actors: Actors, now: Date): Promise<void> {
  let at = deskTime(now, -6);
  const as = <T>(name: CastName, work: (ctx: Ctx) => Promise<T>) => {
    at = new Date(at.getTime() + 4 * 60_000);
    return database.transact(actorOf(actors[name]), db =>
      work({ who: actors[name], db, now: at, lang: 'en', code_wall: true }),
    );
  };
  const numberOf = async (subject: string) => {
    const { rows } = await database.owner.execute<{ number: number }>(
      sql`select number from tickets where subject = ${subject}`,
    );
    return rows[0]!.number;
  };
  const letter = await numberOf('Attendance letter shows last year’s address');
  const about = { category: 'attendance', impact: 'one_office_or_class', urgency: 'normal' } as const;
  const again = await as('Grant Bell', ctx =>
    openTicket(ctx, {
      ...about,
      subject: 'Letters with the wrong address again',
      description:
        'Two families called: the attendance letter still has **Fir Street** on it. Is this known?',
    }),
  );
  await as('Maya Chen', ctx => mergeInto(ctx, again.number, letter));
  const schedule = await numberOf('Timetable room change not saved');
  const printed = 'One more thing: the class list for Block C prints without the room. Can that be set?';
  const written = await as('Sam Okoro', ctx => sendReply(ctx, schedule, { text: printed }, false));
  const { kind, id } = written.messages.findLast(({ text }) => text === printed)!;
  const apart = await as('Ines Roy', ctx =>
    splitOff(ctx, schedule, {
      subject: 'Class list prints without the room',
      category: 'scheduling',
      messages: [{ kind, id }],
    }),
  );
  await as('Ines Roy', ctx => linkTickets(ctx, apart.number, { as: 'related', ticket: letter }));
  const parent = await numberOf('Duplicate PEN for a transferred student');
  for (const ticket of [await numberOf('PEN request returned without a reason'), letter])
    await as('Nadia Petrov', ctx => linkTickets(ctx, parent, { as: 'child', ticket }));
}
