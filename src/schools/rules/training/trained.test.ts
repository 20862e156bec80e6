import { expect, test } from 'vitest';
import { trainedFrom } from './trained.ts';

const courses = [
  { id: 1, first_week: [11, 12] },
  { id: 2, first_week: [21] },
  { id: 3, first_week: [] },
];
const attended = (part_id: number, day: string) => ({ person_id: 7, part_id, day, withdrawn: false });

test.each([
  ['nothing attended', [], []],
  ['half of the first week', [attended(11, '2026-11-02')], []],
  [
    'the first week, the second part made up in a later run',
    [attended(11, '2026-11-02'), attended(12, '2026-11-16')],
    ['2026-11-16'],
  ],
  [
    'a part that is attended again counts from the first time',
    [attended(12, '2026-11-16'), attended(11, '2026-11-02'), attended(12, '2026-11-03')],
    ['2026-11-03'],
  ],
  ['other weeks do not train', [attended(11, '2026-11-02'), attended(13, '2026-11-09')], []],
  ['another course', [attended(21, '2026-11-04'), attended(11, '2026-11-02')], ['2026-11-04']],
])('%s', (_, hers, days) => expect(trainedFrom(hers, courses)).toEqual(days));
