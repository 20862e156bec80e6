import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMerged } from '../kinds.ts';
import { partIn } from './deeds.ts';
import { begin, first_tickets, nameIn, onlyWritten, pageOf, playIn, stepOf, type Throw } from './steps.ts';
import { lastIn, placeIn, shownIn, type World } from './world.ts';

const any = fc.nat(1_000_000);
const throws = fc.array(fc.tuple(any, any, any, any), { maxLength: 40, size: 'max' });

function walk(thrown: readonly Throw[], each: (world: World) => void = () => {}): World {
  const world = begin(first_tickets.map((_, index) => index + 1));
  for (const one of thrown) {
    const named = nameIn(world, stepOf(one));
    if (named) playIn(world, named, world.tickets.length + 1);
    each(world);
  }
  return world;
}

test('whatever is joined, every message stands in exactly the ticket that it goes on in', () => {
  fc.assert(
    fc.property(throws, thrown => {
      const world = walk(thrown);
      for (const writing of world.writings) {
        const stands = world.tickets.filter(
          ({ number, ...ticket }) =>
            !isMerged(ticket) &&
            shownIn(world, number).some(({ text, went_on }) => text === writing.text && went_on === null),
        );
        expect(stands.map(({ number }) => number)).toEqual([lastIn(world, placeIn(world, writing))]);
      }
    }),
    { numRuns: 300 },
  );
});

test('whatever is joined, only what is merged has gone on, within one school, and in no circle', () => {
  fc.assert(
    fc.property(throws, thrown => {
      walk(thrown, ({ tickets, joinings }) => {
        for (const ticket of tickets) {
          const merge = joinings.filter(({ kind, from }) => kind === 'merged' && from === ticket.number);
          expect(merge.length).toBe(isMerged(ticket) ? 1 : 0);
          for (const { to } of merge)
            expect(tickets.find(({ number }) => number === to)!.school_id).toBe(ticket.school_id);
        }
      });
    }),
    { numRuns: 200 },
  );
});

test('all of it undone, in whatever order, is as if only what was written had happened', () => {
  fc.assert(
    fc.property(throws, fc.infiniteStream(any), (thrown, order) => {
      const world = walk(thrown);
      while (world.joinings.length > 0) {
        const which = order.next().value! % world.joinings.length;
        partIn(world, world.joinings[which]!, which % 3 === 0);
      }
      expect(pageOf(world)).toEqual(pageOf(onlyWritten(world)));
    }),
    { numRuns: 1000 },
  );
});
