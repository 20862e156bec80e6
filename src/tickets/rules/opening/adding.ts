/** A question that is added to a ticket in place of a ticket of its own. Knows no library. */

interface Question {
  subject: string;
  description?: string;
}

/** What she has typed, as one message: its line and its text, without the one that is empty. */
export const asMessage = ({ subject, description = '' }: Question): string =>
  [subject, description]
    .map(text => text.trim())
    .filter(Boolean)
    .join('\n\n');

/** Puts it under what stands there; what stands at its end already is not put there twice. */
export function addedTo(text: string, message: string): string {
  const before = text.trimEnd();
  if (before === message || before.endsWith(`\n\n${message}`)) return text;
  return before === '' ? message : `${before}\n\n${message}`;
}

/** Whether a question was sent whole with that message: nothing was written on since, and no file waits with it. */
export const isSentWith = (
  { subject = '', description = '', files = '' }: Record<string, string>,
  message: string,
): boolean => files === '' && message !== '' && asMessage({ subject, description }) === message;
