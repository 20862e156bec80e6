import { useState } from 'react';
import { links, type Link } from '#tickets/rules/joining/kinds.ts';
import type { Choice } from '#tickets/rules/joining/joining.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { RadioGroup, useSubmit } from '#ui/ui.ts';
import { PickTicket } from './PickTicket.tsx';
import { useFocusDeed } from './use-focus-deed.ts';
import { useJoined } from './use-joined.ts';
import { useJoiningWords } from './use-words.ts';

/** Links a ticket with another, of this school or of any. */
export function LinkSheet({ ticket, onClose }: { ticket: TicketWithMessages; onClose: () => void }) {
  const words = useJoiningWords().link_sheet;
  const joined = useJoined();
  const [as, setAs] = useState<Link>('related');
  const [chosen, setChosen] = useState<Choice>();
  const { submit, busy, problem, clear } = useSubmit<TicketWithMessages>();
  const box = useFocusDeed(chosen);
  const link = async () => {
    if (!chosen) return;
    const after = await submit(`/api/tickets/${ticket.number}/links`, { as, ticket: chosen.number });
    if (!after) return;
    joined(after, chosen.number, words.done(chosen.number));
    onClose();
  };
  const inside = as === 'parent' || as === 'child' || chosen?.same_school === false;
  return (
    <SheetForm
      title={words.title(ticket.number)}
      deed={words.deed(chosen?.number)}
      cancel={words.cancel}
      busy={busy || !chosen}
      problem={problem}
      onSubmit={() => void link()}
      onClose={onClose}
    >
      <div ref={box} className="link-sheet">
        <PickTicket
          number={ticket.number}
          for="link"
          chosen={chosen}
          error={problem?.of('ticket')}
          onChoose={choice => {
            clear();
            setChosen(choice);
          }}
        />
        <RadioGroup
          label={words.as}
          name="link-as"
          choices={links.map(value => ({ value, label: words.choices[value] }))}
          value={as}
          onChange={value => {
            clear();
            setAs(value);
          }}
        />
        {inside && <p className="quiet t-13">{words.desk_only}</p>}
      </div>
    </SheetForm>
  );
}
