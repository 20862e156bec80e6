import type { ReactNode } from 'react';
import type { Slice } from '#reports/rules/statements/statement.ts';
import { Scrolling } from './Scrolling.tsx';
import { useStatementWords } from './words.ts';

interface SharesTableProps {
  label: string;
  /** What the first column is called. */
  head: string;
  rows: readonly (Pick<Slice, 'key' | 'opened' | 'solved'> & {
    name: ReactNode;
    response: { share_words: string };
    resolution: { share_words: string };
  })[];
}

/** Row by row: how much was opened and solved, and which share of it was in time. */
export function SharesTable({ label, head, rows }: SharesTableProps) {
  const { volumes, clocks } = useStatementWords();
  return (
    <Scrolling label={label}>
      <table className="work-table statement-table">
        <thead>
          <tr>
            {[head, volumes.opened, volumes.solved, clocks.response, clocks.resolution].map(each => (
              <th key={each} scope="col">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, opened, solved, response, resolution }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>{opened}</td>
              <td>{solved}</td>
              <td>{response.share_words}</td>
              <td>{resolution.share_words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}
