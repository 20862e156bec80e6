import { remember, remembered, rememberedKeys } from '../memory.ts';
import { api } from '../net/api.ts';
import { Problem } from '../net/problem.ts';
import { acknowledged, meet, type Fields, type Kept, type Local } from './meeting.ts';

/**
 * Texts on their way to the server: each is kept on this computer with every letter, and at the server after a moment
 * of rest. Lives outside of any page, so that what was begun there is finished when the page is left.
 */
export interface Place {
  key: string;
  local: Local | undefined;
  /** Another device's text, when both moved on. */
  other: Kept | undefined;
  /** The last sending failed: only this computer has it. */
  only_here: boolean;
  /** Something was here, or came, before anything was typed. */
  found: boolean;
  /** Rises with every change, for the screens. */
  changes: number;
}

interface Given {
  place: string;
  fields: Fields;
  version: number;
  written: { words: string } | null;
}

const rest_ms = 1200;
const nothing: Kept = { fields: {}, version: 0, written: '' };

const places = new Map<string, Place>();
/** What the server said of all of a person's drafts. */
const known = new Map<string, Map<string, Kept>>();
const loading = new Map<string, Promise<void>>();
/** One thing at a time for each place. */
const queues = new Map<string, Promise<void>>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const acknowledgements = new Map<string, number>();
const watchers = new Set<() => void>();
let pause_ms = 5_000;

export const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
};

/** `7:ticket:1001:reply` is person 7's `ticket:1001:reply`. */
const split = (key: string): [person: string, place: string] => {
  const at = key.indexOf(':');
  return [key.slice(0, at), key.slice(at + 1)];
};
const pathOf = (key: string) => `/api/drafts/${encodeURIComponent(split(key)[1])}`;
const keptOf = ({ fields, version, written }: Given): Kept => ({
  fields,
  version,
  written: written?.words ?? '',
});

export function placeOf(key: string): Place {
  const there = places.get(key);
  if (there) return there;
  const [person, name] = split(key);
  const local = stored(key);
  const place: Place = {
    key,
    local,
    other: undefined,
    only_here: false,
    found: Boolean(local?.fields),
    changes: 0,
  };
  places.set(key, place);
  // Not at once: it is asked for while a page is drawn.
  const all = known.get(person);
  if (all) queueMicrotask(() => arrive(place, known.get(person)?.get(name) ?? nothing));
  else void load(person);
  return place;
}

/** The keys that begin so and hold a text, here or as the server told; in one text, so that two can be compared. */
export function heldUnder(beginning: string): string {
  const [person] = split(beginning);
  const elsewhere = [...(known.get(person)?.keys() ?? [])].map(name => `${person}:${name}`);
  const keys = new Set([...places.keys(), ...storedKeys(), ...elsewhere]);
  return [...keys].filter(key => key.startsWith(beginning) && holdsText(key)).join(' ');
}

function holdsText(key: string): boolean {
  const [person, name] = split(key);
  const place = places.get(key);
  const local = place ? place.local : stored(key);
  const fields = local ? local.fields : place ? undefined : known.get(person)?.get(name)?.fields;
  return Object.values(fields ?? {}).some(text => text !== '');
}

function stored(key: string): Local | undefined {
  try {
    const record = JSON.parse(remembered(`draft:${key}`) ?? 'null') as Local | null;
    return record && 'base' in record ? record : undefined;
  } catch {
    return undefined;
  }
}

function show(place: Place, more: Partial<Place>): void {
  Object.assign(place, more);
  remember(`draft:${place.key}`, place.local ? JSON.stringify(place.local) : null);
  tell(place);
}

function tell(place?: Place): void {
  if (place) place.changes++;
  for (const watcher of watchers) watcher();
}

/** What the server keeps meets what is here. */
function arrive(place: Place, kept: Kept): void {
  const { local, other } = meet(place.local, kept);
  if (local === place.local && other === undefined && !place.other) return;
  const found = place.found || (Boolean(local?.fields) && !place.local);
  show(place, { local, other, found });
  if (local?.unsent && !other) soon(place, 0);
}

/** Asks for all drafts of a person; those that were acknowledged meanwhile are newer than the answer. */
export function load(person: string): Promise<void> {
  const before = new Map(acknowledgements);
  const asked =
    loading.get(person) ??
    api
      .get<{ items: Given[] }>('/api/drafts')
      .then(
        ({ items }) => {
          const all = new Map(items.map(item => [item.place, keptOf(item)]));
          known.set(person, all);
          for (const place of [...places.values(), ...left(person)]) {
            const [whose, name] = split(place.key);
            if (whose === person && before.get(place.key) === acknowledgements.get(place.key))
              arrive(place, all.get(name) ?? nothing);
          }
          tell();
        },
        () => undefined,
      )
      .finally(() => loading.delete(person));
  loading.set(person, asked);
  return asked;
}

/** Texts that an earlier page could not send. */
function left(person: string): Place[] {
  return storedKeys()
    .filter(key => key.startsWith(`${person}:`) && !places.has(key) && stored(key)?.unsent)
    .map(placeOf);
}

const storedKeys = (): string[] => rememberedKeys('draft:').map(key => key.slice('draft:'.length));

/** Something of this person's was kept or dropped, here or on another device. */
export function hear(person: string, name: string, version: number): void {
  const key = `${person}:${name}`;
  const place = places.get(key);
  void inTurn(key, async () => {
    if (place ? (place.local?.base ?? 0) === version : known.get(person)?.get(name)?.version === version)
      return;
    const kept = keptOf(await api.get<Given>(pathOf(key)));
    known.get(person)?.set(name, kept);
    if (place) arrive(place, kept);
    else tell();
  }).catch(() => undefined);
}

/** Writes: on this computer at once, at the server soon. `fields` null is nothing any more. */
export function write(place: Place, fields: Fields | null): void {
  const { base = 0, on_way, aside } = place.local ?? {};
  const known_there = base > 0 || (on_way?.length ?? 0) > 0 || queues.has(place.key);
  const local =
    fields || known_there ? { fields, base, unsent: true, on_way, ...(fields && { aside }) } : undefined;
  show(place, { local });
  soon(place, fields ? rest_ms : 0);
}

/** Another device's text instead of this one, which is set aside. */
export function takeOther(place: Place): void {
  const { other, local } = place;
  if (!other) return;
  const aside = local?.fields ?? undefined;
  show(place, {
    other: undefined,
    local: { fields: other.fields, base: other.version, unsent: false, aside },
  });
}

/** This text over the other device's. */
export function keepMine(place: Place): void {
  const { other, local } = place;
  if (!other || !local) return;
  show(place, { other: undefined, local: { ...local, base: other.version, unsent: true } });
  soon(place, 0);
}

/** The text that was set aside again; the one that is shown goes there. */
export function takeAside(place: Place): void {
  const { local } = place;
  if (!local?.aside) return;
  show(place, { local: { ...local, fields: local.aside, aside: local.fields ?? undefined, unsent: true } });
  soon(place, 0);
}

export const dropAside = (place: Place): void =>
  place.local && show(place, { local: { ...place.local, aside: undefined } });

function soon(place: Place, ms: number): void {
  clearTimeout(timers.get(place.key));
  timers.set(
    place.key,
    setTimeout(() => void send(place), ms),
  );
}

/** One after the other for each place: what was sent later arrives later. */
function inTurn(key: string, work: () => Promise<void>): Promise<void> {
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
  acknowledgements.set(place.key, (acknowledgements.get(place.key) ?? 0) + 1);
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
  acknowledgements.set(place.key, (acknowledgements.get(place.key) ?? 0) + 1);
  const [person, name] = split(place.key);
  known.get(person)?.delete(name);
  // Unless something was written again meanwhile.
  if (place.local && !place.local.fields) show(place, { local: undefined, only_here: false });
  else if (place.local) show(place, { local: { ...place.local, base: 0 } });
}

function failed(place: Place, error: unknown): void {
  if (!(error instanceof Problem)) throw error;
  const kept = error.status === 409 && (error.kept as Given | undefined);
  if (kept) return arrive(place, keptOf(kept));
  show(place, { only_here: true });
  if (error.status !== 0 && error.status < 500) return;
  pause_ms = Math.min(pause_ms * 2, 60_000);
  soon(place, pause_ms);
}

/** A request that outlives its page may carry 64 KB. */
const small = (fields: Fields) => JSON.stringify(fields).length < 20_000;

/** Sends everything that is not sent yet; done when the server has it, or could not be reached. */
export async function sendDrafts(): Promise<void> {
  const unsent = [...places.values()].filter(({ local }) => local?.unsent);
  await Promise.all([...unsent.map(send), ...queues.values()].map(turn => turn.catch(() => undefined)));
}

/** Begins to listen to what a page goes through; once. */
export function startKeeping(): void {
  if (started) return;
  started = true;
  const flush = () => void sendDrafts();
  const reload = () => {
    for (const person of new Set([...places.keys()].map(key => split(key)[0])))
      void load(person).then(sendDrafts);
  };
  document.addEventListener('focusout', flush);
  document.addEventListener('visibilitychange', () => (document.hidden ? flush() : reload()));
  addEventListener('pagehide', flush);
  addEventListener('online', reload);
  addEventListener('pageshow', event => event.persisted && reload());
  // Other tabs of this browser write into the same storage.
  addEventListener('storage', ({ key }) => {
    const place = key?.startsWith('draft:') ? places.get(key.slice('draft:'.length)) : undefined;
    if (place) mirror(place);
  });
}
let started = false;

function mirror(place: Place): void {
  const local = stored(place.key);
  const moved = JSON.stringify(local) !== JSON.stringify(place.local);
  if (!moved) return;
  if (local?.base !== place.local?.base) place.other = undefined;
  place.local = local;
  tell(place);
}
