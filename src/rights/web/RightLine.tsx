import type { ReactNode } from 'react';
import type { Right } from '#rights/rules/register.ts';
import { calledIn } from '#rights/rules/words.ts';
import { useLang } from '#ui/ui.ts';
import { useRightsWords } from './words.ts';
import './rights.css';

interface RightLineProps {
  right: Right;
  /** A way to a ticket, as the face has it. */
  ticket: (number: number, name: string) => ReactNode;
  /** Where, in a list over several schools. */
  where?: ReactNode;
  deeds?: ReactNode;
}

/** One line of the register: who, what, since when, who approved, and what was done about it. */
export function RightLine({ right, ticket, where, deeds }: RightLineProps) {
  const words = useRightsWords();
  const [lang] = useLang();
  const { holder, history, stands } = right;
  const last = history.findLast(({ action }) => action !== 'remove');
  const told = [
    words.since(right.since.words),
    right.ended ? words.ended(right.ended.words) : right.until && words.until_is(right.until.words),
    right.at_schools,
    last?.asked_for && words.asked(last.asked_for.name),
    last?.approved_by && words.approved(last.approved_by.name),
  ].filter(Boolean);
  return (
    <li>
      <div className="line-text">
        <span className="name">{holder.name}</span>
        {holder.job && <span className="quiet">, {holder.job}</span>}
        {holder.left && <b className="rights-mark t-13"> · {words.has_left}</b>}
        {where && <span className="quiet"> · {where}</span>}
        <br />
        {calledIn(right, lang)}{' '}
        {stands !== 'held' && <span className={`rights-state ${stands}`}>{words.stands[stands]}</span>}
        <p className="second t-13">{told.join(' · ')}</p>
        <History right={right} ticket={ticket} />
      </div>
      <div className="deeds">
        {right.under_way !== null ? ticket(right.under_way, words.under_way(right.under_way)) : deeds}
      </div>
    </li>
  );
}

function History({ right, ticket }: Pick<RightLineProps, 'right' | 'ticket'>) {
  const words = useRightsWords();
  return (
    <details className="t-13">
      <summary className="quiet">{words.history(right.history.length)}</summary>
      <ul>
        {right.history.map(({ ticket: number, action, done, done_by, approved_by }) => (
          <li key={number}>
            {done.words}: {words.past[action]} ({done_by.name}
            {approved_by && `; ${words.approved(approved_by.name)}`}) ·{' '}
            {ticket(number, words.ticket_is(number))}
          </li>
        ))}
      </ul>
    </details>
  );
}
