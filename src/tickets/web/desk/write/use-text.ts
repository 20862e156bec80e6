import { useEffect, useRef, useState, type RefObject } from 'react';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import type { Files } from '#ui/files.ts';
import type { Keeping, Problem } from '#ui/ui.ts';
import { withText } from '../macros/laying.ts';
import { useDeskWords } from '../words/use-words.ts';
import { audienceOf, keptAudience, type Guard } from './use-guard.ts';
import type { Fields } from './use-fields.ts';
import { useWriting } from './use-writing.ts';

/** One text to one door: its draft, its files, what guards it, and what became of it. */
export interface Text {
  /** All that its draft holds, and how to change what is no text. */
  fields: Fields;
  change: (changed: Fields) => void;
  value: string;
  set: (value: string) => void;
  files: Files;
  keeping: Keeping;
  busy: boolean;
  problem: Problem | undefined;
  /** What is missing before it can be sent at all. */
  missing: string | undefined;
  /** Of a reply; a note has no readers outside and needs none. */
  guard: Guard;
  /** It speaks of a file, and there is none. */
  asks_for_file: boolean;
  /** It was stopped, since a variable is not filled in. */
  unfilled: boolean;
  area: RefObject<HTMLTextAreaElement | null>;
  send: (sending: Sending) => void;
}

export interface Sending {
  deed: 'replies' | 'notes' | 'moves';
  shape: (body: { text: string; files: string[] }) => object;
  /** What follows when it is done. */
  then: (ticket: TicketWithMessages) => void;
}

export function useText(ticket: TicketWithMessages, kind: 'reply' | 'note'): Text {
  const words = useDeskWords().write;
  const said = kind === 'reply' ? 'text' : undefined;
  const area = useRef<HTMLTextAreaElement>(null);
  const writing = useWriting(ticket, kind, { said, area: () => area.current });
  const { fields, change, clear, keeping, files, sending, guard, noFile, unfilled, mayLeave } = writing;
  const [missing, setMissing] = useState<string>();
  const value = fields['text'] ?? '';

  const sendNow = ({ deed, shape, then }: Sending) => {
    setMissing(undefined);
    if (!mayLeave()) return;
    const body = {
      ...shape({ text: value, files: files.ids }),
      ...withText(fields),
      ...(said && guard.body()),
    };
    void sending.send(deed, body).then(ticket => {
      if (!ticket) return;
      clear();
      files.clear();
      then(ticket);
    });
  };
  const sendWithFiles = useWhenArrived(files, sendNow);
  return {
    ...{ fields, change, unfilled, area },
    value,
    set: text => {
      // Whom it is for is fixed with the first letter.
      const begins = value === '' && text !== '';
      change({
        text,
        ...(begins && { to: keptAudience(audienceOf(ticket)) }),
        ...(text === '' && { to: '' }),
      });
      setMissing(undefined);
      if (sending.problem) sending.clear();
    },
    files,
    keeping,
    busy: sending.busy,
    problem: sending.problem,
    missing,
    guard,
    asks_for_file: noFile.asking,
    send: asked => {
      if (!value.trim()) return setMissing(words.first_write);
      if (files.pending) setMissing(words.wait_for_files);
      sendWithFiles(asked);
    },
  };
}

/** Sends at once, or as soon as the files that are on their way are there. */
export function useWhenArrived<Asked>(files: Files, send: (asked: Asked) => void): (asked: Asked) => void {
  const waiting = useRef<Asked>(undefined);
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(() => {
    if (files.pending || waiting.current === undefined) return;
    const asked = waiting.current;
    waiting.current = undefined;
    latest.current(asked);
  }, [files.pending]);
  return asked => {
    if (files.pending) waiting.current = asked;
    else send(asked);
  };
}
