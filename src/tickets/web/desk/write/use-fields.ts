import { useSession } from '#accounts/web/accounts.tsx';
import { remembered, useDraft } from '#ui/ui.ts';

/** What is written in a form, by its fields' names. */
export type Fields = Record<string, string>;

/** Whose and what: another person at this computer, another ticket, another kind of text is another draft. */
const keyOf = (person: number, ticket: number | 'new', kind: string) => `${person}:${ticket}:${kind}`;

/**
 * What is being written, kept on this computer until it is sent: a draft for each ticket and each kind of text,
 * so that nothing written for the iGroup can slip into what the school reads. Signing out forgets them all.
 */
export function useFields(
  ticket: number | 'new',
  kind: string,
): [Fields, (changed: Fields) => void, () => void] {
  const { person } = useSession();
  const { value, set, clear } = useDraft<Fields>(keyOf(person.id, ticket, kind), {});
  return [value, changed => set({ ...value, ...changed }), clear];
}

/** Whether something unsent is there. */
export function useHasDraft(ticket: number): (kind: string) => boolean {
  const { person } = useSession();
  return kind => /:"[^"]/.test(remembered(`draft:${keyOf(person.id, ticket, kind)}`) ?? '');
}
