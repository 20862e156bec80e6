import { actorOf, type Ctx } from '#accounts/server/acting.ts';
import type { Database } from '#platform/db/database.ts';
import { editMessage } from '#tickets/server/messages/editing.ts';
import { assignTicket, noteOn, openTicket } from '#tickets/server/tickets.ts';
import type { CastName } from './cast.ts';
import { deskTime } from './desk-time.ts';
import type { Actors } from './town.ts';

/** What came by phone, what stays inside the iGroup, and a note that was put right: for the demo and its pictures. */
export async function tellInside(database: Database, actors: Actors, now: Date): Promise<void> {
  const as = <T>(name: CastName, hours_ago: number, work: (ctx: Ctx) => Promise<T>) =>
    database.transact(actorOf(actors[name]), db =>
      work({ who: actors[name], db, now: deskTime(now, -hours_ago), lang: 'en', code_wall: true }),
    );
  const alder = actors['Maria Santos'];
  const school = alder.side === 'school' ? alder.school_id : 0;
  const phoned = await as('Maya Chen', 3, ctx =>
    openTicket(ctx, {
      subject: 'Report cards print without the school’s name',
      description:
        'Maria says that the name is missing on all pages since Friday. She prints them on Thursday.',
      category: 'report_cards',
      impact: 'one_school',
      urgency: 'high',
      school,
      requester: alder.person_id,
      channel: 'phone',
      call_back: '250 555 0142, after two',
    }),
  );
  const noted = await as('Maya Chen', 2, ctx =>
    noteOn(ctx, phoned.number, { text: 'Same as at Birch in October: the letterhead was empty.' }),
  );
  const note = { number: phoned.number, id: noted.messages.at(-1)!.id };
  await as('Maya Chen', 1.9, ctx =>
    editMessage(ctx, 'note', note, {
      text: 'Same as at Birch in October: the letterhead of the school was empty. @Ines Roy knows where it is set.',
    }),
  );
  const inside = await as('Nadia Petrov', 5, ctx =>
    openTicket(ctx, {
      subject: 'Who answers for Alder while Grant is away?',
      description:
        'The principal is away until January. Nobody there may ask for accounts meanwhile.\n\nBefore we tell them: @Maya Chen, did they name somebody on the phone?',
      category: 'onboarding',
      impact: 'one_school',
      urgency: 'normal',
      school,
      inside: true,
    }),
  );
  await as('Nadia Petrov', 4.9, ctx => assignTicket(ctx, inside.number, actors['Maya Chen'].person_id));
  await as('Maya Chen', 4, ctx => noteOn(ctx, inside.number, { text: 'Not yet. I ask when I call back.' }));
}
