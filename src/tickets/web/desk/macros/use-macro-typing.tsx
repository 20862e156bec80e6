import { Suspense, type RefObject } from 'react';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { fitting } from '../frame/palette/fuzzy.ts';
import { useFrameWords } from '../frame/words/use-words.ts';
import { putIn } from '#ui/typing/put-in.ts';
import { useOffers, type Offers } from '#ui/typing/use-offers.tsx';
import { useTyped } from '#ui/typing/use-typed.ts';
import { foundBy, useMacros } from './asking.ts';
import { Preview } from './Preview.tsx';
import { typedMacro } from './typed.ts';
import { useApplyMacro } from './use-apply.ts';

const most = 8;

/** `:` at the beginning of a word offers macros, each with what it would say; the one chosen is laid into its form. */
export function useMacroTyping(
  textarea: RefObject<HTMLTextAreaElement | null>,
  ticket: TicketWithMessages,
  text: { value: string; set: (value: string) => void },
): Offers {
  const words = useFrameWords().macros;
  const { macros } = useMacros();
  const apply = useApplyMacro(ticket.number);
  const typing = useTyped(textarea, text.value, typedMacro);
  const { typed, at, leave } = typing;
  const items = typed
    ? fitting(
        macros.map(macro => ({ ...macro, found_by: foundBy(macro) })),
        typed.name,
      ).slice(0, most)
    : [];
  return useOffers({
    ...{ textarea, typing, items, label: words.label, count: words.count },
    show: ({ name, folder }) => (
      <>
        <span className="macro-name">{name}</span> <span className="quiet t-12">{folder}</span>
      </>
    ),
    beside: ({ id }) => (
      <Suspense fallback={null}>
        <Preview ticket={ticket.number} macro={id} />
      </Suspense>
    ),
    put({ id, name }) {
      if (!textarea.current || !typed) return;
      // What was typed to find it goes first, so that its text comes to stand there.
      leave();
      putIn(textarea.current, { from: typed.from, to: at }, '', text.set);
      void apply(id, () => name);
    },
  });
}
