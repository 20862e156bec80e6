import { differenceOf } from '#tickets/rules/messages/difference.ts';
import type { Message } from '#tickets/rules/ticket.ts';
import { Time } from '#ui/ui.ts';
import './edited.css';
import { useMessageWords } from './words/use-words.ts';

/** Under a message that was edited: when, and behind a press what it said before. */
export function WhatItWas({ message: { edited, versions, text } }: { message: Message }) {
  const words = useMessageWords();
  const said = [...versions.map(version => version.text), text];
  return (
    <details className="edited">
      <summary>
        {words.edited} <Time moment={edited!} /> · {words.see}
      </summary>
      <ol>
        {versions.map(({ text: before, until }, at) => (
          <li key={until.at + at}>
            <p className="quiet">
              {words.was_until} <Time moment={until} />
            </p>
            <p className="was">
              <Difference before={before} after={said[at + 1]!} />
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** What went is struck through, what came is underlined: neither is told by colour alone. */
function Difference({ before, after }: { before: string; after: string }) {
  return differenceOf(before, after).map(({ is, text }, at) =>
    is === 'gone' ? (
      <del key={at}>{text}</del>
    ) : is === 'new' ? (
      <ins key={at}>{text}</ins>
    ) : (
      <span key={at}>{text}</span>
    ),
  );
}
