import type { RefObject } from 'react';
import { Face } from '../parts/Face.tsx';
import { useUiWords } from '../words/words.tsx';
import { beginnersOf } from './names.ts';
import { putIn } from './put-in.ts';
import { useOffers, type Offers } from './use-offers.tsx';
import type { Typing } from './use-typed.ts';

interface Naming {
  textarea: RefObject<HTMLTextAreaElement | null>;
  /** What follows an `@`: `useTyped` with `typedMention`. */
  typing: Typing;
  set: (value: string) => void;
  /** Who can be named; of these, those whose name begins so are offered. */
  people: readonly { id: number; name: string }[];
  /** Who they are, for who cannot see the list. */
  label: string;
}

/** `@` in a text offers people; choosing one puts the name in. */
export function useNames({ textarea, typing, set, people, label }: Naming): Offers {
  const { names_offered } = useUiWords().writing;
  const { typed, at, leave } = typing;
  return useOffers({
    ...{ textarea, typing, label, count: names_offered },
    items: typed ? beginnersOf(people, typed.name) : [],
    show: ({ name }) => (
      <>
        <Face name={name} /> {name}
      </>
    ),
    put({ name }) {
      if (!textarea.current || !typed) return;
      leave();
      putIn(textarea.current, { from: typed.from, to: at }, `@${name} `, set);
    },
  });
}
