/** The words of the part of a ticket's page that shows where it is in the process. */
export const en = {
  title: 'Where it is in the process',
  here: 'The ticket is here',
  next: 'What may come next',
  you: 'you can',
  whole: 'Show it in the whole chart',
};
export type CourseWords = typeof en;
