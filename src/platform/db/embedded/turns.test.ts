import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTurns } from './turns.ts';

function turnsOf(...connections: number[]) {
  const turns = createTurns<string>('rollback');
  for (const connection of connections) turns.join(connection);
  return turns;
}

test('a connection in a transaction goes on before everybody who waits', () => {
  const turns = turnsOf(1, 2);
  turns.ask(1, 'begin');
  turns.ask(2, 'select');
  expect(turns.next()).toEqual({ connection: 1, work: 'begin' });
  turns.ended('T');
  expect(turns.next()).toBeUndefined();
  expect(turns.holder()).toBe(1);
  turns.ask(1, 'commit');
  expect(turns.next()).toEqual({ connection: 1, work: 'commit' });
  turns.ended('I');
  expect(turns.next()).toEqual({ connection: 2, work: 'select' });
});

test('a failed transaction and a half-sent question keep the session, too', () => {
  for (const status of ['E', undefined] as const) {
    const turns = turnsOf(1, 2);
    turns.ask(1, 'first');
    turns.ask(2, 'other');
    turns.next();
    turns.ended(status);
    expect(turns.next()).toBeUndefined();
  }
});

test('who asks a lot lets the others in between', () => {
  const turns = turnsOf(1, 2, 3);
  for (const work of ['a', 'b', 'c']) turns.ask(1, work);
  turns.ask(2, 'd');
  turns.ask(3, 'e');
  const order = [];
  for (let turn = turns.next(); turn; turn = turns.next()) {
    order.push(turn.work);
    turns.ended('I');
  }
  expect(order).toEqual(['a', 'd', 'e', 'b', 'c']);
});

test('what a leaving connection has begun is rolled back, after what it still asked', () => {
  const turns = turnsOf(1, 2);
  turns.ask(1, 'begin');
  turns.next();
  turns.ended('T');
  turns.ask(1, 'insert');
  turns.leave(1);
  turns.ask(2, 'select');
  expect(turns.next()?.work).toBe('insert');
  turns.ended('T');
  expect(turns.next()).toEqual({ connection: 1, work: 'rollback' });
  turns.ended('I');
  expect(turns.next()).toEqual({ connection: 2, work: 'select' });
});

test('a connection that has nothing open leaves without a trace', () => {
  const turns = turnsOf(1);
  turns.leave(1);
  expect(turns.next()).toBeUndefined();
  expect([...turns.present]).toEqual([]);
});

test('nothing is done for a connection that has left: outside of its transaction it would stay for good', () => {
  const turns = turnsOf(1);
  turns.ask(1, 'begin');
  turns.next();
  turns.ended('T');
  turns.leave(1);
  turns.ask(1, 'delete');
  expect(turns.next()?.work).toBe('rollback');
  turns.ended('I');
  expect(turns.next()).toBeUndefined();
});

test('whatever happens, no transaction is mixed with another and everything asked is done in order', () => {
  const connection = fc.integer({ min: 1, max: 4 });
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ ask: connection, ends: fc.constantFrom('I', 'T', 'E') }) },
    { weight: 1, arbitrary: fc.record({ leave: connection }) },
    { weight: 4, arbitrary: fc.constant('turn') },
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), steps => {
      const turns = createTurns<{ by: number; nth: number; ends: 'I' | 'T' | 'E' }>({
        by: 0,
        nth: 0,
        ends: 'I',
      });
      for (const member of [1, 2, 3, 4]) turns.join(member);
      const asked = new Map<number, number>();
      const done = new Map<number, number>();
      let open: number | undefined;
      const take = () => {
        const turn = turns.next();
        if (!turn) return false;
        if (open !== undefined) expect(turn.connection).toBe(open);
        const { nth, ends } = turn.work;
        if (nth > 0) {
          expect(nth).toBe((done.get(turn.connection) ?? 0) + 1);
          done.set(turn.connection, nth);
        }
        open = ends === 'I' ? undefined : turn.connection;
        turns.ended(ends);
        return true;
      };
      for (const each of steps) {
        if (each === 'turn') take();
        else if ('leave' in each) turns.leave(each.leave);
        else if (turns.present.has(each.ask)) {
          const nth = (asked.get(each.ask) ?? 0) + 1;
          asked.set(each.ask, nth);
          turns.ask(each.ask, { by: each.ask, nth, ends: each.ends as 'I' | 'T' | 'E' });
        }
      }
      for (const member of [1, 2, 3, 4]) turns.leave(member);
      while (take());
      expect(done).toEqual(asked);
      expect(turns.holder()).toBeUndefined();
    }),
  );
});
