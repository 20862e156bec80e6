import { copyText } from '#ui/copy.ts';
import { navigate } from '#ui/route/router.tsx';
import { Button, toast } from '#ui/ui.ts';
import { writeOn } from './back.ts';
import { drop, keep, type Kept } from './kept.ts';
import { sendSlips } from './sending.ts';
import { useTelling } from './use-sending.ts';
import { useSlipWords } from './words/use-words.ts';

/** Once it is told why it was not taken, she sends it to the ticket as that is by now. */
function asItStandsNow({ refused, does, ...slip }: Kept): Kept {
  if (!refused) return { ...slip, ...(does && { does }) };
  const { seen: _, ...body } = slip.body as { seen?: object };
  return { ...slip, body };
}

/** What can be done with words that wait: nothing of it loses them but to throw them away, and that can be undone. */
export function SlipDeeds({ slip }: { slip: Kept }) {
  const words = useSlipWords();
  const tell = useTelling();
  const tryNow = () => {
    keep(asItStandsNow(slip));
    void sendSlips(slip.person, tell);
  };
  const change = () => {
    writeOn(slip);
    navigate(slip.ticket === undefined ? '/ask' : `/tickets/${slip.ticket}`);
  };
  const throwAway = () => {
    drop(slip);
    toast({ text: words.thrown, action: { label: words.undo, run: () => void keep(slip) } });
  };
  return (
    <p className="slip-deeds no-print">
      <Button small onClick={tryNow}>
        {slip.refused ? words.send_anyway : words.try_now}
      </Button>
      <Button small onClick={change}>
        {words.change}
      </Button>
      <Button
        small
        look="bare"
        onClick={() => void copyText(slip.text).then(done => done && toast({ text: words.copied }))}
      >
        {words.copy}
      </Button>
      <Button small look="bare" onClick={throwAway}>
        {words.throw}
      </Button>
    </p>
  );
}
