import { expect, test } from 'vitest';
import { Refusal } from '../refusals.ts';
import { readCalendarFile } from './ical.ts';

const limits = { from: '2026-11-01', to: '2029-12-31', most_characters: 1_000_000 };
const file = (...events: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.map(event => `BEGIN:VEVENT\n${event}\nEND:VEVENT`),
    'END:VCALENDAR',
  ]
    .join('\n')
    .replaceAll('\n', '\r\n');
const read = (...events: string[]) => readCalendarFile(file(...events), limits);
const days = (...events: string[]) =>
  read(...events).map(({ first_day, last_day }) => `${first_day}/${last_day}`);
const day = (date: string, more = '') => `UID:1\nDTSTART;VALUE=DATE:${date}\n${more}SUMMARY:Off`;

test('whole days are read, and the end of a file’s day is the day after it', () => {
  expect(
    read('UID:1\nDTSTART;VALUE=DATE:20261221\nDTEND;VALUE=DATE:20270102\nSUMMARY:Winter\\, the\n  break'),
  ).toEqual([{ first_day: '2026-12-21', last_day: '2027-01-01', name: 'Winter, the break', not_read: null }]);
  expect(days(day('20261123'), day('20261124', 'DURATION:P3D\n'), day('20261130', 'DURATION:P1W\n'))).toEqual(
    ['2026-11-23/2026-11-23', '2026-11-24/2026-11-26', '2026-11-30/2026-12-06'],
  );
});

test('what has a time of day is named, on its own day', () => {
  const timed = read(
    'UID:1\nDTSTART;TZID=America/Vancouver:20261123T200000\nDURATION:PT1H\nSUMMARY:Parents’ evening',
  );
  expect(timed).toMatchObject([{ first_day: '2026-11-23', name: 'Parents’ evening', not_read: 'timed' }]);
});

test.each([
  ['every year', 'FREQ=YEARLY;UNTIL=20281231', '20261224', ['2026-12-24', '2027-12-24', '2028-12-24']],
  [
    'every second week on two days',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;COUNT=4',
    '20261127',
    ['2026-11-27', '2026-12-07', '2026-12-11', '2026-12-21'],
  ],
  [
    'every month, where there is such a day',
    'FREQ=MONTHLY;COUNT=3',
    '20261231',
    ['2026-12-31', '2027-01-31', '2027-03-31'],
  ],
  ['on the 29th of February', 'FREQ=YEARLY;COUNT=2', '20240229', ['2028-02-29']],
])('repeats %s', (_, rule, begin, expected) => {
  expect(read(day(begin, `RRULE:${rule}\n`)).map(({ first_day }) => first_day)).toEqual(expected);
});

test('what is excepted, cancelled, past or far away is not there', () => {
  expect(
    days(
      day('20261221', 'RRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20261222\n'),
      day('20261201', 'STATUS:CANCELLED\n'),
      day('20250101'),
      day('20350101'),
    ),
  ).toEqual(['2026-12-21/2026-12-21', '2026-12-23/2026-12-23']);
});

test('a rule that is not read is said so, once', () => {
  expect(read(day('20270524', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO\n'))).toMatchObject([
    { not_read: 'repeats' },
  ]);
  expect(read(day('20270524', 'RRULE:FREQ=SECONDLY\n'))).toMatchObject([{ not_read: 'repeats' }]);
});

test('alarms, zones and other parts of a file are passed over', () => {
  const with_alarm = day('20261123', 'BEGIN:VALARM\nTRIGGER:-PT1H\nSUMMARY:Wake\nEND:VALARM\n');
  expect(read(with_alarm)).toMatchObject([{ name: 'Off' }]);
  expect(readCalendarFile('BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nEND:VTODO\r\nEND:VCALENDAR', limits)).toEqual(
    [],
  );
});

const bomb = (rule: string) =>
  file(...Array.from({ length: 4000 }, () => day('19000101', `RRULE:${rule}\n`)));
test.each([
  ['too long', file(day('20261123')) + ' '.repeat(1_000_000), 'larger than 1 MB'],
  ['no calendar', 'name,date\nWinter,2026', 'not a calendar file'],
  ['empty', '', 'not a calendar file'],
  ['nonsense within', file('nonsense'), 'not a calendar file'],
  ['a bomb of recurrences', bomb('FREQ=DAILY'), 'repeats without measure'],
  ['a bomb of weeks', bomb('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU'), 'repeats without measure'],
  ['more events than days', file(...Array.from({ length: 9000 }, () => day('20261123'))), 'more days'],
])('a file that is %s is refused with a sentence, at once', (_, text, sentence) => {
  const refused = (() => {
    try {
      return readCalendarFile(text, limits);
    } catch (error) {
      return error;
    }
  })();
  expect(refused).toBeInstanceOf(Refusal);
  expect(JSON.stringify((refused as Refusal).more)).toContain(sentence);
});

test.each([
  ['events that begin and never end', `BEGIN:VCALENDAR\r\n${'BEGIN:VEVENT\r\n'.repeat(60_000)}`],
  ['ends without a beginning', `BEGIN:VCALENDAR\r\n${'END:VEVENT\r\n'.repeat(80_000)}`],
  [
    'an interval of nothing',
    file(day('20261123', 'RRULE:FREQ=DAILY;INTERVAL=-1\n'), day('20261123', 'RRULE:FREQ=DAILY;INTERVAL=0\n')),
  ],
  ['a weekday that is none', file(day('20261123', 'RRULE:FREQ=WEEKLY;BYDAY=XX\n'))],
  ['years without end', file(day('20261123', 'RRULE:FREQ=YEARLY;INTERVAL=999999999\n'))],
])('%s do not hold anything up', (_, text) => {
  const begun = performance.now();
  readCalendarFile(text, limits);
  expect(performance.now() - begun).toBeLessThan(1500);
});
