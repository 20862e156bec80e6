import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSchoolWords } from '#schools/web/schools.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { PickMenu } from '#ui/floating/PickMenu.tsx';
import { Face, IconButton, laterWords } from '#ui/ui.ts';
import { askColleagues } from '../asking.ts';
import { usePutPeople } from './use-put-people.ts';
import type { PeopleOnTicketWords } from './words/en.ts';

export const usePeopleWords = laterWords<PeopleOnTicketWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

/** Who of the school is on the ticket: the one who asked, and the colleagues put on it. */
export function PeopleOnTicket({ ticket }: { ticket: TicketWithMessages }) {
  const words = usePeopleWords();
  const { roles } = useSchoolWords();
  const { remove } = usePutPeople(ticket.number);
  return (
    <section className="rail-part" id="people-on-ticket" tabIndex={-1} aria-label={words.title}>
      <h2>{words.title}</h2>
      <ul className="people-on-ticket">
        <li>
          <Face name={ticket.requester.name} />
          <span>
            {ticket.requester.name} <span className="quiet t-13">{words.asked}</span>
          </span>
        </li>
        {ticket.people.map(person => (
          <li key={person.id}>
            <Face name={person.name} />
            <span>
              {person.name}{' '}
              <span className="quiet t-13">{person.roles.map(role => roles[role]).join(', ')}</span>
            </span>
            {ticket.can.add_people && person.from === null && (
              <IconButton
                small
                icon="x"
                label={words.remove(person.name)}
                onClick={() => {
                  // The button goes with her: the focus stays with the list.
                  document.getElementById('people-on-ticket')?.focus();
                  remove.mutate(person);
                }}
              />
            )}
          </li>
        ))}
      </ul>
      {ticket.can.add_people && <AddPerson ticket={ticket} />}
    </section>
  );
}

/** The others of the school, asked for when somebody wants to choose. */
function AddPerson({ ticket }: { ticket: TicketWithMessages }) {
  const words = usePeopleWords();
  const [open, setOpen] = useState(false);
  const { add } = usePutPeople(ticket.number);
  const on = new Set(ticket.people.map(({ id }) => id));
  const { data } = useQuery({ ...askColleagues(ticket.number), enabled: open });
  const others = data?.filter(({ id }) => !on.has(id)) ?? [];
  const none = data && others.length === 0 ? [{ id: 'nobody', name: words.nobody_else }] : [];
  return (
    <PickMenu
      label={words.add}
      value=""
      options={[
        ...others.map(({ id, name }) => ({ id: String(id), name, mark: <Face name={name} /> })),
        ...none,
      ]}
      onPick={id => {
        const person = others.find(other => String(other.id) === id);
        if (person) add.mutate(person);
      }}
      // Only with its lines, so that the keyboard begins at the first.
      open={open && data !== undefined}
      onOpen={setOpen}
    >
      {words.add}
    </PickMenu>
  );
}
