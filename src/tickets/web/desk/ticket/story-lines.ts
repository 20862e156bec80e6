import type { HistoryLine, Message } from '#tickets/rules/ticket.ts';

/** What a message shows by itself is no change. */
const told_by_messages = new Set(['opened', 'opened_for', 'replied', 'noted', 'reply_edited', 'note_edited']);

/** What the iGroup alone may know of a deed comes as a line of its own: for the desk it is one deed. */
export function joinInside(lines: readonly HistoryLine[]): HistoryLine[] {
  const joined: HistoryLine[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    if (line.kind === 'inside' && before?.at.at === line.at.at && before.who === line.who)
      joined[joined.length - 1] = { ...before, changes: [...before.changes, ...line.changes] };
    else joined.push(line);
  }
  return joined;
}

export type Told = { message: Message } | { changes: HistoryLine[] };

/** Messages, oldest first, and between them what changed meanwhile, gathered. */
export function tellStory(messages: readonly Message[], history: readonly HistoryLine[]): Told[] {
  const changes = joinInside(history).filter(({ kind }) => !told_by_messages.has(kind));
  const told: Told[] = [];
  let at = 0;
  const tellChangesUntil = (until: string | undefined) => {
    const from = at;
    while (at < changes.length && (until === undefined || changes[at]!.at.at < until)) at++;
    if (at > from) told.push({ changes: changes.slice(from, at) });
  };
  for (const message of messages) {
    tellChangesUntil(message.written.at);
    told.push({ message });
  }
  tellChangesUntil(undefined);
  return told;
}
