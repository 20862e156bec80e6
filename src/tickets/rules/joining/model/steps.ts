import type { Move } from '../../lifecycle.ts';
import { links, type Link } from '../kinds.ts';
import { linkIn, makeMoveIn, mergeIn, noteIn, partIn, replyIn, splitIn, endIn } from './deeds.ts';
import { empty_world, openIn, shownIn, ticketIn, type Joined, type World } from './world.ts';

/** Random deeds as data. Tickets, messages and joinings are named by any number: the rest of its division is meant. */
export type Step =
  | { does: 'reply'; by: 'school' | 'desk'; on: number }
  | { does: 'note'; on: number }
  | { does: 'move'; move: Move; by: 'school' | 'desk'; on: number }
  | { does: 'merge'; on: number; into: number }
  | { does: 'split'; on: number; picks: readonly number[] }
  | { does: 'link'; on: number; as: Link; with: number }
  | { does: 'part'; which: number; take: boolean };

/** The moves of the walk; the others need a date or Level 2. */
const walked = [
  'take',
  'ask_school',
  'answer',
  'resolve',
  'withdraw',
  'confirm',
  'not_solved',
  'reopen',
  'restore',
] as const satisfies Move[];

/** Four numbers make a step: what, on which ticket, and two more for what it needs. */
export type Throw = readonly [what: number, on: number, more: number, other: number];

const written = ['reply', 'reply', 'note', 'move', 'move', 'move'] as const;
const joined = ['merge', 'merge', 'merge', 'split', 'split', 'split', 'link', 'part', 'part'] as const;
const kinds_of_step = [...written, ...joined];

export function stepOf([what, on, more, other]: Throw): Step {
  const does = kinds_of_step[what % kinds_of_step.length]!;
  const by = more % 2 === 0 ? 'school' : 'desk';
  switch (does) {
    case 'reply':
      return { does, by, on };
    case 'note':
      return { does, on };
    case 'move':
      return { does, move: walked[other % walked.length]!, by, on };
    case 'merge':
      return { does, on, into: other };
    case 'split':
      return { does, on, picks: [more, other, more + 1].slice(0, 1 + (on % 3)) };
    case 'link':
      return { does, on, as: links[more % links.length]!, with: other };
    case 'part':
      return { does, which: other, take: more % 2 === 0 };
  }
}

/** The tickets that every walk begins with: three of one school, one of another. */
export const first_tickets = [1, 1, 1, 2] as const;

export function begin(numbers: readonly number[]): World {
  const world = empty_world();
  for (const [index, number] of numbers.entries()) {
    openIn(world, { number, school_id: first_tickets[index]! });
    replyIn(world, number, 'school', `opens ${number}`);
  }
  return world;
}

/** A step with its tickets, messages and joining named, or undefined where there is none. */
export type Named =
  | { does: 'reply'; by: 'school' | 'desk'; on: number; text: string }
  | { does: 'note'; on: number; text: string }
  | { does: 'move'; move: Move; by: 'school' | 'desk'; on: number; text: string }
  | { does: 'merge'; on: number; into: number }
  | { does: 'split'; on: number; texts: string[] }
  | { does: 'link'; on: number; as: Link; with: number }
  | { does: 'part'; joined: Joined; take: boolean };

export function nameIn(world: World, step: Step): Named | undefined {
  const ticket = (any: number) => world.tickets[any % world.tickets.length]!.number;
  const text = `text ${world.writings.length}`;
  switch (step.does) {
    case 'reply':
    case 'note':
    case 'move':
      return { ...step, on: ticket(step.on), text };
    case 'merge':
      return { ...step, on: ticket(step.on), into: ticket(step.into) };
    case 'link':
      return { ...step, on: ticket(step.on), with: ticket(step.with) };
    case 'split': {
      const on = ticket(step.on);
      const here = shownIn(world, on).filter(({ went_on }) => went_on === null);
      const texts = step.picks.map(pick => here[pick % here.length]?.text).filter(each => each !== undefined);
      return texts.length > 0 ? { does: 'split', on, texts: [...new Set(texts)] } : undefined;
    }
    case 'part': {
      const joined = world.joinings[step.which % world.joinings.length];
      return joined && { does: 'part', joined, take: step.take };
    }
  }
}

/** Plays one; `number` is what a split's ticket is called. Answers whether it was done. */
export function playIn(world: World, named: Named, number: number): boolean {
  switch (named.does) {
    case 'reply':
      return replyIn(world, named.on, named.by, named.text);
    case 'note':
      return noteIn(world, named.on, named.text);
    case 'move':
      return makeMoveIn(world, named.on, named.move, named);
    case 'merge':
      return mergeIn(world, named.on, named.into);
    case 'split':
      return splitIn(world, named.on, named.texts, number);
    case 'link':
      return linkIn(world, named.on, named.as, named.with);
    case 'part':
      partIn(world, named.joined, named.take);
      return true;
  }
}

/** The world in which only what was said and done to each ticket itself has happened. */
export function onlyWritten(world: World): World {
  const plain = empty_world();
  for (const { number, school_id } of world.tickets) openIn(plain, { number, school_id });
  for (const line of world.log) {
    const ticket = ticketIn(plain, line.on);
    if (line.does === 'end') endIn(plain, line.on);
    else if (line.does === 'note') noteIn(plain, ticket.number, line.text);
    else if (line.does === 'reply') replyIn(plain, ticket.number, line.by, line.text);
    else makeMoveIn(plain, ticket.number, line.move, line);
  }
  return plain;
}

/** All that anybody can see of the tickets: how each stands, and what it shows. */
export const pageOf = (world: World) =>
  world.tickets.map(ticket => ({ ...ticket, shown: shownIn(world, ticket.number) }));
