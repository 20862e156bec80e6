import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { first_desk_time, first_desk_times } from '#sla/rules/desk-hours.ts';
import { extents, first_promised, promised_clocks, type Promised } from '#sla/rules/targets.ts';
import { clocksOf } from '#tickets/rules/clocks/clocks.ts';
import { timed } from '#tickets/rules/clocks/due.ts';
import { marksOf } from '#tickets/rules/clocks/marks-for-tests.ts';
import { mark_kinds, type Mark } from '#tickets/rules/clocks/mark.ts';
import { waitedOf } from '#tickets/rules/clocks/waited.ts';
import { state_ids } from '#tickets/rules/lifecycle.ts';
import { priorities } from '#tickets/rules/priority.ts';
import { fewest, publicNumbers } from './how-fast.ts';
import { monthAfter, monthOf, monthWords, spanOf } from './months.ts';
import { gather, shareOf, took_ranges, type Numbers } from './numbers.ts';
import { partOf, volumes, type Measure, type Told } from './part.ts';
import { reasonWords } from './reasons.ts';
import { compare, noComparison, together } from './what-if.ts';

const measure: Measure = { times: first_desk_times, promises: new Map([[1, first_promised]]) };
const months = ['2026-10', '2026-11', '2026-12', '2027-01'];
const november = spanOf('2026-11', first_desk_times);

const toldOf = (marks: readonly Mark[], more: Partial<Told> = {}): Told => ({
  ...{ number: 1, school_id: 1, category: 'pen', agreement: 1 },
  marks,
  ...more,
});

/** Any history: also such as the life cycle does not allow. */
const history = fc
  .array(
    fc.record({
      after: fc.integer({ min: 0, max: 12 * 86_400 }).map(seconds => seconds * 1000 + (seconds % 7) * 111),
      kind: fc.constantFrom(...mark_kinds),
      state: fc.constantFrom(...state_ids),
      priority: fc.constantFrom(...priorities),
      passed: fc.boolean(),
      promised: fc.constantFrom(...extents),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map(steps => {
    let at = Date.parse('2026-10-03T17:00:00.123Z');
    return steps.map(({ after, ...mark }, place): Mark => {
      at += after;
      return place === 0
        ? { ...mark, at: new Date(at), kind: 'opened', state: 'new', passed: false }
        : { ...mark, at: new Date(at) };
    });
  });
const tickets = fc
  .array(fc.tuple(history, fc.integer({ min: 1, max: 3 })), { maxLength: 12 })
  .map(all => all.map(([marks, school_id], number) => toldOf(marks, { number, school_id })));

const numbersOf = (all: readonly Told[], month: string): Numbers => {
  const gathering = gather();
  for (const told of all) {
    const part = partOf(told, spanOf(month, first_desk_times), measure);
    if (part) gathering.add(part);
  }
  return gathering.numbers();
};
const whole = (at: Date) => new Date(Math.floor(at.getTime() / 1000) * 1000);

describe('months', () => {
  test('are those of the desk’s zone, one beginning where the other ends', () => {
    expect(spanOf('2026-11', first_desk_times)).toEqual({
      from: new Date('2026-11-01T07:00:00Z'),
      to: new Date('2026-12-01T07:00:00Z'),
    });
    expect(monthOf(new Date('2026-12-01T06:59:59Z'), first_desk_times)).toBe('2026-11');
    expect([monthAfter('2026-12'), monthAfter('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
    expect([monthWords('2026-10', 'en'), monthWords('2026-10', 'fr')]).toEqual([
      'October 2026',
      'octobre 2026',
    ]);
  });

  test('nothing falls between two or into both, also where the desk moves to another zone', () => {
    const moves = [
      ...first_desk_times,
      { ...first_desk_time, zone: 'America/Edmonton', since: new Date('2026-11-17T20:00:00Z') },
    ];
    expect(spanOf('2026-11', moves).to).toEqual(new Date('2026-12-01T06:00:00Z'));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * 86_400 }), seconds => {
        const at = new Date(Date.parse('2026-09-01T00:00:00Z') + seconds * 1000);
        const { from, to } = spanOf(monthOf(at, moves), moves);
        expect(from <= at && at < to).toBe(true);
      }),
    );
  });
});

describe('a ticket’s part', () => {
  test('a promise that was kept belongs to the month in which it was met, with its time to the second', () => {
    const told = toldOf(marksOf([0, 'opened'], [30, 'answered'], [45, 'moved', 'resolved']));
    const part = partOf(told, november, measure)!;
    expect(part.clocks).toEqual([
      { clock: 'response', priority: 'P3', in_time: true, seconds: 1800 },
      { clock: 'resolution', priority: 'P3', in_time: true, seconds: 2700 },
    ]);
    expect(part.volumes).toEqual({ carried: 0, opened: 1, reopened: 0, solved: 1, ended: 0, open: 0 });
  });

  test('of what is the school’s work the answer is judged, and of the solution only its time is told', () => {
    const told = toldOf(
      marksOf(
        [0, 'opened', 'new', { promised: 'answer' }],
        [30, 'answered', 'new', { promised: 'answer' }],
        [...([9000, 'moved', 'resolved', { promised: 'answer' }] as const)],
      ),
    );
    const part = partOf(told, november, measure)!;
    expect(part.clocks).toEqual([
      { clock: 'response', priority: 'P3', in_time: true, seconds: 1800 },
      { clock: 'resolution', priority: 'P3', in_time: null, seconds: expect.any(Number) },
    ]);
    expect(part.breaches).toEqual([]);
  });

  test('one that was not belongs to the month in which it became late, and its time to that in which it was met', () => {
    const week = 7 * 24 * 60;
    const told = toldOf(marksOf([0, 'opened'], [2 * week, 'answered']));
    const [late, met] = ['2026-11', '2026-12'].map(month =>
      partOf(told, spanOf(month, first_desk_times), measure)!,
    ) as [NonNullable<ReturnType<typeof partOf>>, NonNullable<ReturnType<typeof partOf>>];
    expect(late.clocks).toContainEqual({ clock: 'response', priority: 'P3', in_time: false, seconds: null });
    expect(late.breaches[0]).toMatchObject({ clock: 'response', met: null, target: 4 * 3600 });
    expect(met.clocks.filter(({ clock }) => clock === 'response')).toEqual([
      { clock: 'response', priority: 'P3', in_time: null, seconds: 10 * 8 * 3600 },
    ]);
  });

  test('what is opened again and solved again counts in the later month too', () => {
    const told = toldOf(
      marksOf(
        [0, 'opened'],
        [10, 'answered'],
        [20, 'moved', 'resolved'],
        [12_000, 'moved', 'in_progress'],
        [12_010, 'moved', 'resolved'],
      ),
    );
    expect(partOf(told, spanOf('2026-12', first_desk_times), measure)!).toMatchObject({
      volumes: { carried: 0, opened: 0, reopened: 1, solved: 1, open: 0 },
      clocks: [{ clock: 'resolution', in_time: true }],
    });
  });

  test('a breach says what took its time, what did not count, and by what it was judged', () => {
    const told = toldOf(
      marksOf(
        [0, 'opened', 'new', { priority: 'P4' }],
        [60, 'priority', 'new', { priority: 'P2' }],
        [200, 'answered', 'in_progress', { priority: 'P2' }],
        [200, 'moved', 'waiting_school', { priority: 'P2' }],
        [300, 'moved', 'in_progress', { priority: 'P2' }],
      ),
    );
    const { breaches } = partOf(told, { ...november, to: new Date('2026-11-28T00:00:00Z') }, measure)!;
    expect(breaches.map(({ clock }) => clock)).toEqual(['response', 'resolution']);
    expect(reasonWords(breaches[0]!.reason, 'en')).toBe(
      'Nobody had taken it for 3 h 20 min. It was opened as P4 and judged by another priority.',
    );
    expect(breaches[1]!.reason).toMatchObject({
      longest: { state: 'in_progress' },
      paused: 100 * 60,
      waited: { school: 100 * 60 },
    });
    expect(reasonWords(breaches[1]!.reason, 'fr')).toContain('En pause, non compté : 1 h 40 min.');
  });

  test('it is equal to the ledger to the second, and what waited adds up to all the time it was open', () => {
    fc.assert(
      fc.property(history, marks => {
        const told = toldOf(marks);
        const { to } = spanOf(months.at(-1)!, first_desk_times);
        const sum = { desk: 0, school: 0, level2: 0, closed_hours: 0 };
        for (const month of months) {
          const part = partOf(told, spanOf(month, first_desk_times), measure);
          for (const on of Object.keys(sum) as (keyof typeof sum)[]) sum[on] += part?.waited[on] ?? 0;
          for (const { clock, seconds } of part?.clocks ?? []) {
            const span = spanOf(month, first_desk_times);
            const clocks = clocksOf(marks.filter(({ at }) => at < span.to));
            const ledger = timed(
              clocks.find(each => each.clock === clock)!,
              {
                ...{ times: first_desk_times, promised: first_promised, now: span.to },
              },
            );
            if (seconds !== null) expect(seconds).toBe(ledger.spent);
          }
        }
        const seconds = marks.map(mark => ({ ...mark, at: whole(mark.at) }));
        expect(sum).toEqual(
          waitedOf(
            seconds.filter(({ at }) => at < to),
            first_desk_times,
            to,
          ),
        );
      }),
    );
  });

  test('a closed month never changes, whatever happens later', () => {
    fc.assert(
      fc.property(history, marks => {
        for (const month of months) {
          const span = spanOf(month, first_desk_times);
          const then = marks.filter(({ at }) => at < span.to);
          expect(partOf(toldOf(marks), span, measure)).toEqual(partOf(toldOf(then), span, measure));
        }
      }),
    );
  });

  test('a promise is found late in one month alone, while its priority stays', () => {
    fc.assert(
      fc.property(history, fc.constantFrom(...priorities), (marks, priority) => {
        // What was solved or had ended and is taken up again is met again, and counts in that month too.
        fc.pre(marks.slice(0, -1).every(({ state }) => !['resolved', 'closed', 'cancelled'].includes(state)));
        const told = toldOf(marks.map(mark => ({ ...mark, priority })));
        const late = months.flatMap(
          month => partOf(told, spanOf(month, first_desk_times), measure)?.breaches ?? [],
        );
        for (const clock of promised_clocks)
          expect(late.filter(each => each.clock === clock).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the numbers', () => {
  test('of the schools come to those of all', () => {
    fc.assert(
      fc.property(tickets, fc.constantFrom(...months), (all, month) => {
        const together = numbersOf(all, month);
        const schools = [1, 2, 3].map(id =>
          numbersOf(
            all.filter(each => each.school_id === id),
            month,
          ),
        );
        const sum = (of: (numbers: Numbers) => number) =>
          schools.reduce((whole, each) => whole + of(each), 0);
        for (const volume of volumes)
          expect(sum(each => each.volumes[volume])).toBe(together.volumes[volume]);
        for (const on of ['desk', 'school', 'level2', 'closed_hours'] as const)
          expect(sum(each => each.waited[on])).toBe(together.waited[on]);
        for (const clock of promised_clocks) {
          for (const what of ['in_time', 'late', 'met'] as const)
            expect(sum(each => each.clocks[clock][what])).toBe(together.clocks[clock][what]);
          expect(together.took[clock].reduce((a, b) => a + b, 0)).toBe(together.clocks[clock].met);
          expect(together.took[clock]).toHaveLength(took_ranges[clock].length);
          const slices = [Object.values(together.by_priority), Object.values(together.by_category)];
          for (const parts of slices)
            expect(parts.reduce((whole, slice) => whole + slice[clock].late, 0)).toBe(
              together.clocks[clock].late,
            );
        }
      }),
    );
  });

  test('what comes in goes out: carried, opened and reopened are solved, ended and open', () => {
    fc.assert(
      fc.property(tickets, all => {
        let before = 0;
        for (const month of months) {
          const { carried, opened, reopened, solved, ended, open } = numbersOf(all, month).volumes;
          expect(carried).toBe(before);
          expect(carried + opened + reopened).toBe(solved + ended + open);
          before = open;
        }
      }),
    );
  });

  test('half and nine of ten are times that were, and the share is of what was judged', () => {
    const all = Array.from({ length: 10 }, (_, at) =>
      toldOf(marksOf([0, 'opened'], [(at + 1) * 30, 'answered'])),
    );
    const { response } = numbersOf(all, '2026-11').clocks;
    expect(response).toMatchObject({ in_time: 8, late: 2, met: 10, median: 150 * 60, ninth: 270 * 60 });
    expect(shareOf(response)).toBe(0.8);
    expect(shareOf({ in_time: 0, late: 0 })).toBeNull();
  });
});

describe('what if', () => {
  const strict: Promised = {
    ...first_promised,
    targets: { ...first_promised.targets, P3: { response: 60, resolution: 60 } },
  };
  test('what is tried is set beside what was, by priority', () => {
    const comparison = noComparison();
    const by = { was: measure, would: { ...measure, promises: new Map([[1, strict]]) } };
    for (const minutes of [30, 90, 300])
      compare(comparison, toldOf(marksOf([0, 'opened'], [minutes, 'answered'])), november, by);
    expect(comparison.P3.response).toEqual({
      was: { in_time: 2, late: 1 },
      would: { in_time: 1, late: 2 },
      broken: 1,
      kept: 0,
    });
    expect(together(comparison, comparison).P3.response.broken).toBe(2);
  });

  test('the same changes nothing, and lots add up', () => {
    fc.assert(
      fc.property(tickets, all => {
        const one = noComparison();
        const lots = all.map(told => {
          const lot = noComparison();
          for (const into of [one, lot]) compare(into, told, november, { was: measure, would: measure });
          return lot;
        });
        expect(lots.reduce(together, noComparison())).toEqual(one);
        for (const priority of priorities)
          for (const clock of promised_clocks) {
            const { was, would, broken, kept } = one[priority][clock];
            expect([would, broken, kept]).toEqual([was, 0, 0]);
          }
      }),
    );
  });
});

test(`nothing is public that fewer than ${fewest} tickets make`, () => {
  const some = (count: number) =>
    publicNumbers(
      numbersOf(
        Array.from({ length: count }, () => toldOf(marksOf([0, 'opened'], [30, 'answered']))),
        '2026-11',
      ),
    ).P3.response;
  expect(some(fewest - 1)).toEqual({ share: null, median_minutes: null });
  expect(some(fewest)).toEqual({ share: 100, median_minutes: 30 });
});
