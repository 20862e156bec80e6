import type { AnnouncementKind } from '#schools/rules/announcement-kinds.ts';
import type { AnnouncementState } from '#schools/rules/announcement.ts';

/** The words of the announcements' page. */
export const en = {
  title: 'Announcements',
  lead: 'Closings and news, which schools read on their first page. What does not work is a notice.',
  write: 'New announcement',
  kinds: { closed: 'Closed', news: 'News' } satisfies Record<AnnouncementKind, string> as Record<
    AnnouncementKind,
    string
  >,
  kinds_hint: {
    closed: 'The system or the desk is closed. Schools see it as soon as it is written.',
    news: 'Anything else that schools should know.',
  } satisfies Record<AnnouncementKind, string> as Record<AnnouncementKind, string>,
  states: {
    in_force: 'In force',
    coming: 'Coming',
    past: 'Past',
    withdrawn: 'Withdrawn',
  } satisfies Record<AnnouncementState, string> as Record<AnnouncementState, string>,
  told_already: 'schools see it already',
  all_schools: 'All schools',
  schools: (count: number) => (count === 1 ? '1 school' : `${count} schools`),
  by: (name: string) => `by ${name}`,
  none: 'Nothing is announced now.',
  none_hint: 'A closing that is announced saves each school a question.',
  none_past: 'Nothing yet. What is over or withdrawn stays here.',
  more: 'Show more',
  change: 'Change',
  change_this: (title: string) => `Change “${title}”`,
  withdraw: 'Withdraw',
  bring_back: 'Bring back',
  withdrawn: (title: string) => `“${title}” is withdrawn.`,
  brought_back: (title: string) => `“${title}” is back.`,
  undo: 'Undo',
  failed: 'The announcements could not be loaded.',
  again: 'Try again',
  form: {
    kind: 'What is it?',
    title: 'Title',
    text: 'Text',
    text_hint: 'What is new or closed, until when, and what to do meanwhile.',
    for: 'For whom?',
    some: 'Some schools',
    which: 'Which schools?',
    find: 'Find a school',
    choose: 'Choose schools',
    choose_error: 'Please choose at least one school.',
    starts: 'From',
    starts_hint: (zone: string) => `Empty: from now (${zone})`,
    ends: 'Until',
    ends_hint: 'Empty: until it is withdrawn',
    announce: 'Announce',
    save: 'Save',
    cancel: 'Cancel',
    announced: (title: string) => `“${title}” is announced.`,
    saved: 'Saved.',
  },
};
export type AnnouncementWords = typeof en;
