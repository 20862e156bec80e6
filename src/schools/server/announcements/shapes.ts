import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import { moment } from '#sla/rules/moments.ts';
import { periodWords } from '#sla/rules/periods.ts';
import { localDate, localTime } from '#sla/rules/zones.ts';
import { isTold, mayChangeAnnouncement, stateOf, type Announcement } from '../../rules/announcement.ts';
import type { SeenAnnouncement } from './store.ts';

/** A row becomes what the API answers: times in the reader's words, and on the desk's clock for who writes it. */
export function announcementOf(ctx: Ctx, row: SeenAnnouncement): Announcement {
  const seen = seenBy(ctx);
  const local = (at: Date | null) =>
    at && ctx.who.side === 'desk' ? deskClock(at, ctx.who.desk.zone) : null;
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    text: row.text,
    html: row.html,
    schools: row.named,
    starts: moment(row.starts_at, seen),
    ends: row.ends_at && moment(row.ends_at, seen),
    period: periodWords(row.starts_at, row.ends_at, seen),
    starts_local: local(row.starts_at),
    ends_local: local(row.ends_at),
    by: row.by,
    written: moment(row.written_at, seen),
    state: stateOf(row, ctx.now),
    told: isTold(row, ctx.now),
    can: { change: mayChangeAnnouncement(ctx.who, row) },
  };
}

function deskClock(at: Date, zone: string): string {
  const { hour, minute } = localTime(at, zone);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${localDate(at, zone)}T${two(hour)}:${two(minute)}`;
}
