import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { askAgents } from '#accounts/web/desk/accounts.ts';
import { mentionsIn } from '#tickets/rules/mentions.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { PickMenu } from '#ui/floating/PickMenu.tsx';
import { Button, Face, IconButton } from '#ui/ui.ts';
import { useFollow } from './deeds.ts';
import { useWorkWords } from './words/use-words.ts';

/** Who of the iGroup follows the ticket. Nobody does unasked: who is mentioned in a note is offered, not added. */
export function FollowersPart({ ticket }: { ticket: TicketWithMessages }) {
  const words = useWorkWords().followers;
  const { person: me } = useSession();
  const agents = useQuery(askAgents()).data?.filter(({ left }) => !left) ?? [];
  const follow = useFollow(ticket.number);
  const { followers, messages, can } = ticket;
  const on = new Set(followers.map(({ id }) => id));
  const notes = messages.filter(({ kind }) => kind === 'note').map(({ text }) => text);
  const mentioned = new Set(notes.flatMap(text => mentionsIn(text, agents)));
  const offered = can.tasks ? agents.filter(({ id }) => mentioned.has(id) && !on.has(id)) : [];
  return (
    <section className="rail-part work-part" id="followers" tabIndex={-1} aria-label={words.title}>
      <h2>{words.title}</h2>
      {followers.length === 0 && <p className="quiet t-13">{words.none}</p>}
      <ul className="people-on-ticket">
        {followers.map(person => (
          <li key={person.id}>
            <Face name={person.name} ours={person.id === me.id} />
            <span>{person.name}</span>
            {(can.tasks || person.id === me.id) && (
              <IconButton
                small
                icon="x"
                label={words.remove(person.name)}
                onClick={() => {
                  document.getElementById('followers')?.focus();
                  follow.mutate({ person, follows: false });
                }}
              />
            )}
          </li>
        ))}
      </ul>
      {offered.length > 0 && (
        <p className="offered t-13">
          <span className="quiet">{words.mentioned}</span>
          {offered.map(person => (
            <Button
              key={person.id}
              small
              look="bare"
              icon="plus"
              aria-label={words.add_this(person.name)}
              onClick={() => follow.mutate({ person, follows: true })}
            >
              {person.name}
            </Button>
          ))}
        </p>
      )}
      {can.tasks && <AddFollower others={agents.filter(({ id }) => !on.has(id))} number={ticket.number} />}
    </section>
  );
}

interface AddFollowerProps {
  number: number;
  others: readonly { id: number; name: string }[];
}

function AddFollower({ number, others }: AddFollowerProps) {
  const words = useWorkWords().followers;
  const { person: me } = useSession();
  const follow = useFollow(number);
  const [open, setOpen] = useState(false);
  const none = others.length === 0 ? [{ id: 'nobody', name: words.nobody_else }] : [];
  return (
    <PickMenu
      label={words.add}
      value=""
      options={[
        ...others.map(({ id, name }) => ({
          id: String(id),
          name,
          mark: <Face name={name} ours={id === me.id} />,
          ...(id === me.id && { hint: words.me }),
        })),
        ...none,
      ]}
      onPick={id => {
        const person = others.find(other => String(other.id) === id);
        if (person) follow.mutate({ person, follows: true });
      }}
      open={open}
      onOpen={setOpen}
    >
      {words.add}
    </PickMenu>
  );
}
