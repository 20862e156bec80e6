import { useSession } from '#accounts/web/accounts.tsx';
import { useTicketWords } from '#tickets/web/words.ts';
import { Face } from '#ui/ui.ts';
import type { TicketWithMessages } from '../../../rules/ticket.ts';
import { usePortalWords } from '../words.ts';

/** Who asked, who has it, what it is about. */
export function People({ ticket }: { ticket: TicketWithMessages }) {
  const words = usePortalWords().ticket;
  const { categories, impacts, urgencies } = useTicketWords();
  const { school } = useSession();
  return (
    <>
      <section>
        <h2>{words.people}</h2>
        <ul className="people">
          <Person name={ticket.requester.name} is={words.person_asked(school?.name ?? '')} />
          {ticket.assignee && (
            <Person name={ticket.assignee.name} is={ticket.ended ? words.desk : words.person_has} ours />
          )}
        </ul>
      </section>
      <section>
        <h2>{words.about}</h2>
        <ul className="about">
          <li>{categories[ticket.category]}</li>
          <li>{impacts[ticket.impact]}</li>
          <li>{urgencies[ticket.urgency]}</li>
        </ul>
      </section>
    </>
  );
}

function Person({ name, is, ours = false }: { name: string; is: string; ours?: boolean }) {
  return (
    <li>
      <Face name={name} ours={ours} />
      <span>
        {name}
        <span className="quiet t-14">{is}</span>
      </span>
    </li>
  );
}
