import { Link } from '#ui/route/router.tsx';
import { Icon } from '#ui/ui.ts';
import { useSlips, useWording } from './use-slips.ts';
import { useSlipWords } from './words/use-words.ts';
import './slips.css';

/** Above the tickets: what one has written and the line could not take yet. Nothing where nothing waits. */
export function SlipRows() {
  const words = useSlipWords();
  const worded = useWording();
  const slips = useSlips();
  if (slips.length === 0) return null;
  return (
    <section className="slips" aria-labelledby="slips">
      <h2 id="slips">{words.list}</h2>
      <ul className="sheet">
        {slips.map(({ id, subject, ticket, refused, written }) => (
          <li key={id}>
            <Link to={`/waiting/${id}`}>
              <Icon name={refused ? 'warning' : 'clock'} />
              <span>
                <span className="name">{ticket === undefined ? subject : words.reply_to(ticket)}</span>
                <span className="second t-14">
                  {refused ? words.refused : words.waits} · {words.written(worded(written))}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
