import { expect, test } from 'vitest';
import { differenceOf } from './difference.ts';
import { provinceCalendar } from './school-days.ts';

const today = '2026-11-23';
const off = provinceCalendar('America/Vancouver').closed;
const days = (name: string, first_day: string, last_day = first_day) => ({ name, first_day, last_day });
const read = (...all: Parameters<typeof days>[]) => all.map(each => ({ ...days(...each), not_read: null }));
const keep = (...all: Parameters<typeof days>[]) => all.map(each => ({ ...days(...each), fixed: false }));
const beside = (kept: ReturnType<typeof keep>) => ({ kept, today, off });
const names = (all: readonly { name: string }[]) => all.map(({ name }) => name);

const winter = ['Winter break', '2026-12-21', '2027-01-01'] as const;
const spring = ['Spring break', '2027-03-15', '2027-03-26'] as const;

test('days are added, changed and gone; what is the same is counted', () => {
  const file = read(
    [...winter],
    ['Planning day', '2027-02-12'],
    ['Spring break', '2027-03-22', '2027-04-02'],
    ['Last day', '2027-06-25'],
  );
  const kept = keep(
    [...winter],
    ['Pro-D day', '2027-02-12'],
    [...spring],
    ['Retreat', '2027-05-06'],
    ['After the file', '2027-09-07'],
  );
  const found = differenceOf(file, beside(kept));
  expect(names(found.added)).toEqual(['Last day']);
  expect(found.changed.map(({ from, to }) => [from.name, to.name, to.first_day])).toEqual([
    ['Pro-D day', 'Planning day', '2027-02-12'],
    ['Spring break', 'Spring break', '2027-03-22'],
  ]);
  expect(names(found.gone)).toEqual(['Retreat']);
  expect(found.same).toBe(1);
});

test('read again it changes nothing', () => {
  const file = read([...winter], [...spring], [...spring], ['Planning day', '2027-02-12']);
  const once = differenceOf(file, beside([]));
  const kept = once.added.map(each => ({ ...each, fixed: false }));
  expect(differenceOf(file, beside(kept))).toEqual({
    added: [],
    changed: [],
    gone: [],
    same: 3,
    left_out: [],
  });
});

test('an empty file, or one of past days, touches nothing', () => {
  expect(differenceOf([], beside(keep([...winter]))).gone).toEqual([]);
  const past = differenceOf(read(['Last spring', '2026-03-16', '2026-03-27']), beside(keep([...winter])));
  expect(past).toMatchObject({ gone: [], left_out: [{ why: 'past' }] });
});

test('what is no day off is left out, with why', () => {
  const file = [
    { ...days('Parents’ evening', '2026-11-26'), not_read: 'timed' as const },
    { ...days('Every last Friday', '2026-11-27'), not_read: 'repeats' as const },
    ...read(
      ['Remembrance', '2027-11-11'],
      ['A week-end', '2026-11-28', '2026-11-29'],
      ['Far away', '2031-01-06'],
      ['A year', '2027-01-04', '2027-12-17'],
    ),
    ...read([...winter], ['Staff party', '2026-12-22']),
  ];
  const found = differenceOf(file, beside([]));
  expect(names(found.added)).toEqual(['Winter break']);
  expect(found.left_out.map(({ why }) => why)).toEqual([
    'timed',
    'repeats',
    'closed_anyway',
    'closed_anyway',
    'too_far',
    'too_far',
    'in_the_way',
  ]);
});

test('what the file may not change stays, and goes before it', () => {
  const short = { ...days('Staff afternoon', '2026-12-22'), fixed: true };
  const found = differenceOf(read([...winter]), { kept: [short], today, off });
  expect(found).toMatchObject({ added: [], gone: [], left_out: [{ why: 'in_the_way' }] });
});
