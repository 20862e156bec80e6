import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { as_ids, openOf, type As } from '#tickets/rules/joining/kinds.ts';
import type { Joining } from '#tickets/rules/joining/joining.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { Button, IconButton } from '#ui/ui.ts';
import { StateShape } from '../../StateShape.tsx';
import { useTicketWords } from '../../words.ts';
import { useCommands, type Command } from '../frame/commands/commands.ts';
import { beginChoosing } from './choosing.ts';
import './joining.css';
import { LinkSheet } from './LinkSheet.tsx';
import { MergeSheet } from './MergeSheet.tsx';
import { PartSheet } from './PartSheet.tsx';
import { useParting } from './use-parting.ts';
import { useJoiningWords } from './use-words.ts';

type Sheet = 'link' | 'merge';

interface JoiningsProps {
  ticket: TicketWithMessages;
  /** Messages are about to be chosen in the talk. */
  onChoosing: () => void;
}

/** What a ticket is joined with, and the ways to join it: by button, by key, from the palette. */
export function Joinings({ ticket, onChoosing }: JoiningsProps) {
  const words = useJoiningWords();
  const { number, can, joinings } = ticket;
  const [sheet, setSheet] = useState<Sheet>();
  const parting = useParting(number);
  const deeds = [
    ...(can.link ? [{ id: 'link' as const, keys: ['l'], run: () => setSheet('link') }] : []),
    ...(can.merge ? [{ id: 'merge' as const, keys: ['m'], run: () => setSheet('merge') }] : []),
    ...(can.split && splittable(ticket)
      ? [{ id: 'split' as const, keys: undefined, run: () => (onChoosing(), beginChoosing(number)) }]
      : []),
  ];
  useCommands([
    ...deeds.map(({ id, keys, run }): Command => ({
      id,
      name: words.does[id],
      where: 'ticket',
      group: 'command',
      ...(keys && { keys }),
      run,
    })),
    ...joinings
      .filter(({ can_part }) => can_part)
      .map((joining): Command => ({
        id: `part ${joining.id}`,
        name: words.does.part(words.parts[joining.as](joining.ticket.number)),
        where: 'ticket',
        group: 'command',
        run: () => parting.begin(joining),
      })),
  ]);
  const { asking } = parting;
  return (
    <section className="rail-part" id="joined-with" tabIndex={-1} aria-label={words.title}>
      <h2>{words.title}</h2>
      {joinings.length === 0 && <p className="quiet t-13">{words.none}</p>}
      {as_ids.map(as => (
        <Group key={as} as={as} ticket={ticket} onPart={parting.begin} />
      ))}
      {deeds.length > 0 && (
        <div className="join-deeds">
          {deeds.map(({ id, run }) => (
            <Button key={id} small onClick={run}>
              {words[id]}…
            </Button>
          ))}
        </div>
      )}
      {sheet === 'link' && <LinkSheet ticket={ticket} onClose={() => setSheet(undefined)} />}
      {sheet === 'merge' && <MergeSheet ticket={ticket} onClose={() => setSheet(undefined)} />}
      {asking && (
        <PartSheet
          parting={asking}
          parted={asking.joining.as === 'merged_into' ? number : asking.joining.ticket.number}
          onPart={take => parting.part(asking.joining, take)}
          onClose={parting.leave}
        />
      )}
    </section>
  );
}

/** One message has to stay. */
const splittable = ({ messages }: TicketWithMessages) =>
  messages.filter(({ kind, went_on }) => kind === 'reply' && went_on === null).length > 1;

interface GroupProps {
  as: As;
  ticket: TicketWithMessages;
  onPart: (joining: Joining) => void;
}

function Group({ as, ticket, onPart }: GroupProps) {
  const words = useJoiningWords();
  const those = ticket.joinings.filter(joining => joining.as === as);
  if (those.length === 0) return null;
  const tickets = those.map(({ ticket: other }) => other);
  return (
    <div className="joined">
      <h3>
        {words.groups[as]}
        {as === 'child' && <span>{words.open_of(openOf(tickets), tickets.length)}</span>}
      </h3>
      <ul>
        {those.map(joining => (
          <li key={joining.id}>
            <JoinedLine joining={joining} school={ticket.school.id} />
            {joining.can_part && (
              <IconButton
                small
                icon="x"
                label={
                  joining.until
                    ? `${words.undo_it(words.parts[as](joining.ticket.number))}. ${words.undo_until(joining.until.words)}`
                    : words.undo_it(words.parts[as](joining.ticket.number))
                }
                onClick={() => {
                  // The line goes with it: the focus stays with the links.
                  document.getElementById('joined-with')?.focus();
                  onPart(joining);
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function JoinedLine({ joining: { ticket }, school }: { joining: Joining; school: number }) {
  const { states } = useTicketWords();
  return (
    <Link
      to="/desk/tickets/$number"
      params={{ number: String(ticket.number) }}
      search={true}
      title={`${ticket.subject} · ${ticket.school.name}`}
    >
      <StateShape state={ticket.state} label={states[ticket.state]} />
      <span className="other-subject">
        {ticket.school.id !== school && <b>{ticket.school.code} </b>}
        {ticket.subject}
      </span>
      <span className="quiet">{ticket.number}</span>
    </Link>
  );
}
