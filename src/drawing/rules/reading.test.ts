import { describe, expect, test } from 'vitest';
import type { ChartBox } from './chart.ts';
import { inWords } from './drawn.ts';
import { before, found, next, spotsOf } from './reading.ts';

const box = (id: string, text: string, ...ways: ChartBox['ways']): ChartBox => ({
  ...{ id, text, ways, kind: 'step', lane: 'l' },
});
const drawn = {
  parts: inWords({
    title: 'Any',
    lead: '',
    parts: [
      {
        id: 'p',
        name: '',
        lanes: [{ id: 'l', name: 'Desk', columns: 1 }],
        boxes: [
          box('a', 'L’école répond', { to: 'b', label: 'yes' }, { to: 'c', label: 'no' }),
          box('b', 'Work on it', { to: 'c' }),
          box('c', 'Close'),
        ],
        panels: [{ id: 'any', title: 'At any time', items: [{ name: 'Withdraw', text: 'From New.' }] }],
      },
    ],
  }),
};
const ids = (asked: string) => found(spotsOf(drawn), asked).map(({ id }) => id);

describe('a chart', () => {
  test('is found by words of its boxes, answers, lanes and lists, whatever their accents and case', () => {
    expect(ids("l'ecole REPOND")).toEqual(['a']);
    expect(ids('work')).toEqual(['b']);
    expect(ids('yes')).toEqual(['a']);
    expect(ids('desk')).toEqual(['a', 'b', 'c']);
    expect(ids('withdraw')).toEqual(['any']);
    expect(ids('  ')).toEqual([]);
    expect(ids('nowhere')).toEqual([]);
  });

  test('is walked along its arrows, and back to where one came from', () => {
    const go = (from: string, key: string, trail: string[] = []) => next(drawn, from, { key, trail });
    expect(go('a', 'ArrowDown')).toBe('b');
    expect(go('a', 'ArrowRight')).toBe('c');
    expect(go('b', 'ArrowRight')).toBe('c');
    expect(go('c', 'ArrowDown')).toBeUndefined();
    expect(go('c', 'ArrowUp')).toBe('a');
    expect(go('c', 'ArrowUp', ['a', 'b'])).toBe('b');
    expect(go('a', 'ArrowLeft')).toBeUndefined();
    expect(go('a', 'x')).toBeUndefined();
    expect(before(drawn, 'c').map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
