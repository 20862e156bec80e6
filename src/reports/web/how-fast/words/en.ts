/** The words of the public page, and of the switch for it. */
export const en = {
  title: 'How fast we are',
  lead: (igroup: string) => `How fast ${igroup} answered and solved what schools asked.`,
  somebody: 'the help desk',
  span: (days: string) => `From ${days}, of all schools together, in hours of the desk.`,
  priority: 'Priority',
  response: 'First answer',
  resolution: 'Solution',
  in_time: (percent: number) => `${percent}% in time`,
  half: (span: string) => `half within ${span}`,
  few: 'too few',
  few_why: (fewest: number) =>
    `No school is named. Where fewer than ${fewest} tickets make a number, it is not shown.`,
  off: 'This page is not public.',
  off_hint: 'The help desk has not switched it on.',
  sign_in: 'To the sign-in',
  busy: 'One moment',
  settings: 'Settings',
  about:
    'A page without sign-in that says by priority how often answers and solutions were in time, and how long half of them took: over 90 days, of all schools together.',
  about_few:
    'No school is named, and nothing is shown that fewer than 5 tickets make. It is counted anew each day.',
  is_on: 'Everybody can read it.',
  is_off: 'Nobody can read it.',
  said: (by: string, when: string) => `Said by ${by}, ${when}.`,
  show: 'Show it to everybody',
  hide: 'Hide it',
  shown: 'Everybody can read it now.',
  hidden: 'Nobody can read it any more.',
  open: 'Open the page',
  look_only: 'A coordinator or an administrator can switch it.',
};
export type HowFastWords = typeof en;
