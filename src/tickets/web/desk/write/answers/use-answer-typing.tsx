import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { use, type RefObject } from 'react';
import { Beside } from '../../../beside.tsx';
import { useFrameWords } from '../../frame/words/use-words.ts';
import { putIn } from '#ui/typing/put-in.ts';
import { useOffers, type Offers } from '#ui/typing/use-offers.tsx';
import { useTyped } from '#ui/typing/use-typed.ts';
import { typedAnswer } from './typed.ts';

/** `;` at the beginning of a word offers what schools can read; the one chosen goes into the reply as its sentence and a link. */
export function useAnswerTyping(
  textarea: RefObject<HTMLTextAreaElement | null>,
  ticket: number,
  text: { value: string; set: (value: string) => void },
): Offers {
  const words = useFrameWords().answers;
  const { for_replies: answers } = use(Beside);
  const typing = useTyped(textarea, text.value, typedAnswer);
  const { typed, at, leave } = typing;
  const { data } = useQuery({
    queryKey: ['answers to put', typed?.name],
    queryFn: ({ signal }) => answers!.find(typed!.name, signal),
    enabled: answers !== undefined && typed !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 60_000,
  });
  return useOffers({
    ...{ textarea, typing, items: (typed && data) ?? [], label: words.label, count: words.count },
    show: ({ title }) => title,
    beside: ({ sentence }) => <p className="offered-sentence">{sentence}</p>,
    put({ id, text: said }) {
      if (!textarea.current || !typed) return;
      leave();
      putIn(textarea.current, { from: typed.from, to: at }, said, text.set);
      void answers?.put(ticket, id);
    },
  });
}
