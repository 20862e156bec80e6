import { z } from 'zod';

/** How far a person has read a ticket: the newest reply and the newest note that she has seen; 0 is none. */

const message = () => z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

export const Reading = z.object({ reply: message(), note: message() });
export type Reading = z.infer<typeof Reading>;

/** What a page tells: what it leaves out was not looked at. */
export const ReadUpTo = z.object({ reply: message().default(0), note: message().default(0) });
export type ReadUpTo = z.input<typeof ReadUpTo>;

interface Read {
  kind: 'reply' | 'note';
  id: number;
  author: { id: number };
}

/** Whether a message is new to a reader: written by somebody else, and newer than what she has seen. */
export const isUnread = (message: Read, read: Reading, reader: number): boolean =>
  message.author.id !== reader && message.id > read[message.kind];
