import { actorOf, type Ctx } from '#accounts/server/acting.ts';
import { first_desk_time } from '#sla/rules/desk-hours.ts';
import type { Database } from '#platform/db/database.ts';
import { localDate } from '#sla/rules/zones.ts';
import { addChecklist } from '#tickets/server/checklists/checklists.ts';
import { giveChecklists } from '#tickets/server/checklists/giving.ts';
import { tickets } from '#tickets/server/tables.ts';
import { tickItem } from '#tickets/server/checklists/ticking.ts';
import { addFollower } from '#tickets/server/followers/following.ts';
import { snoozeTicket } from '#tickets/server/snoozes/snoozing.ts';
import { addTask } from '#tickets/server/tasks/tasks.ts';
import { ticketWithMessages } from '#tickets/server/tickets.ts';
import type { CastName } from './cast.ts';
import { deskTime } from './desk-time.ts';
import type { Actors } from './town.ts';

const item = (en: string, fr: string, required_before_solving = false) => ({
  text: { en, fr },
  required_before_solving,
});

const lists = [
  {
    name: 'Access request',
    categories: ['login_access', 'security_role'] as const,
    items: [
      item('Identity checked by call-back', 'Identité vérifiée par rappel', true),
      item('Role agreed with the security contact', 'Rôle convenu avec le responsable de la sécurité', true),
      item('End date noted', 'Date de fin notée'),
      item('Person told how to sign in', 'Personne informée de la connexion'),
    ],
  },
  {
    name: 'Report cards',
    categories: ['report_cards', 'transcripts_trax'] as const,
    items: [
      item('Term and grade named', 'Étape et année nommées'),
      item('Seen in the print preview too', 'Vu aussi à l’aperçu'),
      item('Day on which they go home asked', 'Jour de l’envoi aux familles demandé'),
    ],
  },
  {
    name: '1701 data',
    categories: ['data_1701', 'demographics_enrolment'] as const,
    items: [
      item('Snapshot date noted', 'Date de l’instantané notée'),
      item('Counts of the school and of the snapshot written down', 'Effectifs des deux côtés notés', true),
      item('Transfers since September looked at', 'Transferts depuis septembre examinés'),
    ],
  },
];

/** What the iGroup has to do on the town's tickets: lists, ticks, tasks, who follows, and one that is put away. */
export async function workTown(database: Database, actors: Actors, now: Date): Promise<void> {
  const as = <T>(name: CastName, at: Date, work: (ctx: Ctx) => Promise<T>) =>
    database.transact(actorOf(actors[name]), db =>
      work({ who: actors[name], db, now: at, lang: 'en', code_wall: true }),
    );
  const before_all = deskTime(now, -400);
  for (const { categories, ...list } of lists)
    await as('Nadia Petrov', before_all, ctx => addChecklist(ctx, { ...list, categories: [...categories] }));
  // The tickets stand already: each gets what it would have got when it was opened.
  await database.transact(actorOf({ side: 'system', job: 'town' }), async db => {
    for (const { number, opened_at } of await db.select().from(tickets))
      await giveChecklists({ db, now: opened_at }, number);
  });
  const tick = (name: CastName, number: number, text: RegExp) =>
    as(name, deskTime(now, -1), async ctx => {
      const { checklist } = await ticketWithMessages(ctx, number);
      await tickItem(ctx, number, checklist.find(each => text.test(each.text))!.id, true);
    });
  await tick('Ines Roy', 1007, /call-back/);
  await tick('Ines Roy', 1007, /Role agreed/);
  await tick('Maya Chen', 1011, /Term and grade/);
  await tick('Maya Chen', 1011, /preview/);
  await tick('Owen Hart', 1012, /Snapshot date/);
  const day = (desk_hours: number) => localDate(deskTime(now, desk_hours), first_desk_time.zone);
  const give = (by: CastName, number: number, to: CastName, task: { text: string; due: string | null }) =>
    as(by, deskTime(now, -0.5), ctx => addTask(ctx, number, { ...task, assignee: actors[to].person_id }));
  await give('Maya Chen', 1011, 'Maya Chen', {
    text: 'Ask their technician to open A4 and Letter',
    due: localDate(now, first_desk_time.zone),
  });
  await give('Nadia Petrov', 1014, 'Maya Chen', { text: 'Tell Priya that it is closed', due: day(-9) });
  await give('Maya Chen', 1011, 'Ines Roy', { text: 'Look whether Birch has it too', due: day(25) });
  for (const [name, number] of [
    ['Nadia Petrov', 1011],
    ['Owen Hart', 1011],
  ] as const)
    await as(name, deskTime(now, -0.4), ctx => addFollower(ctx, number, actors[name].person_id));
  await as('Maya Chen', deskTime(now, -0.3), ctx => snoozeTicket(ctx, 1005, { until: 'in_two_days' }));
}
