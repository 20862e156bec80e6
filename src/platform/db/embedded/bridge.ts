import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { Duplex } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Answers, FromWorker, Question, ToWorker, WorkerStart } from './messages.ts';
import { greeting, isTerminate } from './wire.ts';

/** The way to the worker, for as many connections as one likes. */
export interface Bridge {
  serverVersion: string;
  /** A connection, in the shape of the socket that `pg` expects. */
  connect(): Duplex;
  ask<Q extends Question>(question: Q): Promise<Answers[Q]>;
  /** Ends the thread, whatever it is doing; connections that are left break. */
  terminate(): Promise<void>;
}

/** Enough that PostgreSQL notices too deep a recursion itself, as an error of that query, before the thread breaks. */
const stackSizeMb = 64;

/** Kept for the life of this process, with what the engine has learned to do faster: a second database starts sooner. */
let compiled: Promise<WebAssembly.Module> | undefined;

async function compile(): Promise<WebAssembly.Module> {
  const engine = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  return WebAssembly.compile(await readFile(join(dirname(engine), 'pglite.wasm')));
}

/** Starts the worker; rejects when its database doesn't open. `onLost` is called when it ends unasked later on. */
export async function startBridge(
  start: Omit<WorkerStart, 'code'>,
  onLost: (error: Error) => void,
): Promise<Bridge> {
  compiled ??= compile();
  const worker = new Worker(workerFile(), {
    workerData: { ...start, code: await compiled } satisfies WorkerStart,
    execArgv: [],
    resourceLimits: { stackSizeMb },
  });
  const streams = new Map<number, Duplex>();
  const questions = new Map<number, { settle: (answer: never) => void; fail: (error: Error) => void }>();
  let last = 0; // number given to a connection or a question
  let lost: Error | undefined;
  const say = (message: ToWorker) => worker.postMessage(message);

  function hear(message: FromWorker): void {
    if (message.kind === 'bytes') streams.get(message.connection)?.push(message.bytes);
    if (message.kind === 'expel') expel(message.connection, message.bytes);
    if (message.kind === 'answer') {
      questions.get(message.number)?.settle(message.answer as never);
      questions.delete(message.number);
    }
    if (message.kind === 'lost') lose(new Error(`The embedded database broke: ${message.reason}`));
  }

  function expel(connection: number, goodbye: Uint8Array): void {
    const stream = streams.get(connection);
    stream?.push(goodbye);
    // The reason is to be read before the end.
    setImmediate(() => stream?.destroy());
  }

  function lose(error: Error): void {
    if (lost) return;
    lost = error;
    for (const stream of streams.values()) stream.destroy(error);
    for (const { fail } of questions.values()) fail(error);
    onLost(error);
  }

  const serverVersion = await ready(worker);
  worker.on('message', hear);
  worker.on('error', error => lose(new Error('The embedded database broke.', { cause: error })));
  worker.on('exit', () => lose(new Error('The embedded database has ended.')));

  return {
    serverVersion,
    connect: () => {
      const connection = ++last;
      return connectionStream(connection, {
        greeting: greeting(serverVersion),
        streams,
        say,
        lost: () => lost,
      });
    },
    ask: question =>
      new Promise((settle, fail) => {
        if (lost) return fail(lost);
        questions.set(++last, { settle, fail });
        say({ kind: 'ask', question, number: last });
      }),
    terminate: async () => {
      lost ??= new Error('The embedded database was stopped.');
      for (const stream of streams.values()) stream.destroy(lost);
      await worker.terminate();
    },
  };
}

/** The worker's first message says PostgreSQL's version, or that it cannot start. */
async function ready(worker: Worker): Promise<string> {
  const waiting = new AbortController();
  const ended = once(worker, 'exit', waiting).then(() => [{ kind: 'lost', reason: 'its thread has ended' }]);
  try {
    const [message] = (await Promise.race([once(worker, 'message'), ended])) as [FromWorker];
    if (message.kind === 'ready') return message.serverVersion;
    throw new Error(message.kind === 'lost' ? message.reason : message.kind);
  } catch (error) {
    throw new Error(`The embedded database does not start: ${(error as Error).message}`, { cause: error });
  } finally {
    ended.catch(() => {}); // rejected by the abort, as nobody waits for it any more
    waiting.abort();
  }
}

interface Ends {
  greeting: Uint8Array;
  streams: Map<number, Duplex>;
  say: (message: ToWorker) => void;
  lost: () => Error | undefined;
}

/** A duplex whose other end is the worker; `pg` also asks for a socket's five methods. */
function connectionStream(connection: number, { greeting, streams, say, lost }: Ends): Duplex {
  let greeted = false;
  function send(bytes: Buffer): void {
    if (!greeted) stream.push(greeting);
    // Copied: a posted view takes all of the buffer along that it is a part of.
    else if (!isTerminate(bytes)) say({ kind: 'bytes', connection, bytes: new Uint8Array(bytes) });
    greeted = true;
  }
  const stream = new Duplex({
    read: () => {},
    write: (chunk: Buffer, _encoding, done) => {
      send(chunk);
      done();
    },
    // pg corks the messages of one query: sent together, they are one turn.
    writev: (chunks, done) => {
      send(Buffer.concat(chunks.map(({ chunk }) => chunk as Buffer)));
      done();
    },
    final: done => {
      stream.push(null);
      done();
    },
    destroy: (error, done) => {
      if (streams.delete(connection) && !lost()) say({ kind: 'leave', connection });
      done(error);
    },
  });
  const connect = () => {
    streams.set(connection, stream);
    const broken = lost();
    if (broken) return stream.destroy(broken);
    say({ kind: 'join', connection });
    queueMicrotask(() => stream.emit('connect'));
    return stream;
  };
  const same = () => stream;
  return Object.assign(stream, { connect, setNoDelay: same, setKeepAlive: same, ref: same, unref: same });
}

/** The worker is a bundle: beside ours when we are bundled too, else (in tests) where the build leaves it. */
function workerFile(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const built = import.meta.url.endsWith('.ts') ? resolve(here, '../../../../dist/server') : here;
  const file = join(built, 'embedded-worker.js');
  if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build" first`);
  return file;
}
