import { useSession } from '#accounts/web/accounts.tsx';
import type { TakenBack } from '#tickets/rules/ticket.ts';
import { useDraft, useHolds, type Keeping } from '#ui/ui.ts';

/** What is written in a form, by its fields' names. */
export type Fields = Record<string, string>;

/** Whose and what: another person at this computer, another ticket, another kind of text is another draft. */
const keyOf = (person: number, ticket: number | 'new', kind: string) =>
  ticket === 'new' ? `${person}:new:${kind}` : `${person}:ticket:${ticket}:${kind}`;

const empty: Fields = {};

/**
 * What is being written, kept until it is sent: a draft for each ticket and each kind of text, so that nothing written
 * for the iGroup can slip into what the school reads. Signing out forgets them on this computer; the server has them.
 * A changed field may be told by what is there by then, for what comes late (a file).
 */
export function useFields(
  ticket: number | 'new',
  kind: string,
): [Fields, (changed: Fields | ((now: Fields) => Fields)) => void, () => void, Keeping] {
  const { person } = useSession();
  const { value, change, clear, keeping } = useDraft<Fields>(keyOf(person.id, ticket, kind), empty);
  return [value, change, clear, keeping];
}

/** What was taken back, as the draft of its form keeps it. */
export const draftOf = ({ fields, files }: Pick<TakenBack, 'fields' | 'files'>): Fields => ({
  ...Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value === true ? 'yes' : String(value)]),
  ),
  files: files.length > 0 ? JSON.stringify(files) : '',
});

/** Whether something unsent is there. */
export function useHasDraft(ticket: number): (kind: string) => boolean {
  const { person } = useSession();
  const holds = useHolds(keyOf(person.id, ticket, ''));
  return kind => holds(keyOf(person.id, ticket, kind));
}
