import type { Ctx } from '#accounts/server/acting.ts';
import { announce } from '#schools/server/announcements/announcements.ts';
import { NewAnnouncement } from '#schools/rules/announcement.ts';
import { dateOfDay, weekdayOfDay } from '#sla/rules/dates.ts';
import { localDay } from '#sla/rules/zones.ts';
import type { CastName } from './cast.ts';
import { deskTime } from './desk-time.ts';

const friday = 5;

/** What the iGroup has announced to the town's schools lately: by whom, how many desk hours ago, what. */
export async function announceIn(
  now: Date,
  as: (name: CastName, at: Date, work: (ctx: Ctx) => Promise<unknown>) => Promise<unknown>,
): Promise<void> {
  const told = (name: CastName, hours_ago: number, given: unknown) => {
    const at = deskTime(now, -hours_ago);
    return as(name, at, ctx => announce(ctx, NewAnnouncement.parse(given)));
  };
  const today = localDay(now, 'America/Vancouver');
  const closing = dateOfDay(today + ((friday - weekdayOfDay(today) + 7) % 7 || 7));
  await told('Nadia Petrov', 30, {
    kind: 'news',
    title: 'Training for new office staff',
    text: 'Two mornings in January, by video. Ask us for a place with a question under **Something else**.',
    schools: null,
    ends: null,
  });
  await told('Nadia Petrov', 12, {
    kind: 'closed',
    title: 'The system is closed for an update',
    text: 'Please save your work before 17:00. What is open then is lost.',
    schools: null,
    starts: `${closing}T17:00`,
    ends: `${closing}T19:00`,
  });
  await told('Maya Chen', 1, {
    kind: 'news',
    title: 'The report card guide is new',
    text: 'It has a picture of each step now, and fits on two pages.',
    schools: null,
    ends: null,
  });
}
