import type { Comparison } from '#agreements/rules/agreement.ts';
import './shown.css';

interface DifferenceProps {
  comparison: Comparison;
  words: { what: string; was: string; is: string; added: string; removed: string; equal: string };
}

/** What is different between two versions: the data as a table, then the lines of the text that went and came. */
export function Difference({ comparison: { values, lines }, words }: DifferenceProps) {
  const moved = lines.filter(({ kind }) => kind !== 'same');
  if (values.length === 0 && moved.length === 0) return <p className="quiet">{words.equal}</p>;
  return (
    <div className="agreement-difference">
      {values.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.was}</th>
              <th scope="col">{words.is}</th>
            </tr>
          </thead>
          <tbody>
            {values.map(({ what, from, to }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>{from}</td>
                <td>
                  <b>{to}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {moved.length > 0 && (
        <ul>
          {moved.map(({ kind, text }, at) => (
            // Lines have no name but their place.
            <li key={at} className={kind}>
              <span aria-hidden="true">{kind === 'added' ? '+' : '−'}</span>
              {kind === 'added' ? (
                <ins>
                  <span className="sr">{words.added}: </span>
                  {text}
                </ins>
              ) : (
                <del>
                  <span className="sr">{words.removed}: </span>
                  {text}
                </del>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
