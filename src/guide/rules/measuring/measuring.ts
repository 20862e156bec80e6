import { hashOf, large_bytes, known_body } from './known.ts';
import type { Measured, Seen } from './measured.ts';
import type { Targets } from './picking.ts';

/**
 * What a page can find out of its line, over a port like `fetch`, so that the same is measured in a browser and in the
 * fault lab. Nothing here throws: what fails is what was found.
 */

export interface Answered {
  status: number;
  text: string;
}
export interface Line {
  /** Asks the desk; fails when there is no answer in time. */
  ask: (
    path: string,
    asked: { method?: 'GET' | 'POST'; body?: string; headers?: Record<string, string>; within: number },
  ) => Promise<Answered>;
  /** Asks for a stream, and says when each part of it arrived. */
  listen: (path: string, within: number) => Promise<{ at: number; text: string }[]>;
  /** Whether another address answers anything at all. */
  reach: (address: string, within: number) => Promise<unknown>;
  /** Milliseconds that only go forward. */
  ticks: () => number;
  /** The computer's clock. */
  clock: () => Date;
}

const base = '/api/public/measures';
export const paths = {
  answer: `${base}/answer`,
  body: `${base}/body`,
  stream: `${base}/stream`,
  large: `${base}/large`,
} as const;

const series = 8;
const within = { answer: 4000, body: 10_000, stream: 6000, large: 20_000, site: 8000, sis: 10_000 };
/** Where the known text takes longer than this, a large message would take the line for half a minute. */
const slow_body_ms = 1500;
export const asked_headers = { accept: 'application/json;q=0.9', 'x-firstline-measure': 'as sent' } as const;

type Found = Omit<Measured, 'at'>;

/** Measures all of it, one after the other; `tell` hears what is known so far after each. */
export async function measureLine(
  line: Line,
  target: Targets,
  tell: (found: Found) => void = () => undefined,
): Promise<Found> {
  let found: Found = {};
  const add = (more: Found) => tell((found = { ...found, ...more }));
  add(await askTheDesk(line));
  add(await reachOthers(line, target));
  if (found.desk && found.desk.lost < found.desk.sent) {
    const { took, ...body } = await readKnown(line);
    add(body);
    add(await hearStream(line));
    if (took <= slow_body_ms) add(await sendLarge(line));
  }
  // Last, so that it takes nothing from what picks an answer.
  const { others } = target;
  if (others.length > 0) add({ others: await reachAll(line, others) });
  return found;
}

/** How long something takes, or null when it fails. */
async function timed<T>(line: Line, work: () => Promise<T>): Promise<{ took: number; got: T } | null> {
  const began = line.ticks();
  try {
    const got = await work();
    return { took: Math.round(line.ticks() - began), got };
  } catch {
    return null;
  }
}

/** A short series of small requests: loss, the median, how far they spread; the clock, and what the desk saw. */
async function askTheDesk(line: Line): Promise<Found> {
  const took: number[] = [];
  let sent = 0;
  let seen: Found = {};
  let clock_ahead: number | undefined;
  while (sent < series && (took.length > 0 || sent < 3)) {
    sent++;
    const answered = await timed(line, () =>
      line.ask(paths.answer, { headers: asked_headers, within: within.answer }),
    );
    const told = answered && seenIn(answered.got);
    if (!answered || !told) continue;
    // The quickest answer says best how late it is at the desk.
    if (answered.took <= Math.min(...took, Infinity)) clock_ahead = aheadOf(line, told, answered.took);
    took.push(answered.took);
    seen = sawOnTheWay(told);
  }
  const sorted = took.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const spread = took.slice(1).map((each, at) => Math.abs(each - took[at]!));
  const jitter = Math.round(spread.reduce((sum, each) => sum + each, 0) / Math.max(1, spread.length));
  return {
    desk: { sent, lost: sent - took.length, median, jitter },
    ...(clock_ahead !== undefined && { clock_ahead }),
    ...seen,
  };
}

/** An answer that is not the desk's own (a page of a filter, an error of a proxy) is none. */
function seenIn({ status, text }: Answered): Seen | null {
  if (status !== 200) return null;
  try {
    const told = JSON.parse(text) as Seen;
    return Number.isNaN(Date.parse(told.at)) ? null : told;
  } catch {
    return null;
  }
}

const aheadOf = (line: Line, { at }: Seen, took: number): number =>
  Math.round((line.clock().getTime() - took / 2 - Date.parse(at)) / 1000);

function sawOnTheWay({ via, hops, accept, mark, address }: Seen): Found {
  const changed = [
    ...(accept === asked_headers.accept ? [] : ['accept']),
    ...(mark === asked_headers['x-firstline-measure'] ? [] : ['x-firstline-measure']),
  ];
  return { proxy: { via, hops, changed }, address };
}

const reachOne = async (line: Line, address: string, ms: number): Promise<number | null> =>
  (await timed(line, () => line.reach(address, ms)))?.took ?? null;
const reachAll = (line: Line, addresses: readonly string[]) =>
  Promise.all(
    addresses.map(async address => ({ address, after: await reachOne(line, address, within.site) })),
  );

async function reachOthers(line: Line, { sites, sis }: Targets): Promise<Found> {
  const [reached, system] = await Promise.all([
    reachAll(line, sites),
    sis === null ? undefined : reachOne(line, sis, within.sis),
  ]);
  return {
    ...(sites.length > 0 && { sites: reached }),
    ...(system !== undefined && { sis: { after: system } }),
  };
}

async function readKnown(line: Line): Promise<{ took: number; body: NonNullable<Found['body']> }> {
  const read = await timed(line, () => line.ask(paths.body, { within: within.body }));
  if (!read) return { took: Infinity, body: 'none' };
  return { took: read.took, body: hashOf(read.got.text) === hashOf(known_body) ? 'whole' : 'altered' };
}

/** Three events, a moment apart: a proxy that collects them lets them arrive together. */
async function hearStream(line: Line): Promise<Found> {
  const heard = await timed(line, () => line.listen(paths.stream, within.stream));
  if (!heard) return { stream: 'cut' };
  const whole = heard.got.map(({ text }) => text).join('');
  if ((whole.match(/^data: /gm) ?? []).length < stream_events) return { stream: 'cut' };
  const [first, last] = [heard.got[0]!.at, heard.got.at(-1)!.at];
  return { stream: last - first >= stream_gap_ms ? 'live' : 'held_back' };
}
export const stream_events = 3;
export const stream_gap_ms = 250;

async function sendLarge(line: Line): Promise<Found> {
  const sent = await timed(line, () =>
    line.ask(paths.large, {
      method: 'POST',
      body: 'x'.repeat(large_bytes),
      headers: { 'content-type': 'text/plain' },
      within: within.large,
    }),
  );
  // Asked too often is no answer to this question.
  if (sent?.got.status === 429) return {};
  return { large: sent?.got.text === String(large_bytes) ? 'whole' : 'refused' };
}
