import { Suspense, type ReactNode } from 'react';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { useSubmit, type Problem } from '#ui/ui.ts';
import { CustomFields } from '../../fields/CustomFields.tsx';
import { valuesIn, type Written } from '../../fields/written.ts';
import { useTicketChanged } from '../ticket/use-ticket-changed.ts';
import { useTicketFields } from './use-ticket-fields.ts';

interface Solving {
  /** The fields that are still needed before the ticket is solved; nothing where none are. */
  part: (problem: Problem | undefined) => ReactNode;
  /** Keeps what was filled in with the ticket; false when it was refused. */
  save: () => Promise<boolean>;
}

/** What must be filled in before a ticket is solved, in the form that solves it; `written` is that form's draft. */
export function useSolving(
  ticket: TicketWithMessages,
  solves: boolean,
  written: Written,
  change: (more: Record<string, string>) => void,
): Solving {
  const { fields, shown, held, people, today } = useTicketFields(ticket);
  const { submit, problem: refused } = useSubmit<TicketWithMessages>('patch');
  const changed = useTicketChanged();
  const filled = new Set(ticket.fields.map(({ id }) => id));
  const missing = solves ? shown.filter(({ id, required }) => required === 'solving' && !filled.has(id)) : [];
  const save = async () => {
    const given = valuesIn(missing, written);
    if (Object.keys(given).length === 0) return true;
    const after = await submit(`/api/tickets/${ticket.number}`, { fields: given });
    if (after) changed(after);
    return after !== undefined;
  };
  const part = (problem: Problem | undefined) =>
    missing.length > 0 && (
      <Suspense fallback={null}>
        <CustomFields
          fields={fields}
          written={{ ...held, ...written }}
          about={ticket}
          change={change}
          problem={refused ?? problem}
          people={people}
          today={today}
          only={({ id }) => missing.some(field => field.id === id)}
        />
      </Suspense>
    );
  return { part, save };
}
