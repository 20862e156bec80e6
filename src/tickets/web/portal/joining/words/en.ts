import type { As } from '#tickets/rules/joining/kinds.ts';

/** What a school reads of its joined tickets. */
export const en = {
  title: 'Joined tickets',
  goes_on: (number: number) =>
    `This ticket was put together with another of your school. It goes on in ${number}.`,
  go: (number: number) => `Go to ${number}`,
  from: (number: number) => `from ${number}`,
  went_on: (number: number) => `This goes on in ${number}`,
  by: (who: string, when: string) => `${who}, ${when}`,
  as: {
    related: 'has to do with this',
    same: 'is about the same',
    parent: '',
    child: '',
    merged_into: 'goes on there',
    merged_from: 'goes on here',
    split_from: 'this comes from it',
    split_into: 'a part goes on there',
  } satisfies Record<As, string>,
};
export type PortalJoiningWords = typeof en;
