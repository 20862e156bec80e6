/** What the palette offers on a ticket about tickets that only the iGroup sees. */
export const en = {
  open_inside: 'New ticket inside that goes on from this one',
  tell_school: 'Tell the school: a new ticket that goes on from this one',
};

export type InsideWords = typeof en;
