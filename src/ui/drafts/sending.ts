import { api } from '../net/api.ts';
import { Problem } from '../net/problem.ts';
import { acknowledged, meet, type Fields, type Kept, type Local } from './meeting.ts';
import { keptOf, known, pathOf, places, show, split, type Given, type Place } from './places.ts';

/** Texts on their way to the server: after a moment of rest, one after the other, until it has them. */

export const rest_ms = 1200;
/** One thing at a time for each place. */
const queues = new Map<string, Promise<void>>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();
/** How often the server spoke of each place by itself: a list that was asked for before is older. */
export const spoken_of = new Map<string, number>();
export const speaksOf = (key: string) => spoken_of.set(key, (spoken_of.get(key) ?? 0) + 1);
let pause_ms = 5_000;

/** What the server keeps meets what is here. */
export function arrive(place: Place, kept: Kept): void {
  const { local, other } = meet(place.local, kept);
  if (local === place.local && other === undefined && !place.other) return;
  const found = place.found || (Boolean(local?.fields) && !place.local);
  show(place, { local, other, found });
  if (local?.unsent && !other) soon(place, 0);
}

export function soon(place: Place, ms: number): void {
  clearTimeout(timers.get(place.key));
  timers.set(
    place.key,
    setTimeout(() => void send(place), ms),
  );
}

/** One after the other for each place: what was sent later arrives later. */
export function inTurn(key: string, work: () => Promise<void>): Promise<void> {
  const turn = (queues.get(key) ?? Promise.resolve()).then(work, work).finally(() => {
    if (queues.get(key) === turn) queues.delete(key);
  });
  queues.set(key, turn);
  return turn;
}

function send(place: Place): Promise<void> {
  clearTimeout(timers.get(place.key));
  timers.delete(place.key);
  return inTurn(place.key, () => sendNow(place).catch((error: unknown) => failed(place, error)));
}

async function sendNow(place: Place): Promise<void> {
  const { local } = place;
  if (!local?.unsent || place.other) return;
  const { fields, base } = local;
  if (!fields) {
    await dropAt(place, local);
    return;
  }
  show(place, { local: { ...local, on_way: [...(local.on_way ?? []), fields].slice(-5) } });
  const given = await api.put<Given>(
    pathOf(place.key),
    { fields, version: base },
    { keepalive: small(fields) },
  );
  acknowledge(place, keptOf(given));
}

/** The server has it: a page that was left meanwhile finds it there. */
function acknowledge(place: Place, kept: Kept): void {
  pause_ms = 5_000;
  speaksOf(place.key);
  const [person, name] = split(place.key);
  known.get(person)?.set(name, kept);
  const local = place.local && acknowledged(place.local, kept);
  show(place, { local, only_here: false });
  if (local?.unsent && !timers.has(place.key)) soon(place, rest_ms);
}

async function dropAt(place: Place, { base, on_way }: Local): Promise<void> {
  if (base === 0 && on_way?.length) {
    // Its first keeping may have arrived: what is there now tells.
    arrive(place, keptOf(await api.get<Given>(pathOf(place.key))));
    return;
  }
  if (base > 0) await api.delete(`${pathOf(place.key)}?version=${base}`, { keepalive: true });
  speaksOf(place.key);
  const [person, name] = split(place.key);
  known.get(person)?.delete(name);
  // Unless something was written again meanwhile.
  if (place.local && !place.local.fields) show(place, { local: undefined, only_here: false });
  else if (place.local) show(place, { local: { ...place.local, base: 0 } });
}

function failed(place: Place, error: unknown): void {
  if (!(error instanceof Problem)) throw error;
  const kept = error.status === 409 && (error.kept as Given | undefined);
  if (kept) {
    speaksOf(place.key);
    return arrive(place, keptOf(kept));
  }
  show(place, { only_here: true });
  if (error.status !== 0 && error.status < 500) return;
  pause_ms = Math.min(pause_ms * 2, 60_000);
  soon(place, pause_ms);
}

/** A request that outlives its page may carry 64 KB. */
const small = (fields: Fields) => JSON.stringify(fields).length < 20_000;

/**
 * Sends everything that is not sent yet; done when the server has it, or could not be reached. What met a version there
 * that this page did not know goes once more, upon that one: whoever signs out waits for this.
 */
export async function sendDrafts(again = true): Promise<void> {
  const unsent = [...places.values()].filter(({ local }) => local?.unsent);
  await Promise.all([...unsent.map(send), ...queues.values()].map(turn => turn.catch(() => undefined)));
  const met = unsent.some(({ local, other, only_here }) => local?.unsent && !other && !only_here);
  if (again && met) await sendDrafts(false);
}

/** Whether something of this place is under way. */
export const isUnderWay = (key: string): boolean => queues.has(key);
