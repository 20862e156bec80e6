import { useState } from 'react';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { useDraftFiles } from '#ui/files.ts';
import { useNoFile } from '../../attached/NoFile.tsx';
import { unfilledOf } from '../macros/laying.ts';
import { selectUnfilled, useLaying, type Area } from '../macros/use-laying.ts';
import { useGivenBack } from '../undo/given-back.ts';
import { draftOf, useFields } from './use-fields.ts';
import { audienceOf, keptAudience, useGuard } from './use-guard.ts';
import { useSending } from './use-sending.ts';

/**
 * What each form has that writes on a ticket: its draft with its files, to which what was taken back returns, its way
 * to the server, and what guards the field that the school will read (`said`, undefined where it reads none).
 */
export function useWriting(
  ticket: TicketWithMessages,
  kind: string,
  { said, area }: { said: string | undefined; area: Area },
) {
  const [fields, change, clear, keeping] = useFields(ticket.number, kind);
  const files = useDraftFiles(fields['files'] ?? '', next =>
    change(now => ({ files: next(now['files'] ?? '') })),
  );
  const sending = useSending(ticket.number);
  const guard = useGuard(ticket, fields['to'] ?? '', to => change({ to: keptAudience(to) }), sending.problem);
  const noFile = useNoFile(said ? (fields[said] ?? '') : '', files.items.length);
  const lay = useLaying(area, change);
  useGivenBack(given => {
    const mine = given.ticket === ticket.number && given.writing === kind;
    if (!mine) return false;
    const { laid } = given;
    if (!laid) change(draftOf(given));
    // Whom it is for is fixed with the first letter, whoever wrote that.
    else lay(laid, said && !fields['to'] ? { to: keptAudience(audienceOf(ticket)) } : {});
    return true;
  });
  const [unfilled, setUnfilled] = useState(false);
  const isFilled = () => {
    const holds = unfilledOf(fields).length > 0;
    setUnfilled(holds);
    const element = area();
    if (holds && element) selectUnfilled(element);
    return !holds;
  };
  /** Whether what was written may leave; else the form says why. */
  const mayLeave = () => isFilled() && (said === undefined || (guard.check() && !noFile.holdsBack()));
  return { fields, change, clear, keeping, files, sending, guard, noFile, unfilled, mayLeave };
}
