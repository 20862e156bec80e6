import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Bulk } from '#tickets/rules/bulks/bulk.ts';
import { Button, IconButton, useLive } from '#ui/ui.ts';
import { useCommands } from '../../frame/commands/commands.ts';
import { askBulks } from '../asking.ts';
import '../bulk.css';
import { useSays } from '../steps/says.ts';
import { useBulks } from '../use-bulks.ts';
import { useBulkWords } from '../words.ts';
import { BulkSheet } from './BulkSheet.tsx';
import { failedOf, wordsOf } from './words-of.ts';

/** How long what went well stands there. */
const stays_ms = 8000;
const second_ms = 1000;

/** How far one's work on many tickets is, wherever one is at the desk; with what can be done about it. */
export function BulkLine() {
  const words = useBulkWords();
  const says = useSays();
  const client = useQueryClient();
  const { stop, undo } = useBulks();
  const bulks = useQuery(askBulks()).data ?? [];
  const seen = useRef(new Set<number>());
  const [, draw] = useState(0);
  const [sheet, setSheet] = useState(false);
  useLive(
    () => {},
    undefined,
    ({ kind }) => kind === 'bulk' && void client.invalidateQueries({ queryKey: ['bulks'] }),
  );
  useCommands([
    { id: 'bulks', name: words.line, where: 'anywhere', group: 'command', run: () => setSheet(true) },
  ]);
  // What has been seen going on stays until it is closed.
  for (const { id, state } of bulks) if (state !== 'ended') seen.current.add(id);
  const shown = bulks.find(({ id }) => seen.current.has(id));
  const close = (id: number) => {
    seen.current.delete(id);
    draw(count => count + 1);
  };
  const well = shown?.state === 'ended' && failedOf(shown) === 0 ? shown.id : undefined;
  useEffect(() => {
    if (well === undefined) return;
    const timer = setTimeout(() => close(well), stays_ms);
    return () => clearTimeout(timer);
  }, [well]);
  // The time until it leaves goes by without a word from the server.
  const waits = shown?.state === 'waits';
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(() => void client.invalidateQueries({ queryKey: ['bulks'] }), second_ms);
    return () => clearInterval(timer);
  }, [waits, client]);
  return (
    <>
      {shown && (
        <div className="bulk-line no-print">
          <Progress bulk={shown} />
          <span className="what">{says(shown.steps)}</span>
          <span className="quiet" role="status">
            {wordsOf(shown, words)}
          </span>
          {(failedOf(shown) > 0 || shown.stopped) && (
            <Button look="bare" small onClick={() => setSheet(true)}>
              {words.show}
            </Button>
          )}
          {shown.can.stop && (
            <Button look="bare" small onClick={() => void stop(shown.id)}>
              {words.stop}
            </Button>
          )}
          {shown.can.undo && (
            <Button look="bare" small onClick={() => void undo(shown.id)}>
              {words.undo}
            </Button>
          )}
          {shown.state === 'ended' && (
            <IconButton small icon="x" label={words.close} onClick={() => close(shown.id)} />
          )}
        </div>
      )}
      {sheet && <BulkSheet bulks={bulks} onClose={() => setSheet(false)} />}
    </>
  );
}

function Progress({ bulk }: { bulk: Bulk }) {
  const words = useBulkWords();
  const left = bulk.state === 'undoes' ? bulk.outcomes.done : bulk.waiting;
  return <progress aria-label={words.line} max={bulk.total} value={bulk.total - left} />;
}
