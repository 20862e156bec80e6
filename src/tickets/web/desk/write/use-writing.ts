import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { useDraftFiles } from '#ui/ui.ts';
import { useNoFile } from '../../attached/NoFile.tsx';
import { useGivenBack } from '../undo/given-back.ts';
import { draftOf, useFields } from './use-fields.ts';
import { keptAudience, useGuard } from './use-guard.ts';
import { useSending } from './use-sending.ts';

/**
 * What each form has that writes on a ticket: its draft with its files, to which what was taken back returns, its way
 * to the server, and what guards the field that the school will read (`said`, undefined where it reads none).
 */
export function useWriting(ticket: TicketWithMessages, kind: string, said: string | undefined) {
  const [fields, change, clear, keeping] = useFields(ticket.number, kind);
  const files = useDraftFiles(fields['files'] ?? '', next =>
    change(now => ({ files: next(now['files'] ?? '') })),
  );
  const sending = useSending(ticket.number);
  const guard = useGuard(ticket, fields['to'] ?? '', to => change({ to: keptAudience(to) }), sending.problem);
  const noFile = useNoFile(said ? (fields[said] ?? '') : '', files.items.length);
  useGivenBack(given => {
    const mine = given.ticket === ticket.number && given.writing === kind;
    if (mine) change(draftOf(given));
    return mine;
  });
  /** Whether what the school would read may leave; else the form says why. */
  const mayLeave = () => said === undefined || (guard.check() && !noFile.holdsBack());
  return { fields, change, clear, keeping, files, sending, guard, noFile, mayLeave };
}
