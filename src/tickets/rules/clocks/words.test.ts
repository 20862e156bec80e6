import { describe, expect, test } from 'vitest';
import { first_desk_time, first_desk_times } from '#sla/rules/desk-hours.ts';
import { first_promised } from '#sla/rules/targets.ts';
import { provinceCalendar } from '#sla/rules/school-days.ts';
import { byTime, type Waiting } from './by-time.ts';
import { clocksOf, type Clock } from './clocks.ts';
import { nextDue, timed } from './due.ts';
import { at, marksOf } from './marks-for-tests.ts';
import type { Mark } from './mark.ts';
import { promiseWords, usedWords } from './words.ts';
import { warningsOf } from './warnings.ts';
import { whyOf } from './why.ts';

const times = first_desk_times;
const zone = 'America/Vancouver';
const read = (marks: readonly Mark[], name: Clock['clock'], now: Date) =>
  timed(
    clocksOf(marks).find(({ clock }) => clock === name)!,
    { times, promised: first_promised, now },
  );
const local = (text: string) => new Date(`${text}:00-07:00`);

const stands = { priority: 'P3', passed: false, promised: 'whole' } as const;

describe('the why', () => {
  test('names closed days and pauses, and counts the rest', () => {
    const marks: Mark[] = [
      { at: local('2026-11-06T15:10'), kind: 'opened', state: 'new', ...stands },
      {
        at: local('2026-11-10T09:00'),
        kind: 'moved',
        state: 'waiting_school',
        ...stands,
      },
      { at: local('2026-11-10T11:00'), kind: 'moved', state: 'in_progress', ...stands },
    ];
    const now = local('2026-11-12T09:30');
    const clock = read(marks, 'resolution', now);
    const told = (lang: 'en' | 'fr') =>
      whyOf({ clock, marks, times, seen: { now, zone, lang } }).map(({ words }) => words);
    expect(told('en')).toEqual([
      'Friday 6 November, 15:10 to 16:00: counted 50 min',
      'Saturday – Sunday: Week-end, closed',
      'Monday 9 November, 8:00 to 16:00: counted 8 h',
      'Tuesday 10 November, 8:00 to 9:00: counted 1 h',
      'Tuesday 10 November, 9:00 to 11:00: waiting for the school, paused',
      'Tuesday 10 November, 11:00 to 16:00: counted 5 h',
      'yesterday: Remembrance Day, closed',
      'today, 8:00 to 9:30: counted 1 h 30 min',
    ]);
    expect(told('fr')[6]).toBe('hier : Jour du Souvenir, fermé');
    expect(clock.spent).toBe((50 + 480 + 60 + 300 + 90) * 60);
  });
});

test('a pause in which the ticket went from one to another has a line for each; what is met waits for nothing', () => {
  const told = (marks: Mark[], now: Date, which: 'response' | 'resolution' = 'resolution') =>
    whyOf({ clock: read(marks, which, now), marks, times, seen: { now, zone, lang: 'en' } })
      .filter(({ kind }) => kind === 'paused')
      .map(({ words }) => words);
  const passed = marksOf(
    [0, 'opened'],
    [60, 'moved', 'waiting_l2'],
    [120, 'priority', 'waiting_l2'],
    [180, 'moved', 'waiting_school'],
  );
  expect(told(passed, at(200))).toEqual([
    'today, 9:00 to 11:00: with Level 2, paused',
    'since today 11:00: waiting for the school, paused',
  ]);
  const again = [...passed, ...marksOf([240, 'moved', 'in_progress'])];
  expect(told(again, at(250))).toEqual([
    'today, 9:00 to 11:00: with Level 2, paused',
    'today, 11:00 to 12:00: waiting for the school, paused',
  ]);
  const solved = [...again, ...marksOf([300, 'moved', 'resolved'])];
  expect(told(solved, at(400))).toHaveLength(2);
  expect(told(solved, at(400), 'response')).toEqual([]);
  const reopened = [...solved, ...marksOf([360, 'moved', 'in_progress'])];
  expect(told(reopened, at(400))[2]).toBe('today, 13:00 to 14:00: solved, until it was opened again');
  expect(told([...again, ...marksOf([300, 'moved', 'closed'])], at(400))).toHaveLength(2);
});

test('a question of the evening says why nothing counts yet', () => {
  const marks: Mark[] = [{ at: local('2026-11-05T18:00'), kind: 'opened', state: 'new', ...stands }];
  const now = local('2026-11-05T18:30');
  const lines = whyOf({ clock: read(marks, 'response', now), marks, times, seen: { now, zone, lang: 'en' } });
  expect(lines.map(({ words }) => words)).toEqual(['since today 18:00: outside of the desk’s hours']);
});

describe('the words', () => {
  const seen = (now: Date, lang: 'en' | 'fr' = 'en') => ({ now, zone, lang });

  test('say what is promised, kept, late, paused', () => {
    const marks = marksOf([0, 'opened']);
    const running = read(marks, 'response', at(30));
    expect(promiseWords(running, { left: 3.5 * 3600, ended: false }, seen(at(30)))).toBe(
      'First answer: promised by today 12:00, in 3 working hours and 30 min',
    );
    expect(promiseWords(running, { left: 3.5 * 3600, ended: false }, seen(at(30), 'fr'))).toBe(
      'Première réponse : promise pour aujourd’hui 12:00, dans 3 heures de travail et 30 min',
    );
    const late = read(marks, 'response', at(300));
    expect(promiseWords(late, { left: null, ended: false }, seen(at(300)))).toBe(
      'First answer: late, promised by today 12:00',
    );
    const answered = marksOf([0, 'opened'], [60, 'answered', 'in_progress']);
    expect(promiseWords(read(answered, 'response', at(90)), { left: null, ended: false }, seen(at(90)))).toBe(
      'First answer: today 9:00, in time',
    );
    const asked = marksOf([0, 'opened'], [60, 'moved', 'waiting_school']);
    expect(promiseWords(read(asked, 'resolution', at(90)), { left: null, ended: false }, seen(at(90)))).toBe(
      'Solution: paused, 23 h of the desk’s hours are left',
    );
  });

  test('count days of the desk where a promise is of days', () => {
    const marks = marksOf([0, 'opened']);
    expect(usedWords(read(marks, 'resolution', at(480)), first_desk_time, 'en')).toBe('1 of 3 days used');
    expect(usedWords(read(marks, 'response', at(80)), first_desk_time, 'fr')).toBe('1 h 20 min sur 4 h');
  });
});

test('a minute that has begun is promised whole; the judge takes the promised minute', () => {
  const opened = marksOf([0, 'opened']).map(mark => ({ ...mark, at: new Date(mark.at.getTime() + 30_000) }));
  const clock = read(opened, 'response', at(10));
  expect(clock.due).toEqual(at(241));
  const met = { ...opened[0]!, at: new Date(at(241).getTime()), kind: 'answered' as const };
  expect(read([...opened, met], 'response', at(300)).late).toBe(false);
  expect(read([...opened, { ...met, at: new Date(met.at.getTime() + 1000) }], 'response', at(300)).late).toBe(
    true,
  );
});

test('the next deadline is the first of those that run, and stays while it is over', () => {
  const now = at(300);
  const clocks = clocksOf(marksOf([0, 'opened'])).map(clock =>
    timed(clock, { times, promised: first_promised, now }),
  );
  expect(nextDue(clocks)).toEqual({ due_at: at(240), due_clock: 'response' });
});

test('warnings come at the agreed parts of the time and at its end', () => {
  const clocks = clocksOf(marksOf([0, 'opened'])).map(clock =>
    timed(clock, { times, promised: first_promised, now: at(0) }),
  );
  const of = warningsOf(clocks, first_promised, times).filter(({ clock }) => clock === 'response');
  expect(of.map(({ step, at: when }) => [step, when])).toEqual([
    [50, at(120)],
    [80, at(192)],
    [100, at(240)],
  ]);
});

describe('what time does', () => {
  const waiting: Waiting = {
    state: 'waiting_school',
    passed: false,
    since: local('2026-12-01T09:00'),
    priority: 'P3',
    planned_for: null,
    last_activity_at: local('2026-12-01T09:00'),
  };
  const calendar = provinceCalendar(zone);
  const does = (ticket: Partial<Waiting>, reminded?: Date) =>
    byTime({ ...waiting, ...ticket }, { calendar, times, reminded }).map(each => [
      each.does === 'move' ? each.move : each.does,
      each.at,
    ]);

  test('reminds and closes on school days: christmas is none', () => {
    expect(does({})).toEqual([
      ['remind_school', local('2026-12-04T09:01')],
      ['remind_school', local('2026-12-10T09:01')],
      ['close_unanswered', local('2026-12-15T09:01')],
    ]);
    expect(does({ since: local('2026-12-23T10:00') })[2]).toEqual([
      'close_unanswered',
      local('2027-01-08T10:01'),
    ]);
  });

  test('never takes silence for an answer sooner after a late reminder than after one in time', () => {
    expect(does({}, local('2026-12-14T10:00')).at(-1)).toEqual([
      'close_unanswered',
      local('2026-12-17T10:01'),
    ]);
  });

  test('does nothing where the school is closed for a year on end, and nothing while its technician has it', () => {
    const closed = { zone, closed: () => true, because: () => null };
    expect(byTime(waiting, { calendar: closed, times })).toEqual([]);
    expect(does({ passed: true })).toEqual([]);
  });

  test('resumes what is planned when the desk opens on that day', () => {
    expect(does({ state: 'scheduled', planned_for: '2026-12-07' })).toEqual([
      ['resume', local('2026-12-07T08:00')],
    ]);
  });

  test('reminds of Level 2’s silence by the priority, in hours of the desk', () => {
    expect(does({ state: 'waiting_l2', priority: 'P1' })).toEqual([
      ['remind_level2', local('2026-12-01T10:00')],
    ]);
    expect(does({ state: 'waiting_l2', priority: 'P3' })).toEqual([
      ['remind_level2', local('2026-12-03T09:00')],
    ]);
  });
});
