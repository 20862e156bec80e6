import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportField } from '#schools/rules/importing/fields.ts';
import type { Counts, Import, ImportLine } from '#schools/rules/importing/import.ts';
import { verdicts, type Verdict } from '#schools/rules/importing/kinds.ts';
import { Button, buttonClass, NotYet } from '#ui/ui.ts';
import { askLines, useImportWords } from './asking.ts';

/** The lines by what becomes of them, a hundred at a time. */
export function Lines({ item, counts }: { item: Import; counts: Counts }) {
  const words = useImportWords();
  const [chosen, setChosen] = useState<Verdict | undefined>(counts.refused > 0 ? 'refused' : undefined);
  const asked = useInfiniteQuery(askLines(item.id, chosen));
  const lines = asked.data?.pages.flatMap(({ items }) => items) ?? [];
  const all = verdicts.reduce((sum, verdict) => sum + counts[verdict], 0);
  return (
    <div className="import-lines">
      <div className="verdicts" role="group" aria-label={words.filter}>
        {[undefined, ...verdicts].map(verdict => (
          <Button
            key={verdict ?? 'all'}
            small
            aria-pressed={chosen === verdict}
            onClick={() => setChosen(verdict)}
          >
            {words.filters[verdict ?? 'all']} {words.number(verdict ? counts[verdict] : all)}
          </Button>
        ))}
        {counts.refused > 0 && (
          <a
            className={buttonClass({ look: 'bare', small: true })}
            href={`/api/imports/${item.id}/refused`}
            download
          >
            {words.download_refused}
          </a>
        )}
      </div>
      <NotYet asked={asked} lines={6} />
      {asked.data && lines.length === 0 && <p className="empty">{words.no_lines}</p>}
      {lines.length > 0 && (
        <table className="work-table">
          <thead>
            <tr>
              <th scope="col">{words.line}</th>
              <th scope="col">{words.verdict}</th>
              <th scope="col">{words.about[item.kind]}</th>
              <th scope="col">{words.what}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(line => (
              <LineRow key={line.line} line={line} />
            ))}
          </tbody>
        </table>
      )}
      {asked.hasNextPage && (
        <Button busy={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </div>
  );
}

function LineRow({ line: { line, verdict, code, name, changes, reasons } }: { line: ImportLine }) {
  const words = useImportWords();
  return (
    <tr>
      <td className="number">{line}</td>
      <td>
        <span className="verdict" data-verdict={verdict}>
          {words.verdicts[verdict]}
        </span>
      </td>
      <td>
        {name} <span className="quiet">{code}</span>
      </td>
      <td>
        {reasons.map(reason => (
          <p key={reason}>{reason}</p>
        ))}
        {changes.map(({ field, from, to }) => (
          <p key={field}>
            {words.fields[field as ImportField] ?? field}: <del>{from || words.nothing}</del> →{' '}
            <ins>{to || words.nothing}</ins>
          </p>
        ))}
      </td>
    </tr>
  );
}
