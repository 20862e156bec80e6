import { useQuery } from '@tanstack/react-query';
import { useSession } from '#accounts/web/accounts.tsx';
import { askAgents } from '#accounts/web/desk/accounts.ts';
import { extents } from '#sla/rules/targets.ts';
import { impacts, priorityOf, urgencies } from '#tickets/rules/priority.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { worksTickets } from '#accounts/rules/who.ts';
import { useTicketWords } from '../../words.ts';
import { useCommands, type Command } from '../frame/commands/commands.ts';
import { openPalette } from '../frame/palette/open.ts';
import { useRecent } from '../frame/palette/recent.ts';
import { useKeys } from '../frame/use-keys.ts';
import { useFrameWords } from '../frame/words/use-words.ts';
import { useTagCommands } from '../tags/use-tagging.ts';
import { useCopyCommands } from './use-copy-commands.ts';
import { askTeams } from '../handing/asking.ts';
import { useDeskWords } from '../words/use-words.ts';
import { nextIn, wayIn } from './Assignee.tsx';
import { useAssign, useChange, useGiveToTeam } from './deeds.ts';

/** What can be done with the open ticket without its buttons: who has it, and how urgent it is. */
export function useTicketCommands(ticket: TicketWithMessages): void {
  useRecent(ticket);
  useTagCommands(ticket);
  useCopyCommands(ticket);
  const priority = usePriorityCommands(ticket);
  useCommands([...useAssignCommands(ticket), ...priority]);
  useKeys(priority.length > 0 ? { p: () => openPalette('priority') } : {});
}

function useAssignCommands({ number, can, assignee }: TicketWithMessages): Command[] {
  const words = useFrameWords().palette;
  const { person } = useSession();
  const assign = useAssign(number);
  const agents = useQuery({ ...askAgents(), enabled: can.assign }).data ?? [];
  const teams = useTeamCommands(number, can.assign);
  if (!can.assign) return [];
  const able = agents.filter(({ left, roles, id }) => !left && worksTickets(roles) && id !== assignee?.id);
  const to = (agent: { id: number; name: string } | null, name: string): Command => ({
    id: `assign ${agent?.id ?? 'nobody'}`,
    name,
    where: 'ticket',
    group: 'assign',
    run: () => assign.mutate({ agent }),
  });
  return [
    ...able.filter(({ id }) => id !== person.id).map(agent => to(agent, words.assign_to(agent.name))),
    ...(assignee ? [to(null, words.assign_to_nobody)] : []),
    ...teams,
  ];
}

function useTeamCommands(number: number, can: boolean): Command[] {
  const { ticket } = useDeskWords();
  const giveTo = useGiveToTeam(number);
  const teams = useQuery({ ...askTeams(), enabled: can }).data?.items ?? [];
  const to = (id: string, name: string, run: () => void): Command => ({
    id,
    name,
    where: 'ticket',
    group: 'assign',
    run,
  });
  return teams.flatMap(team => [
    to(`next in ${team.id}`, `${ticket.assign}: ${nextIn(team, ticket)}`, () =>
      giveTo.mutate({ team, next: wayIn(team) }),
    ),
    to(`team ${team.id}`, `${ticket.assign}: ${ticket.to_team(team.name)}`, () => giveTo.mutate({ team })),
  ]);
}

/** Priority follows from how many are affected and how urgent it is (process.json): one of the two is changed. */
function usePriorityCommands({
  number,
  can,
  inside,
  impact,
  urgency,
  promised,
}: TicketWithMessages): Command[] {
  const words = useFrameWords().palette;
  const labels = useTicketWords();
  const change = useChange(number);
  if (!can.change) return [];
  const to = (id: string, name: string, given: Parameters<typeof change.mutate>[0]): Command => {
    const same = (given.impact ?? impact) === impact && (given.urgency ?? urgency) === urgency;
    const gives = priorityOf(given.impact ?? impact, given.urgency ?? urgency);
    return {
      id: `priority ${id}`,
      name,
      where: 'ticket',
      group: 'priority',
      hint: same ? words.now : gives,
      run: () => !same && change.mutate(given),
    };
  };
  return [
    ...(inside ? [] : extents).map(extent => ({
      ...{ id: `promised ${extent}`, name: words.promised(labels.extents[extent]) },
      ...{ where: 'ticket' as const, group: 'priority' as const },
      hint: extent === promised ? words.now : undefined,
      run: () => void (extent !== promised && change.mutate({ promised: extent })),
    })),
    ...urgencies.map(each => to(each, words.urgency(labels.urgencies[each]), { urgency: each })),
    ...impacts.map(each => to(each, words.affected(labels.impacts[each]), { impact: each })),
  ];
}
