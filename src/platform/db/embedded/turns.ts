import type { SessionStatus } from './wire.ts';

/** One piece of work, for the session's holder. */
export interface Turn<Work> {
  connection: number;
  work: Work;
}

/** Who may use the one session, and in which order. */
export interface Turns<Work> {
  join(connection: number): void;
  /** Work of a connection that has not joined, or has left, is dropped. */
  ask(connection: number, work: Work): void;
  /** What was asked before is still done; then an open transaction is rolled back. */
  leave(connection: number): void;
  /** The next work, or undefined when there is none, or when its holder has to go on first. */
  next(): Turn<Work> | undefined;
  /** How the turn from `next` ended; `undefined`: in the middle of a question. */
  ended(status: SessionStatus | undefined): void;
  /** Who keeps the session, between turns. */
  holder(): number | undefined;
  /** Everybody who has joined and not left. */
  present: ReadonlySet<number>;
}

/**
 * The embedded database has one session for many connections. A connection holds it from its first message until
 * the backend is idle again, so that a transaction is never mixed with another's work; then the next in line has it.
 * `rollback` is the work that ends what a connection left open.
 */
export function createTurns<Work>(rollback: Work): Turns<Work> {
  const members = new Set<number>();
  const asked = new Map<number, Work[]>();
  const line: number[] = []; // with work asked, without the session: first come, first served
  let holder: number | undefined;

  function add(connection: number, work: Work) {
    const works = asked.get(connection);
    if (works) return void works.push(work);
    asked.set(connection, [work]);
    if (connection !== holder) line.push(connection);
  }

  function take(connection: number): Work | undefined {
    const works = asked.get(connection);
    const work = works?.shift();
    if (works?.length === 0) asked.delete(connection);
    return work;
  }

  return {
    join: connection => void members.add(connection),
    ask: (connection, work) => {
      if (members.has(connection)) add(connection, work);
    },
    leave: connection => {
      members.delete(connection);
      if (connection === holder || asked.has(connection)) add(connection, rollback);
    },
    next: () => {
      holder ??= line.shift();
      if (holder === undefined) return undefined;
      const work = take(holder);
      return work === undefined ? undefined : { connection: holder, work };
    },
    ended: status => {
      if (status !== 'I' || holder === undefined) return;
      if (asked.has(holder)) line.push(holder); // behind those who wait already
      holder = undefined;
    },
    holder: () => holder,
    present: members,
  };
}
