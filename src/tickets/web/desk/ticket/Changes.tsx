import type { HistoryLine } from '#tickets/rules/ticket.ts';
import { Time } from '#ui/ui.ts';
import { useDeskWords } from '../words/use-words.ts';

/** One change is said in its line; several are folded into "4 changes". */
export function FoldedChanges({ lines }: { lines: readonly HistoryLine[] }) {
  const words = useDeskWords().ticket;
  const [only] = lines;
  if (lines.length === 1 && only)
    return (
      <p className="fold">
        {only.words} · <Time moment={only.at} />
      </p>
    );
  return (
    <details className="fold">
      <summary>{words.changes(lines.length)}</summary>
      <ChangeLines lines={lines} />
    </details>
  );
}

/** The lines of a story: who did what, when, from what to what. */
export function ChangeLines({ lines }: { lines: readonly HistoryLine[] }) {
  const words = useDeskWords().rail;
  return (
    <ol className="change-lines">
      {lines.map(line => (
        <li key={line.position}>
          <p>
            {line.words} · <Time moment={line.at} />
          </p>
          {line.changes.map(({ field, from, to }) => (
            <p key={field} className="quiet">
              {field}: {from === null ? (to ?? '–') : words.from_to(from, to ?? '–')}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
