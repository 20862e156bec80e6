import type { Ctx } from '#accounts/server/acting.ts';
import { dateWords } from '#sla/rules/moments.ts';
import { localDate } from '#sla/rules/zones.ts';
import type { Joining } from '../../rules/joining/joining.ts';
import { kinds, sides, undoneUntil } from '../../rules/joining/kinds.ts';
import { mayPart } from '../../rules/joining/may.ts';
import { moversOf } from '../../rules/policy.ts';
import type { Ticket } from '../../rules/ticket.ts';
import type { JoinedRow } from './views.ts';

/** A joining as its reader sees it from one of its two tickets. */
export function joiningOf(
  ctx: Ctx,
  ticket: Pick<Ticket, 'category' | 'inside'> & { school: { id: number } },
  row: JoinedRow,
): Joining {
  const { who, now, lang } = ctx;
  const made_at = new Date(row.made_at);
  const day = (at: Date) => {
    const date = localDate(at, who.zone);
    return { date, words: dateWords(date, { now, zone: who.zone, lang }) };
  };
  const works = moversOf(who, { ...ticket, school_id: ticket.school.id }).length > 0;
  return {
    id: row.id,
    as: sides[row.kind][row.from_here ? 'from' : 'to'],
    ticket: row.ticket,
    by: row.by,
    made: day(made_at),
    until: kinds[row.kind].parted_by === 'doer' ? day(undoneUntil(made_at)) : null,
    can_part: mayPart(who, works, { kind: row.kind, made_by: row.by.id, made_at }, now) === 'yes',
  };
}
