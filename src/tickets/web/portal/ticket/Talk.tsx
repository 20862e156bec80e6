import { useSession } from '#accounts/web/accounts.tsx';
import { tellStory } from '#tickets/web/desk/ticket/story-lines.ts';
import { Link } from '#ui/route/router.tsx';
import { Face, KeptFiles, Prose, Time } from '#ui/ui.ts';
import type { HistoryLine, Message, TicketWithMessages } from '../../../rules/ticket.ts';
import { SentWith } from '../../environment/EnvironmentBox.tsx';
import { anchorOf, usePointed } from '../../pointed/use-pointed.ts';
import { usePortalWords } from '../words.ts';
import { Changes } from './Changes.tsx';
import './talk.css';

interface TalkProps {
  ticket: TicketWithMessages;
  history: readonly HistoryLine[];
}

/** The story: what was written, oldest first, and between the messages what changed. */
export function Talk({ ticket, history }: TalkProps) {
  const words = usePortalWords().ticket;
  usePointed(true);
  return (
    <>
      {ticket.follows && (
        <p className="follows">
          <Link to={`/tickets/${ticket.follows}`}>{words.follows(ticket.follows)}</Link>
        </p>
      )}
      <ol className="talk">
        {tellStory(ticket.messages, history).map(told =>
          'message' in told ? (
            <li key={`message ${told.message.id}`}>
              <OneMessage message={told.message} />
              {told.message === ticket.messages[0] && (
                <div className="text">
                  <SentWith environment={ticket.environment} />
                </div>
              )}
            </li>
          ) : (
            <li key={`change ${told.changes[0]!.position}`}>
              <Changes lines={told.changes} />
            </li>
          ),
        )}
      </ol>
    </>
  );
}

function OneMessage({ message }: { message: Message }) {
  const { author, written, html, files } = message;
  const words = usePortalWords().ticket;
  const { person } = useSession();
  const desk = author.side === 'desk';
  return (
    <article id={anchorOf(message)}>
      <header>
        <Face name={author.name} large ours={desk} />
        <b>{author.id === person.id ? words.you : author.name}</b>
        {desk && <span className="role">{words.desk}</span>}
        <a className="message-link" href={`#${anchorOf(message)}`} title={words.link_to(written.exact)}>
          <Time moment={written} />
        </a>
      </header>
      <div className="text">
        <Prose html={html} />
        <KeptFiles files={files} />
      </div>
    </article>
  );
}
