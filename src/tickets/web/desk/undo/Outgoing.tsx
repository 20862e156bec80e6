import { Suspense, useEffect, useState } from 'react';
import type { Outgoing } from '#tickets/rules/sending.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import type { Move } from '#tickets/rules/lifecycle.ts';
import type { Step } from '#tickets/rules/steps/step.ts';
import { Button, Face, Prose, Time } from '#ui/ui.ts';
import { useTicketWords } from '../../words.ts';
import { StepsWords } from '../macros/StepsWords.tsx';
import './outgoing.css';
import { useTakeBackMessage } from './use-done.ts';
import { useSendAgain } from './use-send-again.ts';
import { useUndoWords } from './words.ts';

/** What has been written and has not left: no school sees it yet, and its writer can have it back. */
export function OutgoingMessages({ ticket }: { ticket: TicketWithMessages }) {
  return ticket.outgoing.map(message => <OneOutgoing key={message.id} ticket={ticket} message={message} />);
}

function OneOutgoing({ ticket, message }: { ticket: TicketWithMessages; message: Outgoing }) {
  const words = useUndoWords();
  const { moves } = useTicketWords();
  const takeBack = useTakeBackMessage(ticket.number);
  const again = useSendAgain(ticket);
  const { author, stopped, mine, move, files, also } = message;
  return (
    <article
      className="message outgoing"
      data-stopped={stopped !== null || undefined}
      aria-label={stopped === null ? words.waiting(author.name) : words.stopped(author.name)}
    >
      <Face name={author.name} large ours={mine} />
      <div className="message-body">
        <p className="message-by">
          <b className="name">{stopped === null ? author.name : words.stopped(author.name)}</b>
          <span className="message-when">
            {stopped === null ? (
              <>
                <Leaving seconds={message.leaves_in_seconds} /> · {words.not_seen_yet}
              </>
            ) : (
              <Time moment={message.held} />
            )}
          </span>
        </p>
        {stopped !== null && <p className="why">{stopped}</p>}
        <Prose html={message.html} />
        <p className="outgoing-foot">
          {move && <span className="quiet t-13">{words.then(moves[move as Move])}</span>}
          <Suspense fallback={null}>
            <StepsWords steps={also as Step[]} />
          </Suspense>
          {files > 0 && <span className="quiet t-13">{words.files(files)}</span>}
          {mine && (
            <Button small onClick={() => takeBack(message.id)}>
              {stopped === null ? words.undo : words.back}
            </Button>
          )}
          {mine && stopped !== null && (
            <Button small look="main" busy={again.busy} onClick={() => void again.send(message.id)}>
              {words.again}
            </Button>
          )}
        </p>
      </div>
    </article>
  );
}

/** Counts down by itself from what the server said; read out once, not each second. */
function Leaving({ seconds }: { seconds: number }) {
  const words = useUndoWords();
  const [ends] = useState(() => Date.now() + seconds * 1000);
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((ends - Date.now()) / 1000))), 250);
    return () => clearInterval(timer);
  }, [ends]);
  return <span aria-hidden="true">{words.leaves_in(left)}</span>;
}
