import { useRef } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { useTicketWords } from '#tickets/web/words.ts';
import { Face, IconButton } from '#ui/ui.ts';
import { usePortalWords } from '../../words.ts';
import type { OfTicket } from '../TicketPage.tsx';
import { AddColleague } from './AddColleague.tsx';
import './people.css';
import { usePutPeople } from './use-put-people.ts';

/** Who is on the ticket: who asked, the colleagues put on it, who has it; and what it is about. */
export function People(of: OfTicket) {
  const { ticket } = of;
  const words = usePortalWords().ticket;
  const { categories, impacts, urgencies } = useTicketWords();
  return (
    <>
      <OnTicket {...of} />
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

function OnTicket(of: OfTicket) {
  const { ticket } = of;
  const { ticket: words, people } = usePortalWords();
  const { school, person: me } = useSession();
  const { remove } = usePutPeople(of);
  const list = useRef<HTMLHeadingElement>(null);
  return (
    <section>
      <h2 ref={list} tabIndex={-1}>
        {words.people}
      </h2>
      <ul className="people">
        <Person name={ticket.requester.name} is={words.person_asked(school?.name ?? '')} />
        {ticket.people.map(person => (
          <Person
            key={person.id}
            name={person.name}
            is={person.id === me.id ? people.you_follow : people.follows}
          >
            {ticket.can.add_people && person.from === null && (
              <IconButton
                small
                icon="x"
                label={people.remove(person.name)}
                onClick={() => {
                  // The button goes with her: the focus stays with the list.
                  list.current?.focus();
                  void remove(person);
                }}
              />
            )}
          </Person>
        ))}
        {ticket.assignee && (
          <Person name={ticket.assignee.name} is={ticket.ended ? words.desk : words.person_has} ours />
        )}
      </ul>
      {ticket.can.add_people && <AddColleague {...of} />}
    </section>
  );
}

interface PersonProps {
  name: string;
  is: string;
  ours?: boolean;
  children?: React.ReactNode;
}

function Person({ name, is, ours = false, children }: PersonProps) {
  return (
    <li>
      <Face name={name} ours={ours} />
      <span>
        {name}
        <span className="quiet t-14">{is}</span>
      </span>
      {children}
    </li>
  );
}
