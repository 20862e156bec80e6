import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { askAgents } from '#accounts/web/desk/accounts.ts';
import { typedMention } from '#ui/typing/names.ts';
import { useNames } from '#ui/typing/use-names.tsx';
import type { Offers } from '#ui/typing/use-offers.tsx';
import { useTyped } from '#ui/typing/use-typed.ts';
import { useFrameWords } from '../../frame/words/use-words.ts';

/** `@` in a text offers the people of the iGroup; choosing one puts the name in. */
export function useMentions(
  textarea: RefObject<HTMLTextAreaElement | null>,
  value: string,
  set: (value: string) => void,
): Offers {
  const label = useFrameWords().mentions;
  const typing = useTyped(textarea, value, typedMention);
  const { data: agents = [] } = useQuery({ ...askAgents(), enabled: typing.typed !== undefined });
  return useNames({ textarea, typing, set, label, people: agents.filter(({ left }) => !left) });
}
