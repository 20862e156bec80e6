import type { Lang } from '#platform/schemas.ts';
import type { RightKind } from './kinds.ts';
import { calledIn } from './words.ts';

/** What a request asks for, as far as it can be said anew. */
interface Wish {
  name: string;
  holder_job: string | null;
  kind: RightKind;
  words: string | null;
  at_schools: string | null;
  why: string | null;
  from_on: string;
  until_on: string | null;
}

type Change = [before: unknown, after: unknown];

/** What the story tells of an edit, by the names of its fields (`tickets/rules/story.ts`): from what to what. */
export function changesIn(before: Wish, after: Wish): Record<string, Change> {
  const said: [name: string, of: (wish: Wish) => unknown][] = [
    ['right_holder', ({ name, holder_job }) => (holder_job === null ? name : `${name}, ${holder_job}`)],
    ['right_kind', wish => calledInBoth(wish)],
    ['right_schools', ({ at_schools }) => at_schools],
    ['right_from', ({ from_on }) => from_on],
    ['right_until', ({ until_on }) => until_on],
    ['right_why', ({ why }) => why],
  ];
  return Object.fromEntries(
    said.flatMap(([name, of]) => {
      const change: Change = [of(before), of(after)];
      return JSON.stringify(change[0]) === JSON.stringify(change[1]) ? [] : [[name, change]];
    }),
  );
}

const calledInBoth = (wish: Wish): Record<Lang, string> => ({
  en: calledIn(wish, 'en'),
  fr: calledIn(wish, 'fr'),
});
