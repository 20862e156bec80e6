import type { Message } from '#tickets/rules/ticket.ts';
import { Time } from '#ui/ui.ts';
import { useMessageWords } from './words/use-words.ts';

/** Of a message that had to wait for the line: when it was written, and when it came. */
export function WrittenThenSent({ message: { written, written_offline } }: { message: Message }) {
  const words = useMessageWords();
  return (
    <>
      {words.written} <Time moment={written_offline!} />, {words.sent} <Time moment={written} />
    </>
  );
}
