import fc from 'fast-check';
import { expect, test } from 'vitest';
import { first_desk_times } from '#sla/rules/desk-hours.ts';
import { openSeconds } from '#sla/rules/open-time.ts';
import { extents, first_promised } from '#sla/rules/targets.ts';
import { courtOf, isOpen, transitionsFrom, type State } from '../lifecycle.ts';
import { priorities } from '../priority.ts';
import { clocksOf } from './clocks.ts';
import { dueAt, timed } from './due.ts';
import { at } from './marks-for-tests.ts';
import type { Mark } from './mark.ts';
import { waitedOf } from './waited.ts';
import { whyOf } from './why.ts';

/** What must hold of every ledger that the life cycle can write: random histories, with minutes and seconds between. */

const times = first_desk_times;
const circumstances = { times, promised: first_promised };

const step = fc.record({
  minutes: fc.integer({ min: 0, max: 4000 }),
  seconds: fc.integer({ min: 0, max: 59 }),
  what: fc.constantFrom('move', 'answered', 'asked', 'priority', 'promise'),
  pick: fc.nat(20),
});

/** A ledger as the deeds write it: each move is a row of the life cycle from where the ticket stands. */
const ledger = fc.array(step, { maxLength: 14 }).map(steps => {
  const marks: Mark[] = [
    { at: at(0), kind: 'opened', state: 'new', priority: 'P3', passed: false, promised: 'whole' },
  ];
  let now = at(0);
  for (const { minutes, seconds, what, pick } of steps) {
    const last = marks.at(-1)!;
    now = new Date(now.getTime() + minutes * 60_000 + seconds * 1000);
    if (what === 'move') {
      const rows = transitionsFrom(last.state).filter(row => row.while !== 'opening');
      const to = rows[pick % rows.length]?.to;
      if (to !== undefined && to !== last.state) marks.push({ ...last, at: now, kind: 'moved', state: to });
    } else if (what === 'priority') {
      const priority = priorities[pick % priorities.length]!;
      if (priority !== last.priority) marks.push({ ...last, at: now, kind: 'priority', priority });
    } else if (what === 'promise')
      marks.push({ ...last, at: now, kind: 'promise', promised: extents[pick % extents.length]! });
    else if (isOpen(last.state)) marks.push({ ...last, at: now, kind: what as 'asked' | 'answered' });
  }
  return marks;
});
const after = fc.integer({ min: 0, max: 10_000 }).map(minutes => minutes * 60_000);
const nowOf = (marks: readonly Mark[], ms: number) => new Date(marks.at(-1)!.at.getTime() + ms);
/** Two instants are a whole number of seconds apart, so that sums are exact. */
const secondsBetween = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 1000;

test('at any instant it is one court’s turn, and the parts come to all the time in which it was open', () => {
  fc.assert(
    fc.property(ledger, after, (marks, ms) => {
      const now = nowOf(marks, ms);
      const waited = waitedOf(marks, times, now);
      const open = marks.reduce(
        (sum, { at: from, state }, place) =>
          sum + (courtOf(state) ? secondsBetween(from, marks[place + 1]?.at ?? now) : 0),
        0,
      );
      expect(Object.values(waited).reduce((sum, each) => sum + each, 0)).toBe(open);
    }),
  );
});

test('the clocks of the desk and of Level 2 never run at once, nor in an ended ticket', () => {
  fc.assert(
    fc.property(ledger, marks => {
      const running = (at: Date, name: string) =>
        clocksOf(marks).some(
          ({ clock, stretches }) =>
            clock === name && stretches.some(({ from, to }) => from <= at && (!to || at < to)),
        );
      for (const { at: from, state } of marks.filter(
        (mark, place) => mark.at < (marks[place + 1]?.at ?? Infinity),
      )) {
        expect(running(from, 'resolution') && running(from, 'level2')).toBe(false);
        if (!isOpen(state))
          for (const name of ['response', 'next_response', 'resolution', 'level2', 'total'])
            expect(running(from, name)).toBe(false);
      }
    }),
  );
});

test('a pause never moves a deadline earlier', () => {
  const pauses: readonly State[] = ['waiting_school', 'waiting_l2', 'scheduled'];
  fc.assert(
    fc.property(
      fc.nat(5000),
      fc.nat(20_000),
      fc.constantFrom(...pauses),
      fc.integer({ min: 1, max: 5000 }),
      (began, long, state, minutes) => {
        const opened: Mark = {
          at: at(0),
          kind: 'opened',
          state: 'new',
          priority: 'P3',
          passed: false,
          promised: 'whole',
        };
        const worked: Mark = { ...opened, kind: 'moved', state: 'in_progress' };
        const paused = [
          opened,
          worked,
          { ...worked, at: at(began), state },
          { ...worked, at: at(began + long) },
        ];
        const due = (marks: readonly Mark[]) =>
          dueAt(
            clocksOf(marks).find(({ clock }) => clock === 'resolution')!,
            minutes * 60,
            times,
          )!;
        expect(due(paused).getTime()).toBeGreaterThanOrEqual(due([opened, worked]).getTime());
      },
    ),
  );
});

test('the lines of the why come to exactly what the clock has counted', () => {
  fc.assert(
    fc.property(ledger, after, (marks, ms) => {
      const now = nowOf(marks, ms);
      const seen = { now, zone: 'America/Vancouver', lang: 'en' as const };
      for (const clock of clocksOf(marks).filter(({ clock: name }) => name !== 'total')) {
        const lines = whyOf({ clock, marks, times, seen });
        const sum = lines.reduce((total, { seconds }) => total + seconds, 0);
        expect(sum).toBe(timed(clock, { ...circumstances, now }).spent);
      }
    }),
    { numRuns: 50 },
  );
});

test('as long as nobody does anything, a deadline stands, and what is over at it is exactly its time', () => {
  fc.assert(
    fc.property(ledger, after, (marks, ms) => {
      const now = nowOf(marks, ms);
      for (const clock of clocksOf(marks)) {
        const early = timed(clock, { ...circumstances, now: marks.at(-1)!.at });
        expect(timed(clock, { ...circumstances, now }).due).toEqual(early.due);
        if (!early.running || early.due === null || early.due <= marks.at(-1)!.at) continue;
        const { spent } = timed(clock, { ...circumstances, now: early.due });
        // Rounded up to the full minute, it may count a little more, and never less.
        expect(spent).toBeGreaterThanOrEqual(early.target!);
        expect(spent - early.target!).toBeLessThan(60);
      }
    }),
  );
});

test('what is spent never exceeds what the desk was open since the opening', () => {
  fc.assert(
    fc.property(ledger, after, (marks, ms) => {
      const now = nowOf(marks, ms);
      const open = openSeconds(marks[0]!.at, now, times);
      for (const clock of clocksOf(marks).filter(({ clock: name }) => name !== 'total'))
        expect(timed(clock, { ...circumstances, now }).spent).toBeLessThanOrEqual(open);
    }),
  );
});
