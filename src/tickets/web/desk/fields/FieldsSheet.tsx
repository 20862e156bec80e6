import { useState } from 'react';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { shownFields } from '#tickets/rules/fields/filling.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { useSubmit } from '#ui/ui.ts';
import { CustomFields } from '../../fields/CustomFields.tsx';
import { valuesIn, type Written } from '../../fields/written.ts';
import { useTicketChanged } from '../ticket/use-ticket-changed.ts';
import { useDone } from '../undo/use-done.ts';
import { changedIn, useTicketFields } from './use-ticket-fields.ts';
import { useFieldsWords } from './words.ts';

/** The ticket's own form, to correct: saved as one deed, which can be undone. */
export function FieldsSheet({ ticket, onClose }: { ticket: TicketWithMessages; onClose: () => void }) {
  const words = useFieldsWords().on_ticket;
  const { fields, held, people, today } = useTicketFields(ticket);
  const [written, setWritten] = useState<Written>(held);
  const { submit, busy, problem } = useSubmit<TicketWithMessages>('patch');
  const changed = useTicketChanged();
  const done = useDone();
  const save = async () => {
    // What is hidden by now is dropped at the server, by the same rule.
    const shown = shownFields(fields, valuesIn(fields, written), ticket);
    const change = changedIn(shown, held, written);
    if (Object.keys(change).length > 0) {
      const after = await submit(`/api/tickets/${ticket.number}`, { fields: change });
      if (!after) return;
      changed(after);
      done(after, words.saved);
    }
    onClose();
  };
  return (
    <SheetForm
      title={words.title}
      deed={words.save}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <CustomFields
        fields={fields}
        written={written}
        about={ticket}
        change={more => setWritten(now => ({ ...now, ...more }))}
        problem={problem}
        people={people}
        today={today}
      />
    </SheetForm>
  );
}
