import type { DayOffKind } from '#schools/rules/day-off-kinds.ts';

/** The words of a school's facts on its page. */
export const en = {
  on_page: 'On this page',
  sections: {
    standing: 'Where it stands',
    identity: 'The school',
    network: 'Network',
    enrolment: 'Enrolment',
    days_off: 'Days off',
    notes: 'Notes of the iGroup',
    people: 'People',
    rights: 'Rights',
    login: 'Sign-in of the school',
    history: 'History',
  },
  change: 'Change',
  change_what: (what: string) => `Change: ${what}`,
  save: 'Save',
  cancel: 'Cancel',
  saved: 'Saved.',
  off_today: (name: string) => `The school is off today: ${name}`,
  fields: {
    code: 'Code',
    name: 'Name',
    town: 'Town',
    kind: 'Kind',
    grades: 'Grades',
    zone: 'Time zone',
    wave: 'Wave',
    network: 'Network',
    enrolments: 'Enrolment',
    days_off: 'Days off',
    notes: 'Notes',
  } as Record<string, string>,
  none: 'not known',
  no_wave: 'in none',
  first_grade: 'First grade',
  last_grade: 'Last grade',
  grades_hint: 'K is kindergarten.',
  network: {
    lead: 'What a ticket about the connection asks first.',
    provider: 'Provider of the line',
    proxy: 'Proxy',
    firewall: 'Who runs the firewall',
  },
  enrolment: {
    lead: 'Full-time equivalents (FTE), as counted on 30 September.',
    none: 'No number of students is entered yet.',
    year: 'Year',
    fte: 'FTE',
    difference: 'Against the year before',
    picture: 'Students by year',
    of_year: (year: number, fte: string) => `${year}: ${fte} students`,
    add: 'Add a year',
    remove: (year: string) => `Remove the year ${year}`,
  },
  days_off: {
    lead: 'Breaks and professional days, beside the holidays of the province.',
    none: 'No days off are entered; the holidays of the province hold.',
    kinds: { break: 'Break', professional_day: 'Professional day' } satisfies Record<
      DayOffKind,
      string
    > as Record<DayOffKind, string>,
    calendar: 'The whole calendar',
  },
  notes: {
    none: 'Nothing is noted.',
    hint: 'Only the iGroup sees this.',
    text: 'What the iGroup should know',
  },
  tickets: {
    title: 'Tickets',
    open: 'Open',
    desk: 'The desk’s turn',
    school: 'The school’s turn',
    level2: 'Level 2’s turn',
    ended: 'Ended',
  },
  history: {
    none: 'Nothing has been recorded of the school yet.',
    all: (count: number) => `Show all ${count}`,
    before: 'before',
    after: 'now',
    nothing: 'nothing',
  },
  meanwhile: 'Meanwhile somebody else has changed:',
  meanwhile_hint:
    'What you have changed here is put in its place when you save again; all else stays as it is now.',
};

export type SchoolPageWords = typeof en;
