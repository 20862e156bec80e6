import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Bulk } from '#tickets/rules/bulks/bulk.ts';
import { Sheet } from '#ui/floating/parts.ts';
import { Button, Time } from '#ui/ui.ts';
import { askFailed } from '../asking.ts';
import { clearSelection, select } from '../selection.ts';
import { useSays } from '../steps/says.ts';
import { useBulks } from '../use-bulks.ts';
import { useBulkWords } from '../words.ts';
import { failedOf, wordsOf } from './words-of.ts';

/** One's work on many tickets of the last day, what became of it, and what can still be done about it. */
export function BulkSheet({ bulks, onClose }: { bulks: readonly Bulk[]; onClose: () => void }) {
  const words = useBulkWords();
  return (
    <Sheet title={words.sheet.title} onClose={onClose}>
      {bulks.length === 0 && <p className="quiet">{words.sheet.none}</p>}
      <ul className="bulks">
        {bulks.map(bulk => (
          <OneBulk key={bulk.id} bulk={bulk} onClose={onClose} />
        ))}
      </ul>
    </Sheet>
  );
}

function OneBulk({ bulk, onClose }: { bulk: Bulk; onClose: () => void }) {
  const words = useBulkWords();
  const says = useSays();
  const { stop, undo } = useBulks();
  return (
    <li>
      <p>
        <b>{says(bulk.steps)}</b> <Time moment={bulk.asked} />
      </p>
      <p className="quiet t-13">{wordsOf(bulk, words)}</p>
      <div className="bulk-deeds">
        {bulk.can.stop && (
          <Button small onClick={() => void stop(bulk.id)}>
            {words.stop}
          </Button>
        )}
        {bulk.can.undo && (
          <Button small onClick={() => void undo(bulk.id)}>
            {words.undo}
          </Button>
        )}
      </div>
      {failedOf(bulk) > 0 && <Failed bulk={bulk} onClose={onClose} />}
    </li>
  );
}

/** The tickets that came to nothing, with their reasons. */
function Failed({ bulk, onClose }: { bulk: Bulk; onClose: () => void }) {
  const words = useBulkWords();
  const { begin } = useBulks();
  const { data: lines } = useQuery(askFailed(bulk));
  if (!lines) return <p className="quiet t-13">{words.sheet.loading}</p>;
  const refused = lines.filter(({ outcome }) => outcome === 'refused').map(({ number }) => number);
  return (
    <>
      <h3>{words.sheet.failed}</h3>
      <ul className="foreseen-lines">
        {lines.map(({ number, subject, reason }) => (
          <li key={number}>
            <Link
              to="/desk/tickets/$number"
              params={{ number: String(number) }}
              search={true}
              className="subject"
              onClick={onClose}
            >
              {number} · {subject}
            </Link>
            <span className="why-not">{reason}</span>
          </li>
        ))}
      </ul>
      <div className="bulk-deeds">
        {refused.length > 0 && (
          <Button small onClick={() => void begin({ tickets: refused }, bulk.steps, refused.length)}>
            {words.sheet.again}
          </Button>
        )}
        <Button
          small
          onClick={() => {
            clearSelection();
            select(
              lines.map(({ number }) => number),
              true,
              {},
            );
            onClose();
          }}
        >
          {words.sheet.select}
        </Button>
      </div>
    </>
  );
}
