import { actorOf, type Ctx } from '#accounts/server/acting.ts';
import { NewAnswer, NewTopic } from '#forum/rules/topic.ts';
import { answerTopic, askTopic } from '#forum/server/asking.ts';
import { hideAnswer, hideTopic, lockTopic } from '#forum/server/keeping/keeping.ts';
import { makeArticle } from '#forum/server/keeping/leading-on.ts';
import { setNames } from '#forum/server/keeping/settings.ts';
import { acceptAnswer, report, sayMeToo } from '#forum/server/taking-part.ts';
import type { Database } from '#platform/db/database.ts';
import type { Category } from '#tickets/rules/categories.ts';
import type { CastName } from './cast.ts';
import { deskTime } from './desk-time.ts';
import type { Actors } from './town.ts';

/** What the schools of the town ask each other, over the last months. */

interface Asked {
  by: CastName;
  area: Category;
  /** Desk hours before now. */
  ago: number;
  title: string;
  text: string;
  /** Who answered, after how many desk hours, and what; the marked one was accepted. */
  answers: readonly [by: CastName, after: number, text: string, accepted?: 'accepted'][];
  me_too?: readonly CastName[];
  may_open_ticket?: true;
}

const asked: readonly Asked[] = [
  {
    ...{ by: 'Élodie Gagnon', area: 'printing_reports', ago: 520 },
    title: 'Comment imprimer les bulletins en français?',
    text: 'Les en-têtes de nos bulletins sortent en anglais, même pour les classes d’immersion. Y a-t-il un réglage par classe, ou faut-il un autre modèle?',
    answers: [
      [
        'Maya Chen',
        5,
        'Il faut choisir le modèle **Bulletin – immersion** sous Rapports, puis la langue de la classe. Les en-têtes suivent la classe, pas l’école.',
        'accepted',
      ],
      ['Élodie Gagnon', 7, 'Cela fonctionne, merci. Il fallait aussi ouvrir la session de nouveau.'],
    ],
  },
  {
    ...{ by: 'Joan Whitehorse', area: 'attendance', ago: 470 },
    title: 'How do you record a student who leaves at noon every Friday?',
    text: 'One family has an appointment every Friday afternoon until June. I enter it by hand each week. Is there a way to do it once?',
    answers: [
      [
        'Hannah de Vries',
        3,
        'We make a planned absence with a pattern: **Attendance → Planned**, then choose the weekday and the last date. It shows up on the daily list by itself.',
        'accepted',
      ],
      [
        'Wei Zhang',
        20,
        'Same here. Mind that a holiday in between counts as absent unless you end the pattern and begin it again.',
      ],
    ],
    me_too: ['Dolores Peña', 'Ruth Ɂelhdaqox'],
  },
  {
    ...{ by: 'Wei Zhang', area: 'scheduling', ago: 430 },
    title: 'Semester schools: when do you copy the timetable for February?',
    text: 'Last year we copied it in December and then changed forty sections by hand in January. What is a good week for it?',
    answers: [
      [
        'Grant Bell',
        9,
        'We wait until the course changes are closed, about the 15th of January, and tell teachers that nothing is shown before that.',
      ],
      [
        'Owen Hart',
        12,
        'After the 10th is safe. Copy it on a Friday after three, since the copy takes about twenty minutes for a school of your size and sections are read-only meanwhile.',
        'accepted',
      ],
    ],
    me_too: ['Grant Bell'],
  },
  {
    ...{ by: 'Hannah de Vries', area: 'demographics_enrolment', ago: 390 },
    title: 'Two guardians at two addresses: who gets the letters?',
    text: 'Both parents should receive the report card by mail. I can only tick one as “mailing”. What do you do?',
    answers: [
      [
        'Ruth Ɂelhdaqox',
        6,
        'Open the second guardian and choose *own mailing address*. Then both boxes can be ticked, and the labels print twice.',
        'accepted',
      ],
    ],
    me_too: ['Joan Whitehorse', 'Maria Santos', 'Élodie Gagnon'],
  },
  {
    ...{ by: 'Dolores Peña', area: 'transcripts_trax', ago: 350 },
    title: 'Course code missing on a transcript from another province',
    text: 'A student came from Alberta in grade 11. Her courses are entered as equivalent, but one of them does not print. The code begins with AB.',
    answers: [
      [
        'Ines Roy',
        4,
        'Codes from outside print when the credit type is *External* and the mark is final. Look at the mark: in such cases it is often still *in progress*.',
        'accepted',
      ],
    ],
  },
  {
    ...{ by: 'Maria Santos', area: 'report_cards', ago: 300 },
    title: 'Comments are cut off after the second line',
    text: 'On paper the comment ends in the middle of a word, on the screen it is whole. Does anybody know how long it may be?',
    answers: [
      ['Liam O’Brien', 2, 'We found 650 characters, accents count as one.'],
      [
        'Maya Chen',
        3,
        '650 characters since the change in September, **or** ten lines, whichever comes first. A blank line counts as a line too.',
        'accepted',
      ],
    ],
    me_too: ['Joan Whitehorse', 'Hannah de Vries', 'Wei Zhang', 'Dolores Peña'],
  },
  {
    ...{ by: 'Ruth Ɂelhdaqox', area: 'data_import', ago: 260 },
    title: 'Names with letters that are not on the keyboard',
    text: 'Some of our students’ names begin with Ɂ. Copying it works in the name field, but the class list shows a box. Is it the list or our printer?',
    answers: [
      [
        'Élodie Gagnon',
        5,
        'On our list the accents were boxes too, until Sam changed the font of the list to Noto Sans.',
      ],
      [
        'Owen Hart',
        8,
        'It is the list’s font. Choose the layout **Class list (all letters)**; the others still use the old one. We have asked for it to become the standard.',
        'accepted',
      ],
    ],
  },
  {
    ...{ by: 'Grant Bell', area: 'year_end', ago: 210 },
    title: 'What do you do in the last week of June, in which order?',
    text: 'I would like to write it down for our new secretary. We do: marks final, report cards, promotion, then the archive. Is anything missing?',
    answers: [
      [
        'Joan Whitehorse',
        6,
        'Fees! We close the fee accounts before the promotion, because afterwards the grade on the receipt is already the new one.',
      ],
      ['Wei Zhang', 8, 'And locker numbers, they do not move with the student.'],
      [
        'Nadia Petrov',
        11,
        'A good list. The order that keeps everything right: fees, marks final, report cards printed **and looked at**, transcripts, promotion, archive. We make a guide of it.',
      ],
    ],
    me_too: ['Hannah de Vries', 'Ruth Ɂelhdaqox'],
  },
  {
    ...{ by: 'Liam O’Brien', area: 'browser_workstation', ago: 160 },
    title: 'Which browser on the old library computers?',
    text: 'They are ten years old and cannot take the new system. Firefox starts, but the gradebook is white.',
    answers: [
      [
        'Sam Okoro',
        4,
        'We run the long-term release of Firefox on ours. The gradebook needs pop-ups allowed for the site, then it is not white any more.',
        'accepted',
      ],
      [
        'Maya Chen',
        9,
        'That is on the list of supported browsers until next summer. Please plan for something newer by then.',
      ],
    ],
  },
  {
    ...{ by: 'Joan Whitehorse', area: 'data_1701', ago: 120 },
    title: 'Form 1701: students who came on the 1st of October',
    text: 'Do they count in the September collection or not? The counts differ by two from our own list.',
    answers: [
      [
        'Ines Roy',
        3,
        'Who is enrolled and attending on the last school day of September counts. Who came on the 1st of October is in the February collection.',
        'accepted',
      ],
    ],
  },
  {
    ...{ by: 'Hannah de Vries', area: 'billing_fees', ago: 80 },
    title: 'Refund for a field trip that was cancelled',
    text: 'Twenty-two families have paid. Is there a way to give it back for all of them at once, so that the receipts say why?',
    answers: [],
    me_too: ['Élodie Gagnon'],
    may_open_ticket: true,
  },
  {
    ...{ by: 'Wei Zhang', area: 'attendance', ago: 60 },
    title: 'Teacher on call cannot see the class list',
    text: 'She has the sign-in for the day, but the block after lunch is empty. In the morning everything was there.',
    answers: [
      ['Joan Whitehorse', 1, 'Check the end of the sign-in: ours ended at noon by default.', 'accepted'],
      [
        'Grant Bell',
        2,
        'Call my office and ask for Maria, 250-555-0177, she has the list of passwords for such days.',
      ],
    ],
  },
  {
    ...{ by: 'Dolores Peña', area: 'pen', ago: 30 },
    title: 'How long does a new PEN take at the moment?',
    text: 'We asked for three on Monday, and two of them are still without a number.',
    answers: [
      [
        'Maya Chen',
        4,
        'About three working days this month. If the birth date was corrected in the meantime it begins anew, so please wait before asking again.',
      ],
    ],
    me_too: ['Joan Whitehorse'],
  },
  {
    ...{ by: 'Élodie Gagnon', area: 'training_howto', ago: 4 },
    title: 'A short exercise for new teachers?',
    text: 'Does anybody have a page for the first hour: sign in, take attendance, enter one mark? I would rather not write it from nothing.',
    answers: [],
  },
];

/** Two schools name their people; the topics with their answers; one is locked, one hidden, one reported, one an article. */
export async function askTown(database: Database, actors: Actors, now: Date): Promise<void> {
  const as = <T>(name: CastName, hours: number, deed: (ctx: Ctx) => Promise<T>): Promise<T> => {
    const who = actors[name];
    const at = deskTime(now, -hours);
    return database.transact(actorOf(who), db => deed({ who, db, now: at, lang: 'en', code_wall: true }));
  };
  for (const lead of ['Joan Whitehorse', 'Ruth Ɂelhdaqox'] as const)
    await as(lead, 600, ctx => setNames(ctx, 'person'));
  const ids: number[] = [];
  for (const { by, ago, answers, me_too = [], ...topic } of asked) {
    const { id } = await as(by, ago, ctx => askTopic(ctx, NewTopic.parse(topic)));
    ids.push(id);
    for (const name of me_too) await as(name, ago - 1, ctx => sayMeToo(ctx, id, true));
    for (const [name, after, text, accepted] of answers) {
      const { items } = await as(name, Math.max(ago - after, 0.5), ctx =>
        answerTopic(ctx, id, NewAnswer.parse({ text })),
      );
      if (accepted)
        await as(by, Math.max(ago - after - 1, 0.4), ctx => acceptAnswer(ctx, id, items.at(-1)!.id));
    }
  }
  const idOf = (title: string) => ids[asked.findIndex(topic => topic.title.startsWith(title))]!;
  await as('Nadia Petrov', 340, ctx => lockTopic(ctx, idOf('Course code'), true));
  await as('Maya Chen', 290, ctx => makeArticle(ctx, idOf('Comments are cut off'), 'faq'));
  const { id } = await as('Liam O’Brien', 140, ctx =>
    askTopic(
      ctx,
      NewTopic.parse({
        ...{ area: 'attendance', title: 'Is this student at your school now?' },
        text: 'We look for a boy of grade 7 who left us in spring. I can send his name and birth date.',
      }),
    ),
  );
  await as('Nadia Petrov', 139, ctx =>
    hideTopic(ctx, id, 'It asks for a student’s data. We have called the school.'),
  );
  await hideAndReport(as, idOf('Teacher on call'));
}

type As = <T>(name: CastName, hours: number, deed: (ctx: Ctx) => Promise<T>) => Promise<T>;

/** An answer that tells whom to ask for passwords is reported, and waits; one with a slip was hidden. */
async function hideAndReport(as: As, topic: number): Promise<void> {
  const { items } = await as('Sam Okoro', 50, ctx =>
    answerTopic(
      ctx,
      topic,
      NewAnswer.parse({ text: 'Use my sign-in for today: sam, and the password is on the note.' }),
    ),
  );
  await as('Ines Roy', 49, ctx =>
    hideAnswer(ctx, items.at(-1)!.id, 'A password is nobody else’s. Sam has a new one.'),
  );
  await as('Hannah de Vries', 20, ctx =>
    report(
      ctx,
      { topic, answer: items.at(-2)!.id },
      'A telephone number and a list of passwords do not belong here.',
    ),
  );
}
