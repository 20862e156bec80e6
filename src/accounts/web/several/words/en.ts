/** The words of who works at several schools. */
export const en = {
  act_for: 'You act for',
  now: 'now',
  go_to: (school: string) => `Act for ${school}`,
  back_to: (school: string) => `Stay with ${school}`,
  password_title: (school: string) => `Act for ${school}`,
  password_lead: (school: string) =>
    `First the password of ${school}. Who has a second key of her own here goes over without it.`,
  password: (school: string) => `Password of ${school}`,
  go: 'Go over',
  other: {
    title: 'My other schools',
    lead: 'You go over to them in the menu under your name, without signing out.',
    none: 'Do you also work at another school that uses this help desk? Then say so once, and you need not sign out to go there.',
    say: 'I also work at another school',
    since: 'said',
    end: 'End',
    end_named: (school: string) => `End: ${school}`,
    ended: (school: string) => `You go over to ${school} no more.`,
    of_person: 'Also at other schools',
    ended_of: (name: string, school: string) => `${name} goes over to ${school} no more.`,
  },
  also: {
    title: 'I also work at another school',
    lead: 'Show that you are both people: with this school’s password, and with all that the other school’s sign-in asks for. Both schools see that you said it, and each keeps its own people.',
    own: (school: string) => `Password of ${school}`,
    username: 'User name of the other school',
    there: 'Password of the other school',
    next: 'Next',
    said: 'Said. Your other school is in the menu under your name.',
    back: 'Back to my account',
  },
  another: {
    title: (name: string, school: string | undefined) =>
      school ? `This page is for ${school} (${name})` : `This page is ${name}’s`,
    why: 'In another tab you act for somebody else now, so nothing can be sent from here. What you wrote stays: go back there to send it.',
    load: 'Load this page anew',
  },
};
export type SeveralWords = typeof en;
