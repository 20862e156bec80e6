import { useSession } from '#accounts/web/accounts.tsx';
import { Link } from '#ui/route/router.tsx';
import { Face, KeptFiles, Prose, Time } from '#ui/ui.ts';
import type { Message, TicketWithMessages } from '../../../rules/ticket.ts';
import { SentWith } from '../../environment/EnvironmentBox.tsx';
import { usePortalWords } from '../words.ts';
import './talk.css';

/** The story: what was written, oldest first. */
export function Talk({ ticket }: { ticket: TicketWithMessages }) {
  const words = usePortalWords().ticket;
  return (
    <>
      {ticket.follows && (
        <p className="follows">
          <Link to={`/tickets/${ticket.follows}`}>{words.follows(ticket.follows)}</Link>
        </p>
      )}
      <ol className="talk">
        {ticket.messages.map((message, at) => (
          <li key={message.id}>
            <OneMessage message={message} />
            {at === 0 && (
              <div className="text">
                <SentWith environment={ticket.environment} />
              </div>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function OneMessage({ message: { author, written, html, files } }: { message: Message }) {
  const words = usePortalWords().ticket;
  const { person } = useSession();
  const desk = author.side === 'desk';
  return (
    <article>
      <header>
        <Face name={author.name} large ours={desk} />
        <b>{author.id === person.id ? words.you : author.name}</b>
        {desk && <span className="role">{words.desk}</span>}
        <Time moment={written} />
      </header>
      <div className="text">
        <Prose html={html} />
        <KeptFiles files={files} />
      </div>
    </article>
  );
}
