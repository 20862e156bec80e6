import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { first_desk_time, type DeskTime } from '#sla/rules/desk-hours.ts';
import { isSchoolDay, provinceCalendar } from '#sla/rules/school-days.ts';
import { localDate, localTime } from '#sla/rules/zones.ts';
import { state_ids, transitions } from '../lifecycle.ts';
import { asksAboutTasks, heldBackBy } from './ending.ts';
import { dueUpTo, most_snoozed_days, snooze_choices, timeOf, wakesAt } from './waking.ts';

const desk = first_desk_time;
const { zone } = desk;

/** Tuesdays and Thursdays, with a pause at noon; opens at half past nine. */
const part_time: DeskTime = {
  zone,
  week: [2, 4].flatMap(weekday => [
    { weekday, from_minute: 570, to_minute: 720 },
    { weekday, from_minute: 780, to_minute: 900 },
  ]),
};

describe('a snoozed ticket comes back', () => {
  // 23 November 2026 is a Monday; 25 December a Friday and a holiday, 26 and 27 a week-end.
  test.each([
    ['tomorrow', '2026-11-23T17:00Z', '2026-11-24T15:00Z'],
    ['tomorrow', '2026-11-27T17:00Z', '2026-11-30T15:00Z'], // from Friday to Monday
    ['tomorrow', '2026-12-24T17:00Z', '2026-12-28T15:00Z'], // over Christmas and the week-end
    ['tomorrow', '2026-11-24T04:00Z', '2026-11-24T15:00Z'], // Monday evening at the desk
    ['in_two_days', '2026-11-23T17:00Z', '2026-11-25T15:00Z'],
    ['in_two_days', '2026-11-26T17:00Z', '2026-11-30T15:00Z'],
    ['next_monday', '2026-11-23T17:00Z', '2026-11-30T15:00Z'], // on a Monday: in a week
    ['next_monday', '2026-11-29T17:00Z', '2026-11-30T15:00Z'],
    ['next_monday', '2026-05-15T17:00Z', '2026-05-19T15:00Z'], // Victoria Day: Tuesday
    ['2026-11-28', '2026-11-23T17:00Z', '2026-11-30T15:00Z'], // a Saturday: Monday
    ['2026-12-01', '2026-11-23T17:00Z', '2026-12-01T15:00Z'],
  ])('%s, from %s, at %s', (choice, now, at) =>
    expect(wakesAt(choice, new Date(now), desk)?.toISOString()).toBe(new Date(at).toISOString()),
  );

  test('not on a day that is over or is today, nor in more than a year', () => {
    const now = new Date('2026-11-23T17:00Z');
    for (const date of ['2026-11-22', '2026-11-23', '2028-01-03'])
      expect(wakesAt(date, now, desk)).toBeUndefined();
  });

  test('as a desk of its own hours opens, on its own days', () => {
    const wakes = (choice: string) =>
      wakesAt(choice, new Date('2026-11-23T17:00Z'), part_time)?.toISOString();
    expect(wakes('tomorrow')).toBe('2026-11-24T16:30:00.000Z'); // Tuesday 9:30
    expect(wakes('in_two_days')).toBe('2026-11-26T16:30:00.000Z'); // Thursday
    expect(wakes('next_monday')).toBe('2026-12-01T16:30:00.000Z'); // closed on Mondays
  });

  test('always later, at 8:00 of the desk, on a day when it is open', () => {
    const instants = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2035-01-01'),
      noInvalidDate: true,
    });
    const days = fc.integer({ min: 1, max: most_snoozed_days });
    fc.assert(
      fc.property(instants, fc.constantFrom(...snooze_choices, 'date'), days, (now, choice, ahead) => {
        const on = localDate(new Date(now.getTime() + ahead * 86_400_000), zone);
        const wakes = wakesAt(choice === 'date' ? on : choice, now, desk);
        // In a night that has an hour more, a day later is still today.
        if (!wakes) return expect(choice).toBe('date');
        expect(wakes > now).toBe(true);
        const { hour, minute } = localTime(wakes, zone);
        expect([hour, minute]).toEqual([8, 0]);
        expect(isSchoolDay(localDate(wakes, zone), provinceCalendar(zone))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a task', () => {
  test('is due from the desk’s opening on its day', () => {
    expect(dueUpTo(new Date('2026-11-23T14:59Z'), desk)).toBe('2026-11-22');
    expect(dueUpTo(new Date('2026-11-23T15:00Z'), desk)).toBe('2026-11-23');
    expect(dueUpTo(new Date('2026-11-24T16:29Z'), part_time)).toBe('2026-11-23');
    expect(dueUpTo(new Date('2026-11-24T16:30Z'), part_time)).toBe('2026-11-24');
  });

  test('stands under overdue, today, later, or some day', () => {
    const today = '2026-11-23';
    expect(['2026-11-20', today, '2026-12-01', null].map(due => timeOf(due, today))).toEqual([
      'overdue',
      'today',
      'later',
      'some_day',
    ]);
  });
});

describe('before a ticket ends', () => {
  const item = (required_before_solving: boolean, ticked: boolean) => ({
    required_before_solving,
    ticked: ticked ? { by: 1 } : null,
  });
  const items = [item(true, true), item(true, false), item(false, false)];

  test('what is required and not ticked holds back solving, and no other move', () => {
    for (const { move } of transitions)
      expect(heldBackBy(move, items), move).toEqual(move === 'resolve' ? [items[1]] : []);
  });

  test('open tasks are asked about where the work ends: solved, closed, withdrawn', () => {
    expect(state_ids.filter(asksAboutTasks)).toEqual(['resolved', 'closed', 'cancelled']);
  });
});
