import type { Impact, Urgency } from '#tickets/rules/priority.ts';
import type { Category } from '#tickets/rules/categories.ts';
import type { CastName } from './cast.ts';
import type { Episode, Scene } from './town.ts';

/** What happened in the town lately: tickets in every state, by the people of the cast. */

type Asked = [subject: string, description: string, category: Category, impact: Impact, urgency: Urgency];

/** When, by whom, what; then who did what how many desk hours later. */
const story = (hours_ago: number, by: CastName, asked: Asked, ...then: Scene[]): Episode => {
  const [subject, description, category, impact, urgency] = asked;
  return { by, hours_ago, opening: { subject, description, category, impact, urgency }, then };
};

export const episodesAt = (now: Date): readonly Episode[] => [
  story(
    200,
    'Grant Bell',
    [
      'Two teachers share one homeroom',
      'Ms. Kaur and Mr. Lowe share Division 4. Attendance shows **one** of them only.',
      'scheduling',
      'one_office_or_class',
      'low',
    ],
    [
      5,
      'Ines Roy',
      {
        move: 'resolve',
        resolution_code: 'solved_l1',
        answer: 'I have added Mr. Lowe as the second teacher of Division 4. Both see the class now.',
        minutes: 20,
      },
    ],
    [20, 'Grant Bell', { move: 'confirm' }],
  ),
  story(
    110,
    'Joan Whitehorse',
    [
      'Report says last year’s principal',
      'Every printed report still carries the name of Mr. Dunn, who left in June.',
      'configuration',
      'one_school',
      'normal',
    ],
    [
      3,
      'Maya Chen',
      {
        move: 'resolve',
        resolution_code: 'solved_l1',
        answer: 'The name stands in School Setup, under *Signatures*. I have changed it to yours.',
        minutes: 15,
      },
    ],
    [
      18,
      'Joan Whitehorse',
      { move: 'not_solved', reason: 'Report cards are right now, but the transcripts still say Dunn.' },
    ],
    [
      2,
      'Maya Chen',
      {
        move: 'resolve',
        resolution_code: 'solved_l1',
        answer: 'Transcripts take the name from a second place. Changed there too.',
        minutes: 10,
      },
    ],
    [4, 'Joan Whitehorse', { move: 'confirm' }],
  ),
  story(
    60,
    'Wei Zhang',
    [
      'Duplicate PEN for a transferred student',
      'A student who came in October has two PENs. Which one counts?',
      'pen',
      'one_person',
      'normal',
    ],
    [2, 'Owen Hart', { move: 'take' }],
    [0, 'Owen Hart', { tag: ['Duplicate PEN', 'Urgent for graduation'] }],
    [1, 'Owen Hart', { note: 'Two records at the ministry. Needs a merge that only Level 2 can make.' }],
    [
      1,
      'Owen Hart',
      {
        move: 'escalate',
        pack: 'Two PEN records for one student, seen in Admissions > Search. Reproduced twice. No names in this pack.',
        level2_reference: 'BC-77120',
      },
    ],
    [30, 'Wei Zhang', { reply: 'Is there any news? The transcript is due next week.' }],
  ),
  story(
    36,
    'Élodie Gagnon',
    [
      'PEN request returned without a reason',
      'We asked for a PEN on Monday. It came back “rejected”, nothing else.',
      'pen',
      'one_person',
      'high',
    ],
    [
      2,
      'Maya Chen',
      {
        move: 'ask_school',
        question:
          'Could you tell us the date of birth format that you typed (not the date itself)? Year first is what the ministry wants.',
      },
    ],
    [20, 'Élodie Gagnon', { reply: 'Day first, as on our form. I will send it again with the year first.' }],
  ),
  story(
    30,
    'Maria Santos',
    [
      'Attendance letter shows last year’s address',
      'The letter to families prints the school’s **old** address on Fir Street.',
      'attendance',
      'one_school',
      'normal',
    ],
    [
      3,
      'Maya Chen',
      {
        move: 'ask_school',
        question:
          'We need a screen picture of the letter’s settings (Attendance > Letters > Edit). Please cover the students’ names.',
      },
    ],
  ),
  story(
    26,
    'Sam Okoro',
    [
      'Timetable room change not saved',
      'Room changes for Block B are gone after saving.',
      'scheduling',
      'one_office_or_class',
      'normal',
    ],
    [4, 'Ines Roy', { tag: ['Seen by us too'] }],
    [0, 'Ines Roy', { reply: 'I can see it happen. One moment please.' }],
    [
      3,
      'Ines Roy',
      {
        move: 'resolve',
        resolution_code: 'solved_l1',
        answer:
          'The block was locked by the year-end run. I have unlocked it: please change the rooms again.',
        minutes: 25,
      },
    ],
  ),
  story(
    24,
    'Hannah de Vries',
    [
      'New registrar needs rights for two schools',
      'Our new registrar works here and at the elementary campus. She needs the screens of both.',
      'security_role',
      'one_person',
      'normal',
    ],
    [5, 'Ines Roy', { move: 'take' }],
    [1, 'Ines Roy', { note: 'Asked by the lead herself, who is also the security contact: fine.' }],
  ),
  story(
    22,
    'Ruth Ɂelhdaqox',
    [
      'The letter ʔ prints as a box',
      'In the school’s own name the first letter prints as □ on every report. On the screen it is right: ʔesdilagh.',
      'printing_reports',
      'one_school',
      'normal',
    ],
    [6, 'Owen Hart', { move: 'take' }],
    [0, 'Owen Hart', { tag: ['Fonts', 'Printing'] }],
    [
      2,
      'Owen Hart',
      {
        reply:
          'The report server’s font lacks the letter. I am asking for another font; until then the PDF from the preview prints right.',
      },
    ],
    [
      1,
      'Owen Hart',
      {
        move: 'plan',
        date: new Date(now.getTime() + 7 * 86_400_000).toISOString().slice(0, 10),
        school_agreed: true,
      },
    ],
  ),
  story(
    14,
    'Dolores Peña',
    [
      'Timetable conflict report is empty',
      'Since Friday the conflict report has no rows, though we know of two conflicts.',
      'scheduling',
      'one_office_or_class',
      'normal',
    ],
    [2, 'Ines Roy', { assign: 'Ines Roy' }],
    [
      1,
      'Ines Roy',
      { move: 'propose_escalation', pack: 'Empty since the update of Friday evening. Seen at two schools.' },
    ],
  ),
  story(
    13,
    'Joan Whitehorse',
    [
      'Which browser for the new gradebook?',
      'Two teachers have old Macs. Which browser may they use?',
      'browser_workstation',
      'one_office_or_class',
      'low',
    ],
    [
      3,
      'Maya Chen',
      {
        move: 'resolve',
        resolution_code: 'advice_school_responsibility',
        answer:
          'Firefox 115 or newer works on those. Browsers are looked after by the school’s own technician.\n\n**Next step:** Please ask Mr. O’Brien to install it on both.',
        minutes: 8,
      },
    ],
    [1, 'Joan Whitehorse', { reply: 'Thank you, he will.', thanks: true }],
  ),
  story(
    9,
    'Maria Santos',
    [
      'Report card comments cut off for Grade 8',
      'When we print the Grade 8 report cards, the comments stop after three lines. On the screen they are complete. We send them home on Thursday.',
      'report_cards',
      'one_office_or_class',
      'high',
    ],
    [
      0.5,
      'Maya Chen',
      {
        move: 'ask_school',
        question:
          'Thank you, Maria. Because they go home on Thursday I have marked this as due this week.\n\nCould you send a picture of the print window, with the paper size showing? Please cover the students’ names.',
      },
    ],
    [0.2, 'Maria Santos', { add: 'Grant Bell' }],
    [0, 'Maya Chen', { tag: ['Printing'] }],
    [5.8, 'Maria Santos', { reply: 'Here it is. It says A4, and I can’t change it on this computer.' }],
    [
      0.1,
      'Maya Chen',
      {
        note: 'Paper size is locked by their technician’s policy, so it is the school’s own set-up (operating system).',
      },
    ],
  ),
  story(
    8,
    'Wei Zhang',
    [
      '1701 snapshot counts differ by three',
      'Our list has 412 students, the snapshot 409. Three who transferred in September are missing.',
      'data_1701',
      'one_school',
      'high',
    ],
    [1, 'Owen Hart', { move: 'take' }],
    [0, 'Owen Hart', { tag: ['September count'] }],
    [0.5, 'Owen Hart', { change: { category: 'demographics_enrolment' } }],
  ),
  story(
    7,
    'Dolores Peña',
    [
      'Cannot print transcripts, only the first page',
      'Page two and three come out blank on both printers.',
      'transcripts_trax',
      'one_office_or_class',
      'normal',
    ],
    [2, 'Maya Chen', { move: 'take' }],
  ),
  story(
    5,
    'Priya Nair',
    [
      'A former employee can still sign in',
      'She left on Friday. Please close her account today.',
      'login_access',
      'one_person',
      'high',
    ],
    [0.4, 'Nadia Petrov', { assign: 'Maya Chen' }],
  ),
  story(4, 'Liam O’Brien', [
    'All attendance codes show as blank since this morning',
    'Every class, every teacher. The codes were there yesterday at four o’clock.\n\n1. Open *Attendance*\n2. Choose any class\n3. The list of codes is empty',
    'attendance',
    'one_school',
    'critical',
  ]),
  story(3.5, 'Hannah de Vries', [
    'Class list sent to the wrong family',
    'A class list with addresses went to one family by mistake at 9:15. We have asked them to delete it.',
    'privacy_incident',
    'one_office_or_class',
    'critical',
  ]),
  story(2.5, 'Élodie Gagnon', [
    'Les accents disparaissent dans les commentaires',
    'Dans les bulletins, « é » devient « Ã© » à l’impression.',
    'report_cards',
    'one_school',
    'normal',
  ]),
  story(1.5, 'Grant Bell', [
    'Substitute teacher cannot see the class',
    'Our substitute for Division 2 signs in, but the class list is empty.',
    'security_role',
    'one_person',
    'high',
  ]),
  story(
    1,
    'Sam Okoro',
    [
      'Slow since the new firewall',
      'Pages take ten seconds since Monday, from every computer.',
      'performance',
      'one_school',
      'normal',
    ],
    [0.3, 'Sam Okoro', { move: 'withdraw', reason: 'It was our own filter. Solved here.' }],
  ),
];
