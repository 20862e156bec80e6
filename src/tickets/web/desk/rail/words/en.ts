/** The words of the people on a ticket. */
export const en = {
  title: 'On this ticket',
  asked: 'asked',
  add: 'Add a person of the school',
  nobody_else: 'Everybody of the school is on it.',
  remove: (name: string) => `Take ${name} off this ticket`,
  added: (name: string) => `${name} is on this ticket now.`,
  removed: (name: string) => `${name} is no longer on this ticket.`,
  undo: 'Undo',
};
export type PeopleOnTicketWords = typeof en;
