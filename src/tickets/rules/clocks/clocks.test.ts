import { expect, test } from 'vitest';
import { clocksOf, promiseOf, type Clock } from './clocks.ts';
import { at, marksOf } from './marks-for-tests.ts';

const clockOf = (marks: Parameters<typeof clocksOf>[0], name: Clock['clock'], round = 0) =>
  clocksOf(marks).find(({ clock, round: which }) => clock === name && which === round);
const ran = (clock: Clock | undefined) => clock?.stretches.map(({ from, to }) => [from, to]);

test('the first answer is awaited from the opening, whoever takes the ticket', () => {
  const marks = marksOf([0, 'opened'], [10, 'moved', 'in_progress'], [25, 'answered', 'in_progress']);
  expect(clockOf(marks, 'response')).toMatchObject({ met: at(25) });
  expect(ran(clockOf(marks, 'response'))).toEqual([[at(0), at(25)]]);
  expect(clockOf(marks.slice(0, 2), 'response')).toMatchObject({ met: null });
});

test('a ticket that goes to Level 2, or is planned with the school, has had its first answer', () => {
  for (const state of ['waiting_l2', 'scheduled'] as const)
    expect(clockOf(marksOf([0, 'opened'], [10, 'moved', state]), 'response')?.met).toEqual(at(10));
});

test('withdrawn before any answer it ends unmet, and brought back it goes on from where it stood', () => {
  const marks = marksOf(
    [0, 'opened'],
    [10, 'moved', 'cancelled'],
    [50, 'moved', 'in_progress'],
    [55, 'answered', 'in_progress'],
  );
  expect(clockOf(marks.slice(0, 2), 'response')).toMatchObject({ met: null });
  expect(ran(clockOf(marks, 'response'))).toEqual([
    [at(0), at(10)],
    [at(50), at(55)],
  ]);
});

test('nothing is promised while the school’s own technician has it: the clocks begin when she sends it up', () => {
  const passed = marksOf(
    [0, 'opened'],
    [0, 'moved', 'waiting_school', { passed: true }],
    [5, 'asked', 'waiting_school', { passed: true }],
  );
  expect(clocksOf(passed).map(({ clock }) => clock)).toEqual(['total']);
  const up = [...passed, ...marksOf([30, 'moved', 'new'])];
  expect(ran(clockOf(up, 'response'))).toEqual([[at(30), null]]);
  expect(ran(clockOf(up, 'resolution'))).toEqual([[at(30), null]]);
});

test('a next answer is awaited from what the school writes first after one, while it is the desk’s turn', () => {
  const marks = marksOf(
    [0, 'opened'],
    [5, 'asked', 'new'],
    [10, 'answered', 'in_progress'],
    [20, 'asked', 'in_progress'],
    [30, 'asked', 'in_progress'],
    [40, 'answered', 'in_progress'],
    [50, 'asked', 'in_progress'],
  );
  expect(ran(clockOf(marks, 'next_response', 1))).toEqual([[at(20), at(40)]]);
  expect(clockOf(marks, 'next_response', 1)?.met).toEqual(at(40));
  expect(ran(clockOf(marks, 'next_response', 2))).toEqual([[at(50), null]]);
});

test('what the school answers to a question is awaited an answer to; its thanks under a solution are not', () => {
  const asked = marksOf([0, 'opened'], [10, 'answered', 'new'], [10, 'moved', 'waiting_school']);
  const answered = [...asked, ...marksOf([20, 'asked', 'waiting_school'], [20, 'moved', 'in_progress'])];
  expect(ran(clockOf(answered, 'next_response', 1))).toEqual([[at(20), null]]);
  const solved = marksOf(
    [0, 'opened'],
    [10, 'answered', 'new'],
    [10, 'moved', 'resolved'],
    [20, 'asked', 'resolved'],
  );
  expect(clockOf(solved, 'next_response', 1)).toBeUndefined();
});

test('a next answer is awaited while Level 2 has the ticket, and no more when the ticket ends', () => {
  const marks = marksOf(
    [0, 'opened'],
    [10, 'answered', 'in_progress'],
    [20, 'asked', 'in_progress'],
    [30, 'moved', 'waiting_l2'],
    [60, 'moved', 'in_progress'],
    [70, 'moved', 'cancelled'],
  );
  expect(ran(clockOf(marks, 'next_response', 1))).toEqual([[at(20), at(70)]]);
  expect(clockOf(marks, 'next_response', 1)?.met).toBeNull();
});

test('the solution’s time pauses while it waits for the school, Level 2 or a day, and is met when it is solved', () => {
  const marks = marksOf(
    [0, 'opened'],
    [10, 'moved', 'waiting_school'],
    [20, 'moved', 'in_progress'],
    [30, 'moved', 'waiting_l2'],
    [40, 'moved', 'in_progress'],
    [50, 'moved', 'scheduled'],
    [60, 'moved', 'in_progress'],
    [70, 'moved', 'resolved'],
    [80, 'moved', 'closed'],
  );
  expect(ran(clockOf(marks, 'resolution'))).toEqual([
    [at(0), at(10)],
    [at(20), at(30)],
    [at(40), at(50)],
    [at(60), at(70)],
  ]);
  expect(clockOf(marks, 'resolution')?.met).toEqual(at(70));
  expect(ran(clockOf(marks, 'level2'))).toEqual([[at(30), at(40)]]);
  expect(clockOf(marks, 'total')).toMatchObject({ met: at(80) });
});

test('opened again, the solution’s time goes on from where it stood', () => {
  const marks = marksOf([0, 'opened'], [10, 'moved', 'resolved'], [60, 'moved', 'in_progress']);
  expect(clockOf(marks, 'resolution')).toMatchObject({ met: null });
  expect(ran(clockOf(marks, 'resolution'))).toEqual([
    [at(0), at(10)],
    [at(60), null],
  ]);
});

test('closed without an answer of the school, or withdrawn, it is not solved', () => {
  for (const state of ['closed', 'cancelled'] as const) {
    const marks = marksOf([0, 'opened'], [10, 'moved', 'waiting_school'], [20, 'moved', state]);
    expect(clockOf(marks, 'resolution')).toMatchObject({ met: null });
  }
});

test('a merged ticket’s clocks end with it, and parted they go on', () => {
  const merged = marksOf([0, 'opened'], [10, 'moved', 'cancelled']);
  expect(clocksOf(merged).every(({ stretches }) => stretches.at(-1)?.to !== null)).toBe(true);
  const parted = [...merged, ...marksOf([40, 'moved', 'new'])];
  expect(ran(clockOf(parted, 'response'))).toEqual([
    [at(0), at(10)],
    [at(40), null],
  ]);
});

test('a clock is judged by the priority that stood when it was met, else by the one that stands', () => {
  const marks = marksOf(
    [0, 'opened'],
    [10, 'answered', 'in_progress'],
    [20, 'priority', 'in_progress', { priority: 'P1' }],
  );
  expect(clockOf(marks, 'response')?.priority).toBe('P3');
  expect(clockOf(marks, 'resolution')?.priority).toBe('P1');
});

test('where the work is the school’s an answer is promised and no solution, as it stood when it was met', () => {
  const promises = (...marks: Parameters<typeof marksOf>) =>
    clocksOf(marksOf(...marks)).flatMap(clock => {
      const promise = promiseOf(clock);
      return promise ? [`${clock.clock}: ${promise}`] : [];
    });
  const advice = { promised: 'answer' } as const;
  expect(promises([0, 'opened', 'new', advice])).toEqual(['response: response']);
  const taken_on = [5, 'promise', 'in_progress', { promised: 'whole' }] as const;
  expect(promises([0, 'opened', 'new', advice], [...taken_on])).toEqual([
    'response: response',
    'resolution: resolution',
  ]);
  expect(promises([0, 'opened'], [9, 'moved', 'resolved'], [9, 'promise', 'resolved', advice])).toContain(
    'response: response',
  );
  expect(promises([0, 'opened'], [5, 'moved', 'resolved'], [9, 'promise', 'resolved', advice])).toEqual([
    'response: response',
    'resolution: resolution',
  ]);
});
