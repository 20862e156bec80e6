import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fewest_tickets, stepTimes, usualWords, type Stay } from './step-times.ts';

const stay = (minutes: number, school_id = 1, more: Partial<Stay> = {}): Stay => ({
  ...{ category: 'pen', state: 'in_progress', school_id, minutes },
  ...more,
});

describe('how long a step usually takes', () => {
  test('is what half of the tickets and nine of ten took at most, of how many schools', () => {
    const stays = [50, 10, 20, 30, 40, 60, 70, 80, 90, 1000].map((minutes, index) =>
      stay(minutes, index % 3),
    );
    expect(stepTimes(stays)).toEqual([
      { category: 'pen', state: 'in_progress', tickets: 10, schools: 3, half_minutes: 50, most_minutes: 90 },
    ]);
  });

  test('is not said of fewer tickets, nor of those of another category or state', () => {
    const nine = Array.from({ length: fewest_tickets - 1 }, () => stay(5));
    expect(stepTimes(nine)).toEqual([]);
    expect(stepTimes([...nine, stay(5, 1, { state: 'new' }), stay(5, 1, { category: 'other' })])).toEqual([]);
    expect(stepTimes([...nine, stay(5)])).toHaveLength(1);
  });

  test('lies within what was counted, and half is not over most', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: fewest_tickets, maxLength: 60 }), all => {
        const [time] = stepTimes(all.map(minutes => stay(minutes)));
        expect(all).toContain(time!.half_minutes);
        expect(all).toContain(time!.most_minutes);
        expect(time!.half_minutes).toBeLessThanOrEqual(time!.most_minutes);
        expect(all.filter(minutes => minutes <= time!.half_minutes).length).toBeGreaterThanOrEqual(
          all.length / 2,
        );
        expect(all.filter(minutes => minutes <= time!.most_minutes).length).toBeGreaterThanOrEqual(
          all.length * 0.9,
        );
      }),
    );
  });

  test('is said in words of both languages', () => {
    expect(usualWords({ half_minutes: 180, most_minutes: 450 }, 'en')).toBe(
      'Tickets like it are usually here for 3 h, nine of ten at most 7 h 30 min, counted while the desk is open.',
    );
    expect(usualWords({ half_minutes: 0, most_minutes: 60 }, 'fr')).toContain(
      'd’habitude 1 min, neuf sur dix au plus 1 h',
    );
  });
});
