import type { WayOfGiving } from '#accounts/rules/giving.ts';
import { afterGiving, whoIsNext, type Asked, type Member } from './choosing.ts';
import { firstFitting, type Fits } from './fitting.ts';

/** Where each of many tickets goes when they go back to the teams. Knows no library. */

interface Shared {
  number: number;
  category: string;
  school_id: number;
  team_id: number | null;
}

/** A team, and who of it can be given tickets. */
export interface SharingTeam<M extends Member> {
  id: number;
  way: WayOfGiving;
  members: readonly M[];
  /** The first turn that is drawn for this. */
  turn: number;
}

export interface Placed<M extends Member> {
  number: number;
  team_id: number | null;
  /** Null: nobody has it. */
  person: M | null;
  /** The turn in which she got it. */
  turn: number | null;
}

/**
 * Each ticket goes to the team it is for, else to that of the first rule that fits, there by the team's way; without
 * a team to nobody. The tickets go in the order given, so that the same ones are shared the same way each time.
 */
export function shareOut<M extends Member>(
  tickets: readonly Shared[],
  teams: readonly SharingTeam<M>[],
  { rules, ...asked }: Asked & { rules: readonly (Fits & { team: number })[] },
): Placed<M>[] {
  const standing = new Map(teams.map(team => [team.id, { ...team }]));
  return tickets.map(ticket => {
    const own = ticket.team_id === null ? undefined : standing.get(ticket.team_id);
    const team = own ?? standing.get(firstFitting(rules, ticket)?.team ?? 0);
    const at = { number: ticket.number, team_id: team?.id ?? null };
    const person = team && team.way !== 'by_hand' ? whoIsNext(team.members, team.way, asked) : undefined;
    if (!team || !person) return { ...at, person: null, turn: null };
    const turn = team.turn++;
    // Who is in several teams has one more ticket in each of them.
    for (const each of standing.values())
      each.members = withOneMore(each, person.id, each === team ? turn : null);
    return { ...at, person, turn };
  });
}

const withOneMore = <M extends Member>({ members }: SharingTeam<M>, id: number, turn: number | null): M[] =>
  members.flatMap(member =>
    member.id === id ? afterGiving([member], id, turn ?? member.last_turn ?? -1) : [member],
  );
