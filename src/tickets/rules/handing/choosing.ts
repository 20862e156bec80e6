import type { ChosenWay } from '#accounts/rules/giving.ts';
import { awayAt, type Told } from '../absences/away.ts';

/** Who of a team gets the next ticket. Knows no library. */

export interface Member extends Told {
  id: number;
  open_tickets: number;
  /** The turn in which she was given one last: a greater number is later; null is never. */
  last_turn: number | null;
}

/** When it is asked, and by which clock hours and absences are meant. */
export interface Asked {
  now: Date;
  zone: string;
}

/**
 * Who gets the next ticket of a team: of those who are there, in turn (`round_robin`) whoever has waited longest, by
 * load (`least_loaded`) whoever has the fewest open tickets, among equals again who has waited longest, then by id.
 * Undefined when nobody is there: the ticket stays with the team.
 */
export function whoIsNext<M extends Member>(
  members: readonly M[],
  way: ChosenWay,
  { now, zone }: Asked,
): M | undefined {
  const there = members.filter(member => awayAt(member, now, zone) === null);
  return there.sort((one, other) => load(way, one, other) || waited(one, other) || one.id - other.id)[0];
}

const load = (way: ChosenWay, one: Member, other: Member) =>
  way === 'least_loaded' ? one.open_tickets - other.open_tickets : 0;

const waited = (one: Member, other: Member) => (one.last_turn ?? -1) - (other.last_turn ?? -1);

/** A team's members as they are after one of them was given a ticket in this turn. */
export const afterGiving = <M extends Member>(members: readonly M[], id: number, turn: number): M[] =>
  members.map(member =>
    member.id === id ? { ...member, open_tickets: member.open_tickets + 1, last_turn: turn } : member,
  );
