import type { BulkPreview } from '#tickets/rules/bulks/bulk.ts';
import { useBulkWords } from './words.ts';

/** What would come of it: the counts first, then why some cannot, then ticket by ticket. */
export function Foreseen({ preview, late }: { preview: BulkPreview; late: boolean }) {
  const words = useBulkWords();
  const { will, already, cannot, reasons, items, total } = preview;
  const counts = [
    will > 0 && words.will(will),
    already > 0 && words.already(already),
    cannot > 0 && words.cannot(cannot),
  ].filter(Boolean);
  return (
    <div className="foreseen" aria-busy={late}>
      <p role="status">
        <b>{will === 0 && cannot === 0 ? words.nothing : counts.join(', ')}</b>
      </p>
      {reasons.length > 0 && (
        <ul className="reasons">
          {reasons.map(({ words: why, count }) => (
            <li key={why}>
              {count.toLocaleString()} · {why}
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{words.lines}</summary>
        <ul className="foreseen-lines">
          {items.map(item => (
            <Line key={item.number} {...item} />
          ))}
          {total > items.length && <li className="quiet">{words.more(total - items.length)}</li>}
        </ul>
      </details>
    </div>
  );
}

function Line({ number, subject, changes, refused }: BulkPreview['items'][number]) {
  const words = useBulkWords();
  return (
    <li>
      <span className="subject">
        {number} · {subject}
      </span>
      {refused !== null ? (
        <span className="why-not">{refused}</span>
      ) : changes.length === 0 ? (
        <span className="quiet">{words.unchanged}</span>
      ) : (
        changes.map(({ field, from, to }) => (
          <span key={field}>
            {from === null ? words.set_to(field, to ?? '–') : words.from_to(field, from, to ?? '–')}
          </span>
        ))
      )}
    </li>
  );
}
