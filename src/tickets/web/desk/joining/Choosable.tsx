import { Link } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import type { Message, TicketWithMessages } from '#tickets/rules/ticket.ts';
import { Button } from '#ui/ui.ts';
import { choose, endChoosing, useChosen } from './choosing.ts';
import './joining.css';
import { SplitSheet } from './SplitSheet.tsx';
import { useJoiningWords } from './use-words.ts';

/** The parts of the talk that have to do with joined tickets: marks of origin, what went on elsewhere, the choosing. */

const keyOf = ({ kind, id }: Pick<Message, 'kind' | 'id'>) => `${kind} ${id}`;

/** The ticket that a message was written on, where that is another. */
export function Origin({ number }: { number: number }) {
  const words = useJoiningWords();
  return (
    <span className="origin">
      {words.from}{' '}
      <Link to="/desk/tickets/$number" params={{ number: String(number) }} search={true}>
        {number}
      </Link>
    </span>
  );
}

/** A message that went on in another ticket: folded here, and to be read. */
export function WentOn({
  message,
  children,
}: {
  message: Message & { went_on: number };
  children: ReactNode;
}) {
  const words = useJoiningWords();
  return (
    <details className="fold went-on">
      <summary>
        {words.went_on(message.went_on)} · {words.by_at(message.author.name, message.written.words)}
      </summary>
      <p>
        <Link to="/desk/tickets/$number" params={{ number: String(message.went_on) }} search={true}>
          {words.went_on(message.went_on)}
        </Link>
      </p>
      {children}
    </details>
  );
}

/** While messages are chosen, each has its box before it. */
export function Choosable({ number, message, children }: ChoosableProps) {
  const chosen = useChosen(number);
  if (!chosen) return children;
  return (
    <div className="choosable">
      <ChooseBox message={message} chosen={chosen.includes(keyOf(message))} />
      {children}
    </div>
  );
}

interface ChoosableProps {
  number: number;
  message: Message;
  children: ReactNode;
}

function ChooseBox({ message, chosen }: { message: Message; chosen: boolean }) {
  const words = useJoiningWords().split_bar;
  return (
    <label className="choose-message">
      <input
        type="checkbox"
        checked={chosen}
        aria-label={words.choose(message.author.name, message.written.words)}
        onChange={event => choose(keyOf(message), event.target.checked)}
      />
    </label>
  );
}

/** Under the talk while messages are chosen: how many, and on. */
export function SplitBar({ ticket }: { ticket: TicketWithMessages }) {
  const words = useJoiningWords().split_bar;
  const chosen = useChosen(ticket.number);
  const [naming, setNaming] = useState(false);
  const shown = chosen !== undefined;
  useEffect(() => {
    // The first box, so that the keyboard begins there.
    if (shown) document.querySelector<HTMLElement>('.choose-message input')?.focus();
  }, [shown]);
  useEffect(() => {
    const leave = (event: KeyboardEvent) =>
      event.key === 'Escape' && !event.defaultPrevented && endChoosing();
    if (shown && !naming) document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, [shown, naming]);
  useEffect(() => endChoosing, []);
  if (!chosen) return null;
  const messages = ticket.messages.filter(message => chosen.includes(keyOf(message)));
  return (
    <div className="split-bar" role="group" aria-label={words.label}>
      <p>
        {words.lead} <b role="status">{messages.length > 0 && words.chosen(messages.length)}</b>
      </p>
      <Button small look="bare" onClick={endChoosing}>
        {words.cancel}
      </Button>
      <Button small look="main" busy={messages.length === 0} onClick={() => setNaming(true)}>
        {words.go}
      </Button>
      {naming && <SplitSheet ticket={ticket} messages={messages} onClose={() => setNaming(false)} />}
    </div>
  );
}
