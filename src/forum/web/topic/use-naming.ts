import type { RefObject } from 'react';
import type { Topic } from '#forum/rules/topic.ts';
import { typedMention } from '#ui/typing/names.ts';
import { useNames } from '#ui/typing/use-names.tsx';
import type { Offers } from '#ui/typing/use-offers.tsx';
import { useTyped } from '#ui/typing/use-typed.ts';
import { useWay } from '../way.ts';
import { useForumWords } from '../words.ts';
import { nameOf } from './Signature.tsx';

/** `@` offers who has written in the topic, as they sign it, and at the desk the iGroup too. */
export function useNaming(
  textarea: RefObject<HTMLTextAreaElement | null>,
  value: string,
  set: (value: string) => void,
  topic?: Topic,
): Offers {
  const label = useForumWords().can_be_named;
  const { colleagues } = useWay();
  const typing = useTyped(textarea, value, typedMention);
  const signed = topic ? [topic, ...topic.merged, ...topic.items].map(({ by }) => by) : [];
  const others = signed.filter(({ mine }) => !mine).map(nameOf);
  const names = [...new Set([...others, ...colleagues])].filter(name => name !== '');
  return useNames({ textarea, typing, set, label, people: names.map((name, id) => ({ id, name })) });
}
