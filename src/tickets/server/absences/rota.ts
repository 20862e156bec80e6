import { worksTickets } from '#accounts/rules/who.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import { dateOfDay, dayNumber, weekdayOfDay } from '#sla/rules/dates.ts';
import { localDay } from '#sla/rules/zones.ts';
import { rota_days, type Rota, type RotaPerson } from '../../rules/absences/absence.ts';
import { halfOf } from '../../rules/absences/away.ts';
import { personHoursWords, rotaDayWords, spanOfDays } from '../../rules/absences/words.ts';
import { mayHandOver } from '../../rules/handing/policy.ts';
import { absenceOf, awayNow, keepsTimeOf } from './absences.ts';
import { selectTimes, type TimesRow } from './store.ts';

/** Who is there in two weeks: from the Monday of this week, or from a date. Days are the desk's. */
export async function rotaFrom(ctx: Ctx, from?: string): Promise<Rota> {
  const today = localDay(ctx.now, ctx.who.desk.zone);
  const first = from === undefined ? today - weekdayOfDay(today) + 1 : dayNumber(from);
  const days = Array.from({ length: rota_days }, (_, at) => first + at);
  const rows = await selectTimes(ctx, dateOfDay(Math.min(first, today)));
  return {
    from: dateOfDay(first),
    before: dateOfDay(first - rota_days),
    after: dateOfDay(first + rota_days),
    words: spanOfDays(first, first + rota_days - 1, ctx.lang),
    days: days.map(day => ({
      date: dateOfDay(day),
      weekday: weekdayOfDay(day),
      day: Number(dateOfDay(day).slice(-2)),
      words: rotaDayWords(day, ctx.lang),
      today: day === today,
    })),
    people: rows.filter(row => worksTickets(row.roles)).map(row => personOf(ctx, row, days)),
  };
}

function personOf(ctx: Ctx, row: TimesRow, days: readonly number[]): RotaPerson {
  const { id, name, left, hours, open_tickets } = row;
  const halves = days.flatMap(day =>
    (['morning', 'afternoon'] as const).map(half =>
      left ? 'off' : halfOf(row, day, half, ctx.who.desk.zone),
    ),
  );
  return {
    id,
    name,
    me: id === ctx.who.person_id,
    left,
    away: awayNow(ctx, row),
    halves,
    hours,
    hours_words: personHoursWords(hours, ctx.lang),
    absences: row.absences.map(absence => absenceOf(ctx, { id, name }, absence)),
    open_tickets,
    can: { change: !left && keepsTimeOf(ctx.who, id), hand_over: mayHandOver(ctx.who, id) },
  };
}
