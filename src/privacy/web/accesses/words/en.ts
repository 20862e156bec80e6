/** The words of the page on who looked at a school's tickets. */
export const en = {
  title: 'Who read our tickets',
  lead: (school: string) =>
    `Everybody of the iGroup who looked at a ticket of ${school}. Only the lead of the school sees this page.`,
  how: {
    opened: 'read it',
    loaded: 'had it on the way to the screen, ahead of reading or in a list',
    file: 'fetched a file',
  },
  ticket_is: (number: number, subject: string) => `${number} · ${subject}`,
  none: 'Nobody has looked yet.',
  none_hint: 'As soon as somebody of the iGroup opens a ticket of your school, it stands here.',
  more: 'Show earlier ones',
};
export type AccessWords = typeof en;
