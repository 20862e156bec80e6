import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { askAgents } from '#accounts/web/desk/accounts.ts';
import { Face } from '#ui/ui.ts';
import { useFrameWords } from '../../frame/words/use-words.ts';
import { putIn } from '../typing/put-in.ts';
import { useOffers, type Offers } from '../typing/use-offers.tsx';
import { useTyped } from '../typing/use-typed.ts';
import { beginnersOf, typedMention } from './typed.ts';

/** `@` in a text offers the people of the iGroup; choosing one puts the name in. */
export function useMentions(
  textarea: RefObject<HTMLTextAreaElement | null>,
  value: string,
  set: (value: string) => void,
): Offers {
  const words = useFrameWords().mentions;
  const typing = useTyped(textarea, value, typedMention);
  const { typed, at, leave } = typing;
  const agents = useQuery({ ...askAgents(), enabled: typed !== undefined }).data ?? [];
  const items = typed
    ? beginnersOf(
        agents.filter(agent => !agent.left),
        typed.name,
      )
    : [];
  return useOffers({
    ...{ textarea, typing, items, ...words },
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
