import { describe, expect, test } from 'vitest';
import { first_promised } from '#sla/rules/targets.ts';
import { faultsOf, lengthWords, percent } from './terms.ts';

const { targets, goals, warn_at } = first_promised;
const faults = (more: Partial<Parameters<typeof faultsOf>[0]>) =>
  faultsOf({ targets, goals, warn_at, ...more }).map(({ field }) => field);
const p = (response: number, resolution: number) => ({ response, resolution });

test('what process.json gives has no fault', () => {
  expect(faults({})).toEqual([]);
});

describe('what cannot be promised is named by its field', () => {
  test.each([
    ['no time at all', { targets: { ...targets, P1: p(0, 240) } }, ['targets.P1.response']],
    ['an answer after the solution', { targets: { ...targets, P4: p(4801, 4800) } }, ['targets.P4.response']],
    ['P2 faster than P1', { targets: { ...targets, P2: p(20, 480) } }, ['targets.P2.response']],
    ['P4 solved before P3', { targets: { ...targets, P4: p(480, 1000) } }, ['targets.P4.resolution']],
    ['a goal of nothing', { goals: { response: 0, resolution: 1 } }, ['goals.response']],
    ['warnings that fall', { warn_at: [80, 50] }, ['warn_at']],
    ['a warning twice', { warn_at: [50, 50] }, ['warn_at']],
    ['a warning at the end', { warn_at: [50, 100] }, ['warn_at']],
  ])('%s', (_, more, fields) => {
    expect(faults(more)).toEqual(fields);
  });

  test('equal times of two priorities, and no warning at all, are none', () => {
    expect(faults({ targets: { ...targets, P2: targets.P1 }, warn_at: [] })).toEqual([]);
  });
});

test.each([
  [30, '30 minutes', '30 minutes'],
  [1, '1 minute', '1 minute'],
  [60, '1 hour', '1 heure'],
  [90, '1 hour and 30 minutes', '1 heure et 30 minutes'],
  [4800, '80 hours', '80 heures'],
])('%i minutes are said in full', (minutes, en, fr) => {
  expect([lengthWords(minutes, 'en'), lengthWords(minutes, 'fr')]).toEqual([en, fr]);
});

test('a share is a whole percentage', () => {
  expect([percent(0.855, 'en'), percent(0.9, 'fr')]).toEqual(['86%', '90\u00a0%']);
});
