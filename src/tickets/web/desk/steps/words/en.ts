/** The words of steps that a macro keeps and many tickets are given: what each asks. */
export const en = {
  team: (name: string) => `to the team ${name}`,
  teams: 'Teams',
  people: 'People',
  field: 'Which field',
  choose: 'Choose…',
  answer: 'The answer',
  empty: 'Take the answer away',
  follows: 'Who follows',
  me: 'I',
  does: 'Follows',
  follow: 'from now on',
  no_longer: 'no longer',
  until: 'Out of my lists until',
  mornings: {
    tomorrow: 'tomorrow morning',
    in_two_days: 'the day after tomorrow',
    next_monday: 'next Monday',
    answer: 'the school answers',
    day: 'a day',
  },
  day: 'Day',
  tags_on: 'Put on',
  tags_off: 'Take off',
  commas: 'Several with commas between them.',
};
export type StepFieldWords = typeof en;
