import { Suspense, useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { tellStory } from '#tickets/web/desk/ticket/story-lines.ts';
import { Link } from '#ui/route/router.tsx';
import { KeptFiles } from '#ui/files.ts';
import { Face, Prose, Time } from '#ui/ui.ts';
import type { HistoryLine, Message, TicketWithMessages } from '../../../rules/ticket.ts';
import { Came } from '../../messages/Came.tsx';
import { Edited, WrittenThenSent } from '../../messages/parts.ts';
import { SentWith } from '../../environment/EnvironmentBox.tsx';
import { anchorOf, usePointed } from '../../pointed/use-pointed.ts';
import { Origin, WentOn } from '../joining/Joined.tsx';
import { usePortalWords } from '../words.ts';
import { Changes } from './Changes.tsx';
import { EditOwn } from './EditOwn.tsx';
import './talk.css';

interface TalkProps {
  ticket: TicketWithMessages;
  history: readonly HistoryLine[];
  /** Shows what the server answered to a deed. */
  put: (ticket: TicketWithMessages) => void;
  reload: () => void;
}

/** The story: what was written, oldest first, and between the messages what changed. */
export function Talk({ ticket, history, put, reload }: TalkProps) {
  const words = usePortalWords().ticket;
  usePointed(true);
  return (
    <>
      {ticket.follows && (
        <p className="follows">
          <Link to={`/tickets/${ticket.follows}`}>{words.follows(ticket.follows)}</Link>
        </p>
      )}
      <Came came={ticket.came} className="came" />
      <ol className="talk">
        {tellStory(ticket.messages, history).map(told =>
          'message' in told ? (
            <li key={`message ${told.message.id}`}>
              <OneOfTalk number={ticket.number} message={told.message} put={put} reload={reload} />
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

interface OneMessageProps {
  number: number;
  message: Message;
  put: TalkProps['put'];
  reload: TalkProps['reload'];
}

/** A message in its place: folded where it goes on in another ticket. */
function OneOfTalk(props: OneMessageProps) {
  const { message } = props;
  const plain = <OneMessage {...props} />;
  const { went_on } = message;
  if (went_on === null) return plain;
  return (
    <Suspense fallback={plain}>
      <WentOn message={{ ...message, went_on }}>{plain}</WentOn>
    </Suspense>
  );
}

function OneMessage({ number, message, put, reload }: OneMessageProps) {
  const { author, written, html, files, origin } = message;
  const [editing, setEditing] = useState(false);
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
          {message.written_offline ? <WrittenThenSent message={message} /> : <Time moment={written} />}
        </a>
        {origin !== null && (
          <Suspense fallback={null}>
            <Origin number={origin} />
          </Suspense>
        )}
      </header>
      <div className="text">
        {!editing && <Prose html={html} />}
        {message.edited && <Edited message={message} />}
        <KeptFiles files={files} />
        {(message.editable || editing) && (
          <Suspense fallback={null}>
            <EditOwn {...{ number, message, editing, put, reload }} onEdit={setEditing} />
          </Suspense>
        )}
      </div>
    </article>
  );
}
