import { useQuery } from '@tanstack/react-query';
import type { ChosenWay } from '#accounts/rules/giving.ts';
import type { Team } from '#accounts/rules/team.ts';
import { worksTickets } from '#accounts/rules/who.ts';
import { useSession } from '#accounts/web/accounts.tsx';
import { askAgents } from '#accounts/web/desk/accounts.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { Opener } from '#ui/floating/Opener.tsx';
import { Lines } from '#ui/floating/parts.ts';
import { Face, Icon } from '#ui/ui.ts';
import { askTeams, useAway } from '../handing/asking.ts';
import { useDeskWords } from '../words/use-words.ts';
import { useAssign, useGiveToTeam } from './deeds.ts';

/** By which way the next of a team is chosen where the team itself gives by hand. */
export const wayIn = ({ way }: Team): ChosenWay => (way === 'by_hand' ? 'round_robin' : way);

interface AssigneeProps {
  ticket: TicketWithMessages;
  open: boolean;
  onOpen: (open: boolean) => void;
}

/** Who has it, and for which team it is; a press, or `a`, gives it to another. */
export function Assignee({ ticket, open, onOpen }: AssigneeProps) {
  const words = useDeskWords();
  const { person } = useSession();
  const parts = useParts(ticket);
  const { assignee, team } = ticket;
  const away = useAway()(assignee);
  return (
    <Opener
      opens="menu"
      label={words.ticket.assign}
      className="pick-button assignee"
      floating="assign-menu"
      disabled={!ticket.can.assign}
      open={open}
      onOpen={onOpen}
      floats={close => <Lines label={words.ticket.assign} parts={parts} onClose={close} />}
    >
      <span className="picked">
        <span className="sr">{words.ticket.assign}: </span>
        <Face name={assignee?.name ?? null} ours={assignee?.id === person.id} />
        <span className="assignee-name">
          {assignee?.name ?? (team ? team.name : words.list.nobody)}
          {away && <small title={away.words}> {away.word}</small>}
          {assignee && team && <small> · {team.name}</small>}
        </span>
      </span>
      <Icon name="down" size={12} />
    </Opener>
  );
}

/** The people, then the teams with who is next in each. */
function useParts(ticket: TicketWithMessages) {
  const words = useDeskWords().ticket;
  const { person } = useSession();
  const away = useAway();
  const assign = useAssign(ticket.number);
  const giveTo = useGiveToTeam(ticket.number);
  const agents = (useQuery(askAgents()).data ?? []).filter(({ left, roles }) => !left && worksTickets(roles));
  const teams = useQuery(askTeams()).data?.items ?? [];
  const { assignee, team } = ticket;
  // Who has it may have left since, and still has to be named.
  const known = !assignee || agents.some(({ id }) => id === assignee.id) ? agents : [assignee, ...agents];
  const hint = (id: number) => {
    const now = away({ id });
    const parts = [id === person.id && words.me, now?.words, now?.stand_in && `→ ${now.stand_in.name}`];
    return parts.filter(Boolean).join(', ') || undefined;
  };
  const people = {
    name: words.people,
    options: [
      { id: 'none', name: words.nobody, mark: <Face name={null} /> },
      ...known.map(({ id, name }) => ({
        id: String(id),
        name,
        mark: <Face name={name} ours={id === person.id} />,
        hint: hint(id),
      })),
    ],
    chosen: [assignee ? String(assignee.id) : team ? '' : 'none'],
    onPick: (id: string) => {
      const agent = known.find(each => String(each.id) === id) ?? null;
      if (agent?.id !== assignee?.id) assign.mutate({ agent });
    },
  };
  if (teams.length === 0) return [{ ...people, quiet: true }];
  const lines = teams.flatMap(each => {
    const next = {
      id: `next ${each.id}`,
      name: nextIn(each, words),
      run: () => giveTo.mutate({ team: each, next: wayIn(each) }),
    };
    const alone = {
      id: `team ${each.id}`,
      name: words.to_team(each.name),
      run: () => giveTo.mutate({ team: each }),
    };
    return each.id === team?.id && !assignee ? [next] : [next, alone];
  });
  const give = {
    name: words.teams,
    options: lines,
    onPick: (id: string) => lines.find(line => line.id === id)?.run(),
  };
  return [people, give];
}

type TicketWords = ReturnType<typeof useDeskWords>['ticket'];

export const nextIn = (team: Team, { next_in }: TicketWords): string =>
  (wayIn(team) === 'round_robin' ? next_in.by_turn : next_in.by_load)(team.name);
