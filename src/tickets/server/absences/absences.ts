import { sharesWork } from '#accounts/rules/policy.ts';
import { worksTickets, type Person } from '#accounts/rules/who.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { notAllowed, notFound, notValid } from '#platform/refusals.ts';
import { inOrder, isWeek, not_a_week } from '#sla/rules/week.ts';
import { localDate } from '#sla/rules/zones.ts';
import type { Absence, AbsenceChange, Hours, NewAbsence, Whereabouts } from '../../rules/absences/absence.ts';
import { awayAt } from '../../rules/absences/away.ts';
import { absenceWords, away_word, awayWords, has_left } from '../../rules/absences/words.ts';
import { agentNamed, agentName } from '../people.ts';
import { seenBy } from '../shapes.ts';
import {
  holdPerson,
  insertAbsence,
  putHours,
  selectAbsence,
  selectTimes,
  updateAbsence,
  type AbsenceRow,
  type TimesRow,
} from './store.ts';

/** The deeds on hours and absences: one's own, and everybody's for who shares out the work. */

export const keepsTimeOf = (who: Person, person: number): boolean =>
  who.side === 'desk' && (who.person_id === person || sharesWork(who));

/** Until when this person is away, in words; null when she is there. */
export function awayNow(ctx: Ctx, row: Pick<TimesRow, 'left' | 'hours' | 'absences'>): string | null {
  if (row.left) return has_left[ctx.lang];
  const away = awayAt(row, ctx.now, ctx.who.desk.zone);
  return away && awayWords(away, seenBy(ctx));
}

/** Everybody of the desk who is not there now. */
export async function listWhereabouts(ctx: Ctx): Promise<Whereabouts> {
  const today = localDate(ctx.now, ctx.who.desk.zone);
  const rows = await selectTimes(ctx, today);
  return {
    items: rows
      .filter(row => worksTickets(row.roles))
      .flatMap(row => {
        const words = awayNow(ctx, row);
        const stand_in = row.absences.find(({ from_date }) => from_date <= today)?.stand_in ?? null;
        const word = (row.left ? has_left : away_word)[ctx.lang];
        return words === null ? [] : [{ person: row.id, word, words, left: row.left, stand_in }];
      }),
  };
}

export const absenceOf = (ctx: Ctx, person: { id: number; name: string }, row: AbsenceRow): Absence => ({
  ...row,
  person: { id: person.id, name: person.name },
  words: absenceWords(row, seenBy(ctx)),
});

/** Sets the hours of somebody's week. Refuses stretches of a day that overlap, and another's hours (not_allowed). */
export async function setHours(ctx: Ctx, person: number, given: Hours): Promise<Hours> {
  await personOf(ctx, person);
  if (!isWeek(given.hours)) throw notValid('hours', not_a_week);
  const hours = inOrder(given.hours);
  await putHours(ctx, person, { hours });
  await tell(ctx, 'hours_set', { person });
  return { hours };
}

/** Writes down when somebody will not be there. Refuses days that end before they begin. */
export async function addAbsence(ctx: Ctx, absence: NewAbsence): Promise<Absence> {
  await personOf(ctx, absence.person);
  await checkAbsence(ctx, absence.person, absence);
  const id = await insertAbsence(ctx, absence);
  await tell(ctx, 'absence_added', { person: absence.person, absence: id });
  return shown(ctx, id);
}

/** Changes an absence, or brings a removed one back. */
export async function changeAbsence(ctx: Ctx, id: number, change: AbsenceChange): Promise<Absence> {
  const before = await absenceToChange(ctx, id);
  const { removed, ...days } = change;
  if (before.removed_at && removed === undefined) throw notFound();
  await checkAbsence(ctx, before.person_id, { ...before, stand_in: before.stand_in_id, ...given(days) });
  await updateAbsence(ctx, id, { ...given(days), ...(removed === false && { removed_at: null }) });
  await tell(ctx, 'absence_changed', { person: before.person_id, absence: id });
  return shown(ctx, id);
}

/** Removes an absence; it can be brought back. Twice is once. */
export async function removeAbsence(ctx: Ctx, id: number): Promise<Absence> {
  const before = await absenceToChange(ctx, id);
  if (!before.removed_at) {
    await updateAbsence(ctx, id, { removed_at: ctx.now });
    await tell(ctx, 'absence_removed', { person: before.person_id, absence: id });
  }
  return shown(ctx, id);
}

type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };
const given = <T extends object>(change: T): Partial<Given<T>> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<Given<T>>;

async function personOf(ctx: Ctx, id: number) {
  const person = await holdPerson(ctx, id);
  if (!person) throw notFound();
  if (ctx.code_wall && !keepsTimeOf(ctx.who, id)) throw notAllowed(not_hers);
  return person;
}

async function absenceToChange(ctx: Ctx, id: number) {
  const row = await selectAbsence(ctx, id);
  if (!row) throw notFound();
  await personOf(ctx, row.person_id);
  return row;
}

const not_hers = {
  en: 'Everybody sets her own hours and absences; those of others are the coordinator’s.',
  fr: 'Chaque personne règle son horaire et ses absences; ceux des autres reviennent à la coordination.',
};

async function checkAbsence(
  ctx: Ctx,
  person: number,
  { from_date, from_noon, to_date, to_noon, stand_in }: Omit<NewAbsence, 'person' | 'reason'>,
): Promise<void> {
  if (to_date < from_date || (to_date === from_date && from_noon && to_noon))
    throw notValid('to_date', {
      en: 'An absence ends on the day it begins, or later.',
      fr: 'Une absence finit le jour de son début, ou plus tard.',
    });
  if (stand_in !== null && (stand_in === person || !(await agentNamed(ctx, stand_in))))
    throw notValid('stand_in', {
      en: 'Only somebody else who works tickets can stand in.',
      fr: 'Seule une autre personne qui traite des billets peut remplacer.',
    });
}

async function shown(ctx: Ctx, id: number): Promise<Absence> {
  const { person_id, stand_in_id, ...row } = (await selectAbsence(ctx, id))!;
  const named = async (person: number) => ({ id: person, name: (await agentName(ctx, person)) ?? '' });
  const stand_in = stand_in_id === null ? null : await named(stand_in_id);
  return absenceOf(ctx, await named(person_id), { ...row, stand_in });
}

/** Open pages ask again who is there. The story keeps ids: why somebody is away is not its matter. */
async function tell(ctx: Ctx, kind: string, facts: { person: number; absence?: number }): Promise<void> {
  await sendSignal(ctx.db, { to: 'desk', kind: 'handing' });
  await recordDeed(ctx, { kind, audience: 'desk', facts });
}
