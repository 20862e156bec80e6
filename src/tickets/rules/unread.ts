import type { Reading } from './attention.ts';

interface Read {
  kind: 'reply' | 'note';
  id: number;
  author: { id: number };
}

/** Whether a message is new to a reader: written by somebody else, and newer than what she has seen. */
export const isUnread = (message: Read, read: Reading, reader: number): boolean =>
  message.author.id !== reader && message.id > read[message.kind];
