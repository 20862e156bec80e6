import { parentPort, workerData } from 'node:worker_threads';
import { openEngine } from './engine.ts';
import type { FromWorker, Question, ToWorker, WorkerStart } from './messages.ts';
import { createTurns } from './turns.ts';
import { fatalError, readAnswer, rollback, type SessionStatus } from './wire.ts';

/**
 * The embedded database's thread: it must not share one with HTTP, which it would freeze for seconds.
 * Messages come in, take turns on the one session, and their answers go out.
 */
type Work = { bytes: Uint8Array } | { question: Exclude<Question, 'stats'>; number: number };

const start = workerData as WorkerStart;
const port = parentPort!;
const say = (message: FromWorker) => port.postMessage(message);

const engine = await openEngine(start, endLost);
/** Questions to the worker itself stand in line as this connection. */
const itself = 0;
const turns = createTurns<Work>({ bytes: rollback });
turns.join(itself);
let taking = false;
let watchdog: NodeJS.Timeout | undefined;

port.on('message', (message: ToWorker) => {
  if (message.kind === 'join') turns.join(message.connection);
  if (message.kind === 'leave') turns.leave(message.connection);
  if (message.kind === 'bytes') turns.ask(message.connection, { bytes: message.bytes });
  if (message.kind === 'ask') hear(message.question, message.number);
  void takeTurns();
});
say({ kind: 'ready', serverVersion: engine.serverVersion });

function hear(question: Question, number: number): void {
  if (question === 'stats') return say({ kind: 'answer', number, answer: { syncs: engine.syncs() } });
  turns.ask(itself, { question, number });
}

async function takeTurns(): Promise<void> {
  if (taking) return;
  taking = true;
  try {
    for (let turn = turns.next(); turn; turn = turns.next()) {
      clearTimeout(watchdog);
      const { connection, work } = turn;
      turns.ended('bytes' in work ? await exchange(connection, work.bytes) : await answer(work));
      watch(turns.holder());
    }
  } catch (error) {
    endLost(String(error));
  } finally {
    taking = false;
  }
}

async function exchange(connection: number, question: Uint8Array): Promise<SessionStatus | undefined> {
  const bytes = await engine.exchange(question);
  const { status, notifications } = readAnswer(bytes);
  // The one session listens for all: whoever is connected is told, as those who didn't listen don't mind.
  for (const notification of notifications)
    for (const other of turns.present)
      if (other !== connection) say({ kind: 'bytes', connection: other, bytes: notification });
  if (turns.present.has(connection)) say({ kind: 'bytes', connection, bytes });
  return status;
}

async function answer(work: {
  question: Exclude<Question, 'stats'>;
  number: number;
}): Promise<SessionStatus> {
  if (work.question === 'snapshot')
    say({ kind: 'answer', number: work.number, answer: await engine.snapshot() });
  else {
    await engine.close();
    say({ kind: 'answer', number: work.number, answer: null });
  }
  return 'I';
}

/** Everybody waits for the holder: one that forgot its transaction must not stop the help desk. */
function watch(holder: number | undefined): void {
  if (holder === undefined) return;
  const seconds = start.idleTransactionSeconds;
  watchdog = setTimeout(() => {
    const bytes = fatalError(
      '25P03',
      `terminating connection: its transaction was left open and idle for ${seconds} s`,
    );
    say({ kind: 'expel', connection: holder, bytes });
    turns.leave(holder);
    void takeTurns();
  }, seconds * 1000);
}

function endLost(reason: string): void {
  say({ kind: 'lost', reason });
  process.exit(1); // of this thread, at once: a broken engine would turn in circles
}
