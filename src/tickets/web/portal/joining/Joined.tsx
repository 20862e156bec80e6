import type { ReactNode } from 'react';
import { StateShape } from '#tickets/web/StateShape.tsx';
import { Link } from '#ui/route/router.tsx';
import { buttonClass, laterWords, Notice } from '#ui/ui.ts';
import type { Message, TicketWithMessages } from '../../../rules/ticket.ts';
import './joined.css';
import type { PortalJoiningWords } from './words/en.ts';

const useJoiningWords = laterWords<PortalJoiningWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

/** On a ticket that was merged: where it goes on. */
export function GoesOn({ number }: { number: number }) {
  const words = useJoiningWords();
  return (
    <div className="goes-on">
      <Notice title={words.goes_on(number)}>
        <Link className={buttonClass({ small: true })} to={`/tickets/${number}`}>
          {words.go(number)}
        </Link>
      </Notice>
    </div>
  );
}

/** The other tickets of the school that this one has to do with. */
export function JoinedTickets({ ticket }: { ticket: TicketWithMessages }) {
  const words = useJoiningWords();
  // Where a merged one goes on is said above it.
  const joinings = ticket.joinings.filter(({ as }) => as !== 'merged_into');
  if (joinings.length === 0) return null;
  return (
    <section>
      <h2>{words.title}</h2>
      <ul className="joined-tickets">
        {joinings.map(({ id, as, ticket: other }) => (
          <li key={id}>
            <StateShape state={other.state} />
            <Link to={`/tickets/${other.number}`}>
              {other.number} · {other.subject}
            </Link>
            <span className="quiet t-14">{words.as[as]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The ticket of the school that a message was written on, where that is another. */
export function Origin({ number }: { number: number }) {
  const words = useJoiningWords();
  return (
    <Link className="origin" to={`/tickets/${number}`}>
      {words.from(number)}
    </Link>
  );
}

/** A message that goes on in another ticket: folded here, and to be read. */
export function WentOn({
  message,
  children,
}: {
  message: Message & { went_on: number };
  children: ReactNode;
}) {
  const words = useJoiningWords();
  const { went_on, author, written } = message;
  return (
    <details className="went-on">
      <summary>
        {words.went_on(went_on)} <span className="quiet">({words.by(author.name, written.words)})</span>
      </summary>
      <p>
        <Link to={`/tickets/${went_on}`}>{words.go(went_on)}</Link>
      </p>
      {children}
    </details>
  );
}
