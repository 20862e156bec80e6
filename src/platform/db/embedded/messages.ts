/** What the worker is started with. Without a folder the database lives in memory. */
export interface WorkerStart {
  folder?: string;
  /** Where an in-memory database continues from: the bytes of an earlier `snapshot`. */
  snapshot?: Uint8Array;
  idleTransactionSeconds: number;
  /** PostgreSQL's program, compiled: every worker of this process works with the same one. */
  code: WebAssembly.Module;
}

/** What may be asked of the worker itself, beside the queries of connections. */
export interface Answers {
  /** The whole database folder as a tar, to start another one from. */
  snapshot: Uint8Array;
  stats: WorkerStats;
  /** Everything is on disk and the database is closed. */
  stop: null;
}

export interface WorkerStats {
  /** How often files were synced to disk since the start. */
  syncs: number;
}

export type Question = keyof Answers;

/** From the server to the worker. Connections are numbered by the server, from 1, and never reused. */
export type ToWorker =
  | { kind: 'join'; connection: number }
  | { kind: 'bytes'; connection: number; bytes: Uint8Array }
  | { kind: 'leave'; connection: number }
  | { kind: 'ask'; question: Question; number: number };

/** From the worker to the server. */
export type FromWorker =
  | { kind: 'ready'; serverVersion: string }
  | { kind: 'bytes'; connection: number; bytes: Uint8Array }
  /** The watchdog took the session back: `bytes` is the last message of this connection. */
  | { kind: 'expel'; connection: number; bytes: Uint8Array }
  | { kind: 'answer'; number: number; answer: Answers[Question] }
  /** The database cannot go on; the worker ends. */
  | { kind: 'lost'; reason: string };
