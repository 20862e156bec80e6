import type { ReviewState } from '#schools/rules/review.ts';
import type { LoginState } from '#schools/rules/sign-ins.ts';

/** The words of schools' sign-ins at the desk. */
export const en = {
  title: 'Sign-in of the school',
  is: (username: string) => `The school signs in as ${username}. Its password can be reset, never looked up.`,
  none: 'The school cannot sign in yet.',
  make: 'Make the sign-in letter',
  anew: 'Make a new letter',
  sheet: (school: string) => `Sign-in letter for ${school}`,
  sheet_lead:
    'The software makes the password. It is shown once, with a letter to print; the school chooses its own at the first sign-in.',
  ends: 'The password of now opens nothing any more, and whoever of the school is signed in is signed out.',
  username: 'User name',
  language: 'Language of the letter',
  languages: { en: 'English', fr: 'French' },
  deed: 'Make the letter',
  cancel: 'Cancel',
  close: 'I have the letter',
  once: 'This password is shown this once. Save or print the letter now: nobody can look it up later.',
  password: 'First password',
  save: 'Save the letter (PDF)',
  file: (code: string) => `sign-in-${code.toLowerCase()}.pdf`,
  files: 'sign-in-letters.pdf',
  page: {
    link: 'Sign-ins and reviews',
    title: 'Sign-ins of the schools',
    lead: 'Who can sign in, whose letter is still unopened, and who has confirmed its people.',
    back: 'All schools',
    failed: 'The sign-ins could not be loaded.',
    again: 'Try again',
    empty: 'No school is entered yet.',
    none_found: 'No school fits.',
    wave: 'Wave',
    every_wave: 'All waves',
    no_wave: 'In no wave',
    show: 'Show',
    shows: {
      all: 'All schools',
      none: 'Without a sign-in',
      letter: 'Letter not used yet',
      late: 'Review late',
    },
    select: (school: string) => `Select ${school}`,
    select_all: 'Select all shown',
    school: 'School',
    username: 'User name',
    login: 'Sign-in',
    people: 'People',
    review: 'Access review',
    logins: {
      none: 'none yet',
      letter: 'letter not used',
      own: 'own password',
    } satisfies Record<LoginState, string> as Record<LoginState, string>,
    since: (made: string) => `made ${made}`,
    reviews: {
      none: '–',
      due: 'due',
      late: 'late',
      confirmed: 'confirmed',
      expired: 'over, not all answered',
    } satisfies Record<ReviewState, string> as Record<ReviewState, string>,
    answered: (answered: number, of: number) => `${answered} of ${of}`,
    selected: (count: number) => (count === 1 ? '1 school selected' : `${count} schools selected`),
    make: 'Make letters',
    review_start: 'Begin access review',
    begun: (count: number) =>
      count === 1 ? 'At 1 school an access review begins.' : `At ${count} schools an access review begins.`,
    making_title: (count: number) => (count === 1 ? 'A letter for 1 school' : `Letters for ${count} schools`),
    making_ends: (count: number) =>
      count === 1
        ? '1 of them has chosen its own password: it opens nothing any more, and its people are signed out.'
        : `${count} of them have chosen their own passwords: these open nothing any more, and their people are signed out.`,
    making_rule: 'One PDF, a page for each school. Nothing changes before all letters are made.',
    made: (made: number, of: number) => `${made} of ${of} made`,
    stop: 'Stop',
    broken: 'The line broke. Nothing was said to have changed: look at the list, and make the letters again.',
    done: (count: number) => (count === 1 ? 'The letter is made.' : `${count} letters are made.`),
  },
};
export type LoginWords = typeof en;
