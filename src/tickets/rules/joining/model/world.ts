import type { Move, State } from '../../lifecycle.ts';
import type { Kind } from '../kinds.ts';

/**
 * Joined tickets without a database: what each deed leaves behind and what each ticket shows. Random deeds are played
 * here and through the API, and the two are held equal.
 */

export interface Stood {
  state: State;
  resolution_code: string | null;
}
export interface ModelTicket extends Stood {
  number: number;
  school_id: number;
}
/** A reply or a note; its text is its name. */
export interface Writing {
  id: number;
  text: string;
  kind: 'reply' | 'note';
  home: number;
  by: 'school' | 'desk';
  at: number;
}
export interface Joined {
  id: number;
  kind: Kind;
  from: number;
  to: number;
  at: number;
  texts: readonly string[];
  was?: Stood;
}
/** What was said and done to a ticket itself, and how a ticket that was left empty ended. */
export type Logged = { on: number } & (
  | { does: 'reply'; by: 'school' | 'desk'; text: string }
  | { does: 'note'; text: string }
  | { does: 'move'; move: Move; by: 'school' | 'desk'; text: string }
  | { does: 'end' }
);
export interface World {
  tickets: ModelTicket[];
  writings: Writing[];
  joinings: Joined[];
  log: Logged[];
  now: number;
}

export const empty_world = (): World => ({ tickets: [], writings: [], joinings: [], log: [], now: 0 });

export const ticketIn = (world: World, number: number): ModelTicket =>
  world.tickets.find(ticket => ticket.number === number)!;

export function openIn(world: World, ticket: Pick<ModelTicket, 'number' | 'school_id'>): void {
  world.tickets.push({ ...ticket, state: 'new', resolution_code: null });
}

const merges = (world: World) => world.joinings.filter(({ kind }) => kind === 'merged');
export const splits = (world: World) => world.joinings.filter(({ kind }) => kind === 'split');

/** A ticket and all that are merged into it. */
export function familyIn(world: World, number: number): Set<number> {
  const family = new Set([number]);
  for (const each of family) for (const { from, to } of merges(world)) if (to === each) family.add(from);
  return family;
}

/** Where a ticket goes on, or itself. */
export function lastIn(world: World, number: number): number {
  const on = merges(world).find(({ from }) => from === number);
  return on ? lastIn(world, on.to) : number;
}

export const placeIn = (world: World, { text, home }: Writing): number =>
  splits(world).findLast(({ texts }) => texts.includes(text))?.to ?? home;

export interface Shown {
  text: string;
  kind: 'reply' | 'note';
  origin: number | null;
  went_on: number | null;
}

/** What a ticket shows, oldest first. */
export function shownIn(world: World, number: number): Shown[] {
  const family = familyIn(world, number);
  const brought = new Set(
    splits(world)
      .filter(({ from, to }) => family.has(from) || family.has(to))
      .flatMap(({ texts }) => texts),
  );
  return world.writings
    .filter(({ home, text }) => family.has(home) || brought.has(text))
    .map(writing => {
      const place = placeIn(world, writing);
      return {
        text: writing.text,
        kind: writing.kind,
        origin: writing.home === number ? null : writing.home,
        went_on: family.has(place) ? null : place,
      };
    });
}
