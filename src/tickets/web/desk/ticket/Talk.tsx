import { Fragment, Suspense, useRef, useState } from 'react';
import type { HistoryLine, Message, TicketWithMessages } from '#tickets/rules/ticket.ts';
import { Button } from '#ui/ui.ts';
import { useSession } from '#accounts/web/accounts.tsx';
import { usePointed } from '../../pointed/use-pointed.ts';
import { useFrameWords } from '../frame/words/use-words.ts';
import { useDeskWords } from '../words/use-words.ts';
import { OutgoingMessages } from '../undo/Outgoing.tsx';
import { Choosable, WentOn } from '../joining/Choosable.tsx';
import { FoldedChanges } from './Changes.tsx';
import { useSeen } from './here/use-seen.ts';
import { useFirstUnread } from './here/use-first-unread.ts';
import { useInSight } from './here/use-in-sight.ts';
import { Came } from '../../messages/Came.tsx';
import { EditLastCommand } from './EditOwn.tsx';
import { OneMessage, type OneMessageProps } from './OneMessage.tsx';
import { tellStory } from './story-lines.ts';
import './talk.css';

interface TalkProps extends TicketWithMessages {
  history: readonly HistoryLine[];
}

/** What was said and done, newest at the bottom. What arrives never moves what somebody is reading. */
export function Talk({ history, ...ticket }: TalkProps) {
  const { number, messages, read } = ticket;
  const [editing, setEditing] = useState<string>();
  const mine = messages.findLast(message => message.editable);
  const edit = (key: string, on: boolean) => {
    setEditing(on ? key : undefined);
    // The box goes, and with it the focus: it stays with the message.
    if (!on) setTimeout(() => focusOn(box.current?.querySelector(`[data-message="${key}"] .edit-own`)));
  };
  const words = useDeskWords().ticket;
  const first_unread = useFirstUnread(messages, read);
  const { box, below, toEnd } = useInSight(messages, first_unread !== undefined);
  usePointed(true);
  useSeen(number, box, messages);
  return (
    <div className="talk-box">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div ref={box} className="talk" tabIndex={0} role="region" aria-label={words.messages}>
        <div className="talk-lines">
          <Came came={ticket.came} className="fold" />
          {tellStory(messages, history).map(told => {
            if (!('message' in told))
              return <FoldedChanges key={`changes ${told.changes[0]!.position}`} lines={told.changes} />;
            const key = keyOf(told.message);
            return (
              <Fragment key={key}>
                {key === first_unread && <NewSince />}
                <div data-message={key}>
                  <OneOfTalk
                    number={number}
                    message={told.message}
                    editing={editing === key}
                    onEdit={on => edit(key, on)}
                  />
                </div>
              </Fragment>
            );
          })}
          <OutgoingMessages ticket={ticket} />
        </div>
      </div>
      {below > 0 && (
        <Button small className="arrived" icon="down" onClick={toEnd}>
          {words.arrived(below)}
        </Button>
      )}
      <Announced messages={messages} />
      {mine && (
        <Suspense fallback={null}>
          <EditLastCommand onEdit={() => setEditing(keyOf(mine))} />
        </Suspense>
      )}
    </div>
  );
}

const focusOn = (element: Element | null | undefined) => element instanceof HTMLElement && element.focus();
const keyOf = ({ kind, id }: Message) => `${kind} ${id}`;

/** A message in its place: folded where it went on elsewhere, with a box before it while some are chosen. */
function OneOfTalk(props: OneMessageProps) {
  const { number, message } = props;
  const plain = <OneMessage {...props} />;
  const { went_on } = message;
  return (
    <Suspense fallback={plain}>
      {went_on === null ? (
        <Choosable number={number} message={message}>
          {plain}
        </Choosable>
      ) : (
        <WentOn message={{ ...message, went_on }}>{plain}</WentOn>
      )}
    </Suspense>
  );
}

/** Before the first message that was new when the ticket was opened. */
function NewSince() {
  const words = useFrameWords().talk;
  return (
    <p className="new-since">
      <span>{words.new_since}</span>
    </p>
  );
}

/** Says aloud who wrote when a message arrives, and nothing for what was there before. */
function Announced({ messages }: { messages: readonly Message[] }) {
  const words = useDeskWords().ticket;
  const { person } = useSession();
  const first = useRef(messages.length);
  const last = messages.at(-1);
  const news = messages.length > first.current && last && last.author.id !== person.id;
  return (
    <p className="sr" role="status">
      {news && words.arrived_from(last.author.name)}
    </p>
  );
}
