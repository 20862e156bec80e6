import type { Agent } from 'node:http';
import { ask, hearEvents, newLine } from './http.ts';
import { requestOf, streamOf, type Numbers, type Operation } from './operations.ts';

/** What the callers are told to do: one operation, so many at once, for so long. */
export interface Round {
  url: string;
  operation: Operation;
  callers: number;
  seconds: number;
  numbers: Numbers;
}

/** What came of it; times in ms. */
export interface Tally {
  count: number;
  seconds: number;
  p50: number;
  p95: number;
  p99: number;
  /** Of a request, in the middle. */
  queries: number | undefined;
  /** The first answers that were not as expected. */
  wrong: string[];
}

interface Calling extends Round {
  line: Agent;
  took: number[];
  queries: number[];
  wrong: string[];
}

/** Runs a round: each caller asks, waits for the answer, and asks again. */
export async function runRound(round: Round): Promise<Tally> {
  const calling: Calling = {
    ...round,
    line: newLine(round.callers),
    took: [],
    queries: [],
    wrong: [],
  };
  const begun = performance.now();
  const until = begun + round.seconds * 1000;
  await Promise.all(
    Array.from({ length: round.callers }, (_, caller) =>
      (round.operation === 'deliver' ? deliver : call)(calling, caller, until),
    ),
  );
  calling.line.destroy();
  const { took, queries, wrong } = calling;
  took.sort((a, b) => a - b);
  const at = (share: number) =>
    took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.NaN;
  const seconds = (performance.now() - begun) / 1000;
  return {
    count: took.length,
    seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    queries: queries.sort((a, b) => a - b)[queries.length >> 1],
    wrong,
  };
}

async function call(calling: Calling, caller: number, until: number): Promise<void> {
  while (performance.now() < until) {
    const asked = requestOf(calling.operation, caller, calling.numbers);
    const begun = performance.now();
    const { status, text, queries } = await ask(calling.line, calling.url, asked);
    calling.took.push(performance.now() - begun);
    if (queries !== undefined) calling.queries.push(queries);
    if (status !== asked.status && calling.wrong.length < 3)
      calling.wrong.push(`${asked.path}: ${status} ${text.slice(0, 200)}`);
  }
}

/** From the moment that a reply is sent until somebody else's stream has it. */
async function deliver(calling: Calling, caller: number, until: number): Promise<void> {
  const waiting = new Map<number, () => void>();
  const close = await hearEvents(calling.url, streamOf(caller), event => waiting.get(event.ticket ?? 0)?.());
  // Every caller has tickets of its own: nobody else's reply is taken for one's own.
  const mine = calling.numbers.in_progress.filter((_, index) => index % calling.callers === caller);
  const numbers = { ...calling.numbers, in_progress: mine };
  while (performance.now() < until) {
    const asked = requestOf('deliver', caller, numbers);
    const begun = performance.now();
    const heard = new Promise<void>(settle => waiting.set(Number(asked.path.split('/')[3]), settle));
    const { status, text, queries } = await ask(calling.line, calling.url, asked);
    if (queries !== undefined) calling.queries.push(queries);
    if (status !== asked.status) {
      calling.wrong.push(`${asked.path}: ${status} ${text.slice(0, 200)}`);
      break;
    }
    await heard;
    calling.took.push(performance.now() - begun);
    waiting.clear();
  }
  close();
}
