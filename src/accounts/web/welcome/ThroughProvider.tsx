import { Button, ErrorSummary } from '#ui/ui.ts';
import './through.css';
import { useDeparture } from './use-departure.ts';
import { useWelcomeWords } from './words/use-words.ts';

/** The way of the desk's people through their provider, where there is one. */
export function ThroughProvider({ label, to }: { label: string; to: string | null }) {
  const words = useWelcomeWords();
  const { leave, busy, problem } = useDeparture();
  return (
    <div className="through">
      <ErrorSummary problem={problem} />
      <p className="quiet t-14">{words.sign_in_hint}</p>
      <Button icon="key" busy={busy} onClick={() => leave({ purpose: 'sign_in', ...(to && { to }) })}>
        {words.sign_in_through(label)}
      </Button>
    </div>
  );
}
