import { useEffect } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { navigate } from '#ui/route/router.tsx';
import { toast, useConnection } from '#ui/ui.ts';
import { slipsOf, type Kept } from './kept.ts';
import { sendSlips } from './sending.ts';
import { useSlips } from './use-slips.ts';
import { useSlipWords } from './words/use-words.ts';

const again_ms = 15_000;

/** Says what has become of a slip. */
export function useTelling(): (slip: Kept, number: number) => void {
  const words = useSlipWords();
  return ({ ticket, subject }, number) =>
    void toast({ text: ticket === undefined ? words.sent(subject, number) : words.replied(number) });
}

/** Sends what waits whenever there is a line, and says what has become of it. */
export function useSending(): void {
  const words = useSlipWords();
  const { person } = useSession();
  const tell = useTelling();
  const connection = useConnection();
  const slips = useSlips();
  const waiting = slips.filter(({ refused }) => !refused).length;
  useEffect(() => {
    if (waiting === 0) return;
    const go = async () => {
      await sendSlips(person.id, tell);
      for (const slip of slipsOf(person.id))
        if (slip.refused && !slips.find(({ id }) => id === slip.id)?.refused)
          toast({
            text: words.not_sent(slip.subject),
            action: { label: words.see, run: () => navigate(`/waiting/${slip.id}`) },
          });
    };
    const soon = () => void go();
    if (connection === 'live') soon();
    const timer = setInterval(soon, again_ms);
    addEventListener('online', soon);
    return () => {
      clearInterval(timer);
      removeEventListener('online', soon);
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [waiting, connection, person.id]);
}
