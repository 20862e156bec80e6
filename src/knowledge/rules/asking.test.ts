import { describe, expect, test } from 'vitest';
import { toAddTo, worthAsking, type Typed } from './asking.ts';

const typed = (more: Partial<Typed>): Typed => ({
  ...{ subject: 'Report cards', description: '', category: '', urgency: 'normal' },
  ...more,
});

describe('answers are looked for', () => {
  test('from eight letters on, of both fields together', () => {
    expect(worthAsking(typed({ subject: 'Printer' }))).toBe(false);
    expect(worthAsking(typed({ subject: 'Printer', description: 'x' }))).toBe(true);
    expect(worthAsking(typed({ subject: '  ...  !!!  --- ' }))).toBe(false);
    expect(worthAsking(typed({ subject: 'Échéance' }))).toBe(true);
  });

  test.each([
    [{ category: 'privacy_incident' }, false],
    [{ urgency: 'critical' }, false],
    [{ urgency: 'high' }, false],
    [{ urgency: 'low' }, true],
    [{ category: 'report_cards' }, true],
  ] as const)('never for what is urgent or private: %o', (more, looked) => {
    expect(worthAsking(typed(more))).toBe(looked);
  });
});

describe('a ticket to add to', () => {
  const items = [
    { id: 1, score: 10, ended: true },
    { id: 2, score: 9, ended: false },
    { id: 3, score: 4, ended: false },
  ];
  test('is under way, and about as near as the nearest', () => {
    expect(toAddTo({ items, confident: true }).map(({ id }) => id)).toEqual([2]);
  });
  test('is none where nothing is sure', () => {
    expect(toAddTo({ items, confident: false })).toEqual([]);
    expect(toAddTo({ items: [], confident: true })).toEqual([]);
  });
});
