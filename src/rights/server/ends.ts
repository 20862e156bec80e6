import type { Software } from '#accounts/rules/who.ts';
import { lastPosition } from '#accounts/server/story/story.ts';
import type { Db } from '#platform/db/database.ts';
import type { EventReader } from '#platform/jobs/readers.ts';
import { dateOfDay } from '#sla/rules/dates.ts';
import { localDate, localDay } from '#sla/rules/zones.ts';
import { openBySoftware, requestStands, tellRequest } from '#tickets/server/requested.ts';
import { asked_before_days, standsOn } from '../rules/days.ts';
import { touchesMore } from '../rules/kinds.ts';
import { waitsFor } from '../rules/life.ts';
import { endingSubject, subjectOf } from '../rules/words.ts';
import { holdEnding, insertRequest, updateRequest, updateRight, type EndingRow } from './store.ts';

/** Ends come back as tickets (S10). */

const who: Software = { side: 'system', job: 'rights' };
/** What is left comes at the next look, in half a minute. */
const most = 100;

interface Doing {
  who: Software;
  db: Db;
  now: Date;
}

/**
 * Asks a school before a right ends whether it is kept, and gives the keepers to take away what is over. Looks with
 * every event and twice a minute; its work and its place are one transaction, and each right is held, so each end is
 * asked about once, on whichever server and after whatever crash.
 */
export const ender = (clock: () => Date): EventReader => ({
  name: 'rights',
  async read(db, position) {
    const now = clock();
    const up_to = await lastPosition(db, position);
    await bringEnds({ who, db, now });
    return up_to;
  },
});

/** No school's day is further than this zone's. */
const last_zone = 'America/Edmonton';

async function bringEnds(doing: Doing): Promise<void> {
  const today = localDay(doing.now, last_zone);
  const days = { today: dateOfDay(today), last: dateOfDay(today + asked_before_days) };
  for (const right of await holdEnding(doing.db, days, most)) await bringEnd(doing, right);
}

async function bringEnd(doing: Doing, right: EndingRow): Promise<void> {
  const stands = standsOn({ until: right.until, ended_on: null }, localDate(doing.now, right.zone));
  if (stands === 'over')
    return right.ticket === null ? openOver(doing, right) : runOut(doing, right, right.ticket);
  if (stands === 'ending' && right.ticket === null && right.asked_until !== right.until)
    return openEnding(doing, right);
}

/** "Keep or let go?": asked of the school's security contact, who finds it among her tickets. */
const openEnding = (doing: Doing, right: EndingRow): Promise<void> =>
  open(doing, right, {
    state: 'ending',
    kind: 'rights_ending',
    subject: endingSubject(right, right.holder, right.lang),
  });

/** What is over and about which nothing is under way: it was never asked about, or the asking came to nothing. */
const openOver = (doing: Doing, right: EndingRow): Promise<void> =>
  open(doing, right, {
    state: 'approved',
    kind: 'rights_over',
    subject: subjectOf('remove', right, right.holder, right.lang),
  });

async function open(
  doing: Doing,
  right: EndingRow,
  { state, kind, subject }: { state: 'ending' | 'approved'; kind: string; subject: string },
): Promise<void> {
  const { school_id, person_id, holder_name, holder_job, words, at_schools, until, lang } = right;
  await updateRight(doing.db, right.id, { asked_until: until });
  const number = await openBySoftware(
    doing,
    {
      school_id,
      requester_id: right.contact,
      subject,
      category: 'security_role',
      request: 'rights',
      impact: 'one_person',
      urgency: 'normal',
    },
    { kind, facts: { day: until } },
  );
  await insertRequest(doing.db, {
    ticket_number: number,
    ...{ school_id, person_id, holder_name, holder_job, words, at_schools, state, lang },
    kind: right.kind,
    action: 'remove',
    right_id: right.id,
    from_on: until,
    touches_more: touchesMore(right),
    asked_at: doing.now,
  });
  await requestStands(doing, number, { waits: waitsFor(state), due: until, news: true });
}

/** Nobody said that it is kept: the same ticket is now work to do. */
async function runOut(doing: Doing, right: EndingRow, number: number): Promise<void> {
  await updateRequest(doing.db, number, { state: 'approved' });
  await requestStands(doing, number, { waits: waitsFor('approved'), due: right.until, news: true });
  await tellRequest(doing, { number, school_id: right.school_id }, { kind: 'rights_over' });
}
