import { Suspense, useState } from 'react';
import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useSession } from '#accounts/web/accounts.tsx';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { api, Icon } from '#ui/ui.ts';
import { useCommands, type Command } from '../frame/commands/commands.ts';
import { useFollow } from './deeds.ts';
import { SnoozeMenu } from './SnoozeMenu.tsx';
import { useWorkWords } from './words/use-words.ts';
import './work.css';

/** In the ticket's head: whether one follows it, and putting it away. */
export function WorkInHeader({ ticket }: { ticket: TicketWithMessages }) {
  return (
    <Suspense fallback={null}>
      <FollowAndSnooze ticket={ticket} />
    </Suspense>
  );
}

function FollowAndSnooze({ ticket }: { ticket: TicketWithMessages }) {
  const words = useWorkWords();
  const { person } = useSession();
  const follow = useFollow(ticket.number);
  const [snoozing, setSnoozing] = useState(false);
  const follows = ticket.followers.some(({ id }) => id === person.id);
  const turn = () => follow.mutate({ person, follows: !follows });
  const command = (id: string, name: string, key: string, run: () => void): Command => ({
    id,
    name,
    where: 'ticket',
    keys: [key],
    group: 'command',
    run,
  });
  useCommands([
    ...(ticket.can.follow
      ? [
          command(
            'follow',
            follows ? words.followers.unfollow_command : words.followers.follow_command,
            'f',
            turn,
          ),
        ]
      : []),
    ...(ticket.can.snooze ? [command('snooze', words.snooze.command, 'b', () => setSnoozing(true))] : []),
  ]);
  const label = follows ? words.followers.following : words.followers.follow;
  return (
    <span className="work-in-header">
      {ticket.can.follow && (
        <button
          type="button"
          className="button bare small only-icon"
          aria-pressed={follows}
          aria-label={label}
          title={`${label} (f)`}
          onClick={turn}
        >
          <Icon name="eye" />
        </button>
      )}
      {ticket.can.snooze && <SnoozeMenu ticket={ticket} open={snoozing} onOpen={setSnoozing} />}
    </span>
  );
}

/** Beside whose turn it is: who has put the ticket away, and that it is back. */
export function SnoozeInHeader({ ticket }: { ticket: TicketWithMessages }) {
  return (
    <Suspense fallback={null}>
      <SnoozeLine ticket={ticket} />
    </Suspense>
  );
}

function SnoozeLine({ ticket: { number, snoozed } }: { ticket: TicketWithMessages }) {
  const words = useWorkWords().snooze;
  const came_back = useSeenBack(number, snoozed?.mine?.state === 'back');
  if (!snoozed) return null;
  const { mine, others } = snoozed;
  const said = [
    mine?.state === 'asleep' && (mine.until ? words.mine(mine.until.words) : words.mine_answer),
    !mine && came_back && words.back,
    mine?.state === 'back' && words.back,
    ...others.map(({ name, until }) => (until ? words.others(name, until.words) : words.others_answer(name))),
  ].filter(sentence => typeof sentence === 'string');
  if (said.length === 0) return null;
  return (
    <span className="snooze-line">
      <Icon name="moon" size={12} /> {said.join(' · ')}
    </span>
  );
}

/** That it is back has been seen with the ticket; here it is said as long as the ticket is open. */
function useSeenBack(number: number, back: boolean): boolean {
  const client = useQueryClient();
  const [came_back, setCameBack] = useState(back);
  useEffect(() => {
    if (!back) return;
    setCameBack(true);
    void api
      .put(`/api/tickets/${number}/snooze/seen`, {})
      .then(() => client.invalidateQueries({ queryKey: ['ticket', number] }))
      .catch(() => undefined);
  }, [back, number, client]);
  return came_back;
}
