/** What the portal says of incidents, planned work and known problems. */
export const en = {
  title: 'What we know of the system now',
  me_too: 'Me too',
  me_too_hint: 'In place of a question: we count you, and tell you here when it is solved.',
  counted: 'We know that you have it too. You will be told here.',
  undo: 'Undo',
  said: (title: string) => `You are counted for “${title}”.`,
  computers: 'On how many computers?',
  sent_with: (works_with: string) => `Sent with it: ${works_with}`,
  keep: 'Keep',
  kept: 'Kept.',
  asks: 'We say that it is solved. Does it work again for you?',
  works: 'Works again',
  still: 'Still does not work',
  thanks: 'Thank you. That was all.',
  still_sent: 'We opened a question for you, with what we know:',
  ticket: (number: number) => `Question ${number}`,
  typing: {
    label: 'Known problems',
    is_it: 'Is it this?',
    found: (title: string) => `A known problem may be what you write of: ${title}`,
  },
  instead: {
    title: 'You are counted',
    lead: (title: string) =>
      `“${title}” is known to us, and we are at it. Nothing was sent; you need not ask.`,
    follow: 'News of it stands on your first page.',
    back: 'Undo, and go on with my question',
    home: 'To the first page',
    afresh: 'Ask something else',
  },
  elsewhere: {
    label: 'An incident',
    told: (kind: string, title: string, state: string) => `${kind}: ${title}. ${state}.`,
    close: (title: string) => `Close, until there is news: ${title}`,
  },
  of_ticket: 'Your question is of a known problem',
  of_ticket_hint: 'One answer goes to all who have it; you will read it here.',
};
export type StatusWords = typeof en;
