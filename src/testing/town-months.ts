import type { Database } from '#platform/db/database.ts';
import { first_desk_times } from '#sla/rules/desk-hours.ts';
import { monthAfter, monthOf, spanOf } from '#reports/rules/statements/months.ts';
import type { Category } from '#tickets/rules/categories.ts';
import type { CastName } from './cast.ts';
import { deskTime } from './desk-time.ts';
import { play, type Actors, type Scene } from './town.ts';

/** The two months before: all over, so that their statements have something to say. */

type Past = [
  by: CastName,
  subject: string,
  category: Category,
  urgency: 'low' | 'normal' | 'high' | 'critical',
  /** Desk hours from the beginning of the month, until the first answer, and until it was solved. */
  hours: [opened: number, answered: number, solved: number],
  /** How long the school let the desk wait in between. */
  school?: number,
];

const past: readonly Past[] = [
  ['Hannah de Vries', 'New teacher does not find her class', 'training_howto', 'normal', [3, 1, 9]],
  ['Wei Zhang', 'Block schedule lost after the upgrade', 'scheduling', 'high', [10, 2, 14]],
  ['Élodie Gagnon', 'Accents missing on printed lists', 'printing_reports', 'low', [14, 3, 40]],
  ['Dolores Peña', 'PEN of two students swapped', 'pen', 'high', [20, 0.5, 5]],
  ['Ruth Ɂelhdaqox', 'Name of a student cannot be typed', 'data_import', 'normal', [26, 6, 30]],
  ['Grant Bell', 'Attendance codes for field trips', 'attendance', 'low', [31, 1, 6], 10],
  ['Joan Whitehorse', 'Nobody can enter marks', 'sis_error', 'critical', [36, 2.5, 9]],
  ['Hannah de Vries', 'Bus list is empty', 'printing_reports', 'low', [44, 9, 21]],
  ['Wei Zhang', 'Two timetables for one class', 'scheduling', 'normal', [50, 1.5, 33], 6],
  ['Maria Santos', 'Late students counted as absent', 'attendance', 'high', [57, 0.5, 4]],
  ['Élodie Gagnon', 'How to enter a student who comes for one term', 'training_howto', 'low', [66, 2, 3]],
  ['Liam O’Brien', 'Screen stays white since Tuesday', 'browser_workstation', 'normal', [72, 5, 12], 20],
  ['Dolores Peña', 'Class list without the last term', 'scheduling', 'high', [90, 3, 30]],
  ['Ruth Ɂelhdaqox', 'Import of class lists stops half-way', 'data_import', 'normal', [101, 1, 20]],
];

/** Asked, answered and solved as it was in each of the months; the month before the last has the first ones alone. */
export async function pastMonths(database: Database, actors: Actors, now: Date): Promise<void> {
  const running = monthOf(now, first_desk_times);
  for (const [back, some] of [
    [-2, past.slice(0, 9)],
    [-1, past],
  ] as const) {
    const { from } = spanOf(monthAfter(running, back), first_desk_times);
    for (const one of some) await playPast(database, actors, { from, one });
  }
}

async function playPast(
  database: Database,
  actors: Actors,
  { from, one }: { from: Date; one: Past },
): Promise<void> {
  const [by, subject, category, urgency, [opened, answered, solved], school] = one;
  const answer = 'We looked into it, and it works now.';
  const waits: Scene[] = school
    ? [
        [answered, 'Maya Chen', { move: 'ask_school', question: 'Which class is it?' }],
        [school, by, { move: 'answer', reply: 'The morning class.' }],
      ]
    : [[answered, 'Ines Roy', { reply: 'We are looking into it.' }]];
  const solve: Scene = [
    Math.max(0, solved - answered),
    'Ines Roy',
    { move: 'resolve', resolution_code: 'solved_l1', answer, minutes: 20 },
  ];
  await play(database, actors, deskTime(from, opened), {
    by,
    hours_ago: 0,
    opening: { subject, description: subject, category, impact: 'one_office_or_class', urgency },
    then: [...waits, solve, [2, by, { move: 'confirm' }]],
  });
}
