import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { HistoryLine, Message } from '#tickets/rules/ticket.ts';
import { Button } from '#ui/ui.ts';
import { useSession } from '#accounts/web/accounts.tsx';
import { useDeskWords } from '../words/use-words.ts';
import { FoldedChanges } from './Changes.tsx';
import { OneMessage } from './OneMessage.tsx';
import { tellStory } from './story-lines.ts';
import './talk.css';

/** What was said and done, newest at the bottom. What arrives never moves what somebody is reading. */
export function Talk({
  messages,
  history,
}: {
  messages: readonly Message[];
  history: readonly HistoryLine[];
}) {
  const words = useDeskWords().ticket;
  const { box, below, toEnd } = useNewestInSight(messages);
  return (
    <div className="talk-box">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div ref={box} className="talk" tabIndex={0} role="region" aria-label={words.messages}>
        <div className="talk-lines">
          {tellStory(messages, history).map(told =>
            'message' in told ? (
              <OneMessage key={`${told.message.kind} ${told.message.id}`} message={told.message} />
            ) : (
              <FoldedChanges key={`changes ${told.changes[0]!.position}`} lines={told.changes} />
            ),
          )}
        </div>
      </div>
      {below > 0 && (
        <Button small className="arrived" icon="down" onClick={toEnd}>
          {words.arrived(below)}
        </Button>
      )}
      <Announced messages={messages} />
    </div>
  );
}

const near_end_px = 48;

/** Stays at the end while one is there; else counts what came in below. One's own words are always shown. */
function useNewestInSight(messages: readonly Message[]) {
  const { person } = useSession();
  const box = useRef<HTMLDivElement>(null);
  const at_end = useRef(true);
  const count = useRef(messages.length);
  const [seen, setSeen] = useState(messages.length);
  useLayoutEffect(() => {
    const mine = messages.length > count.current && messages.at(-1)?.author.id === person.id;
    count.current = messages.length;
    if (!at_end.current && !mine) return;
    scrollToEnd(box.current);
    setSeen(messages.length);
  }, [messages, person.id]);
  useEffect(() => {
    const element = box.current!;
    const onScroll = () => {
      at_end.current = element.scrollHeight - element.scrollTop - element.clientHeight < near_end_px;
      if (at_end.current) setSeen(count.current);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    // The composer grows while one writes, a fold opens, a picture arrives: the newest stays in sight.
    const watcher = new ResizeObserver(() => at_end.current && scrollToEnd(element));
    watcher.observe(element);
    watcher.observe(element.firstElementChild!);
    return () => {
      element.removeEventListener('scroll', onScroll);
      watcher.disconnect();
    };
  }, []);
  return { box, below: messages.length - seen, toEnd: () => scrollToEnd(box.current) };
}

const scrollToEnd = (box: HTMLElement | null) => box?.scrollTo({ top: box.scrollHeight });

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
