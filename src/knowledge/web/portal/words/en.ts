import { plural } from '#ui/words/plural.ts';

const form = plural('en');
const answers = (count: number) => `${count} ${form(count, { one: 'answer', other: 'answers' })}`;

/** The words of the portal's answers: while one types, on their pages, and for everybody. */
export const en = {
  typing: {
    label: 'What may answer it',
    idle: 'While you type, we look for an answer here.',
    quiet: 'This goes to the desk at once, so no answers are looked for.',
    found: (count: number) => `${answers(count)} found`,
    lead: 'Nothing is sent yet. Your question stays as it is.',
    show: 'Show what may answer it',
    hide: 'Hide the answers',
    solved: 'That solved it',
    tried: 'I tried that',
    goes: 'It goes with your question.',
    goes_of: (title: string) => `You tried “${title}”: it goes with your question.`,
    take_back: 'Take it back',
    own_page: 'Open on its own page',
    same: 'Asked at your school already',
    same_hint: 'Add to it instead of asking twice.',
    ticket: (number: number, subject: string) => `${number}: ${subject}`,
  },
  solved: {
    title: 'Good. No question was sent.',
    lead: (title: string) =>
      `“${title}” solved it. The desk counts it as answered, so that others find it sooner.`,
    undo: 'Undo: it is not solved',
    undo_hint: 'For 20 seconds. What you had typed comes back.',
    afresh: 'Ask something else',
    home: 'To the first page',
  },
  list: {
    title: 'Guides and answers',
    lead: 'What solves most questions, written by the desk. Look here first; ask whenever you like.',
    find: 'What are you looking for?',
    kinds: 'Kinds',
    all: 'All',
    category: 'About',
    every: 'Everything',
    count: (count: number) => `${answers(count)}`,
    none: 'Nothing is written yet',
    none_hint: 'What the desk writes for schools shows up here.',
    none_found: 'No answer fits',
    none_found_hint: 'Try another word, or ask the desk.',
    clear: 'Show all',
    ask: 'Ask the desk',
  },
  article: {
    all: 'Guides and answers',
    version: (version: number) => `Version ${version}`,
    text: 'The answer',
    checked: 'checked',
    over: (day: string) => `It was to be looked at again by ${day}. Some of it may be out of date.`,
    over_public: 'It is due to be looked at again. Some of it may be out of date.',
    copy: 'Copy the link',
    copied: 'The link is copied',
    not_copied: 'The link could not be copied. It is in the address bar.',
    print: 'Print',
  },
  vote: {
    title: 'Did it help?',
    yes: 'Yes',
    no: 'No',
    thanks_yes: 'Thank you. You said that it helped.',
    thanks_no: 'Thank you. You said that it did not help; whoever keeps it reads why.',
    why: 'What was missing or wrong?',
    why_hint: 'In your own words. Please no names of students.',
    send: 'Send',
    again: 'Change it',
    ask: 'Ask the desk about it',
  },
  everybody: {
    title: 'Frequent questions and answers',
    lead: 'What the help desk is asked most, for everybody. Who signs in finds more.',
    sign_in: 'To the sign-in',
    cant_connect: 'Can’t connect? Find out why, step by step.',
    lost: 'This answer is not here',
    lost_hint: 'It may have been withdrawn, or it is for schools that sign in.',
  },
};
export type AnswerWords = typeof en;
