import { describe, expect, it } from 'vitest';
import calendar from './calendar.json' with { type: 'json' };
import { interpretationActHolidays, statutoryHolidays, type Holiday } from './holidays.ts';

const listed_years = [2026, 2027, 2028, 2029, 2030];
const byDate = (a: { date: string }, b: { date: string }) => a.date.localeCompare(b.date);
const asListed = ({ date, name }: Holiday) => ({ date, name: name.en.replaceAll('’', "'") });
const dateOf = (year: number, name: string) =>
  interpretationActHolidays(year).find(holiday => holiday.name.en === name)?.date;

describe('holidays', () => {
  it('of the Employment Standards Act are those of calendar.json, 2026 to 2030', () => {
    expect(listed_years.flatMap(statutoryHolidays).map(asListed)).toEqual(calendar.statutory_holidays_esa);
  });

  it('of the Interpretation Act are those and its two more, 2026 to 2030', () => {
    const both = [...calendar.statutory_holidays_esa, ...calendar.extra_holidays_interpretation_act];
    expect(listed_years.flatMap(interpretationActHolidays).map(asListed)).toEqual(both.sort(byDate));
  });

  it('have Family Day from 2013, on the second Monday of February until 2018', () => {
    expect(dateOf(2012, 'Family Day')).toBeUndefined();
    expect(dateOf(2013, 'Family Day')).toBe('2013-02-11');
    expect(dateOf(2018, 'Family Day')).toBe('2018-02-12');
    expect(dateOf(2019, 'Family Day')).toBe('2019-02-18');
  });

  it('have the day for Truth and Reconciliation from 2023', () => {
    expect(dateOf(2022, 'National Day for Truth and Reconciliation')).toBeUndefined();
    expect(dateOf(2023, 'National Day for Truth and Reconciliation')).toBe('2023-09-30');
  });

  it.each([
    [1961, '1961-04-03'],
    [2000, '2000-04-24'],
    [2008, '2008-03-24'],
    [2011, '2011-04-25'],
    [2024, '2024-04-01'],
    [2038, '2038-04-26'],
    [2049, '2049-04-19'],
    [2076, '2076-04-20'],
  ])('have the Easter Monday of %i on %s', (year, date) => {
    expect(dateOf(year, 'Easter Monday')).toBe(date);
  });

  it('are in order, in both languages, each once, in any year', () => {
    for (let year = 1980; year < 2100; year++) {
      const holidays = interpretationActHolidays(year);
      expect(holidays.map(({ date }) => date)).toEqual([...new Set(holidays.map(({ date }) => date))].sort());
      expect(holidays.every(({ date, name }) => date.startsWith(`${year}-`) && name.en && name.fr)).toBe(
        true,
      );
    }
  });
});
