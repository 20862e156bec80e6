import type { PlaceState } from '#schools/rules/training/limits.ts';

/** What a school reads of trainings. */
export const en = {
  title: 'Training',
  lead: 'Whoever attends the whole first week of a course is trained. Your school’s access follows from that.',
  next: 'The next trainings',
  none: 'No training is planned yet. The iGroup announces the next one here.',
  week: (week: number, title: string) => `Week ${week}: ${title}`,
  first_week: 'opens your school’s access',
  free: (count: number) => (count === 1 ? '1 place is free' : `${count} places are free`),
  full: 'All places are taken; who asks is put on the list.',
  place: 'Where:',
  online: 'Online:',
  who: 'Who should come?',
  ask: 'Ask for a place',
  ask_for: (count: number) => (count === 1 ? 'Ask for 1 place' : `Ask for ${count} places`),
  asked_now: 'You have asked. The iGroup answers here.',
  states: {
    asked: 'asked for a place',
    booked: 'has a place',
    refused: 'has no place this time',
    given_up: '',
  } satisfies Record<PlaceState, string> as Record<PlaceState, string>,
  take_back: 'Take back',
  people: 'Who is trained',
  trained: (day: string) => `trained since ${day}`,
  not_trained: 'not trained yet',
  certificate: 'Certificate (PDF)',
  failed: 'The trainings could not be loaded.',
  again: 'Try again',
};

export type SchoolTrainingWords = typeof en;
