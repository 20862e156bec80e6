import { expect, test } from 'vitest';
import { dayNumber } from '#sla/rules/dates.ts';
import { age_ranges, answer_ranges, daysOf, daysText, rangeOf } from './ranges.ts';

test.each([[age_ranges], [answer_ranges]])('the standard ranges follow each other without a gap', ranges => {
  let next = 0;
  for (const text of ranges) {
    const range = rangeOf(text)!;
    expect(range.from).toBe(next);
    next = (range.to ?? Infinity) + 1;
  }
  expect(next).toBe(Infinity);
});

test.each(['', '-', '7', '7-3', '-3', 'a-b', '1-2-3', '123456-', ' 1-2'])('%j is no range', text =>
  expect(rangeOf(text)).toBeUndefined(),
);

const today = dayNumber('2026-11-23');
test.each([
  ['today', '2026-11-23', '2026-11-23'],
  ['last_7_days', '2026-11-17', '2026-11-23'],
  ['2026-02-28', '2026-02-28', '2026-02-28'],
  ['2026-11-01..2026-11-30', '2026-11-01', '2026-11-30'],
])('%s is from %s to %s', (text, first, last) => {
  expect(daysOf(text, today)).toEqual({ first: dayNumber(first), last: dayNumber(last) });
  if (text.startsWith('2')) expect(daysText(dayNumber(first), dayNumber(last))).toBe(text);
});

test.each(['yesterday', '2026-02-30', '2026-11-30..2026-11-01', '2026-11-01..', '0000-01-01', 'a..b..c'])(
  '%j is no days',
  text => expect(daysOf(text, today)).toBeUndefined(),
);
