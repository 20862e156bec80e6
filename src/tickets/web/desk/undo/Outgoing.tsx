import { useEffect, useState } from 'react';
import type { Outgoing } from '#tickets/rules/sending.ts';
import type { Move } from '#tickets/rules/lifecycle.ts';
import { Button, Face, Prose, Time } from '#ui/ui.ts';
import { useTicketWords } from '../../words.ts';
import './outgoing.css';
import { useTakeBackMessage } from './use-done.ts';
import { useUndoWords } from './words.ts';

/** What has been written and has not left: no school sees it yet, and its writer can have it back. */
export function OutgoingMessages({ number, outgoing }: { number: number; outgoing: readonly Outgoing[] }) {
  return outgoing.map(message => <OneOutgoing key={message.id} number={number} message={message} />);
}

function OneOutgoing({ number, message }: { number: number; message: Outgoing }) {
  const words = useUndoWords();
  const { moves } = useTicketWords();
  const takeBack = useTakeBackMessage(number);
  const { author, stopped, mine, move, files } = message;
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
          {files > 0 && <span className="quiet t-13">{words.files(files)}</span>}
          {mine && (
            <Button small onClick={() => takeBack(message.id)}>
              {stopped === null ? words.undo : words.back}
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
