import { expect, test } from 'vitest';
import { hoursOf, usual_week, weekOf, withOneMore } from './week.ts';

test('what the form shows is what is kept, midnight too', () => {
  const hours = [
    { weekday: 1, from_minute: 0, to_minute: 480 },
    { weekday: 1, from_minute: 960, to_minute: 1440 },
    { weekday: 7, from_minute: 485, to_minute: 725 },
  ];
  expect(weekOf(hours)[0]).toEqual([
    { from: '00:00', to: '08:00' },
    { from: '16:00', to: '00:00' },
  ]);
  expect(hoursOf(weekOf(hours))).toEqual(hours);
});

test('a stretch that is not filled in is none, and another begins where the last one ended', () => {
  expect(hoursOf([[{ from: '08:00', to: '' }]])).toEqual([]);
  expect(withOneMore([{ from: '08:00', to: '12:00' }])).toEqual([
    { from: '08:00', to: '12:00' },
    { from: '12:00', to: '' },
  ]);
  expect(hoursOf(usual_week)).toHaveLength(5);
});
