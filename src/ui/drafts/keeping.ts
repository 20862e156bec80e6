import { api } from '../net/api.ts';
import type { Fields } from './meeting.ts';
import {
  keptOf,
  known,
  nothing,
  pathOf,
  places,
  show,
  split,
  stored,
  storedKeys,
  tell,
  type Given,
  type Place,
} from './places.ts';
import { arrive, inTurn, isUnderWay, rest_ms, sendDrafts, soon, speaksOf, spoken_of } from './sending.ts';

/**
 * What is being written: on this computer with every letter, at the server after a moment of rest. Lives outside of
 * any page, so that what was begun there is finished when the page is left.
 */

const loading = new Map<string, Promise<void>>();

/** The place of a key, as this computer has it; what the server keeps arrives when it is known. */
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

/** The same when what the server keeps there has met it; without a line, as this computer has it. */
export async function placeKnown(key: string): Promise<Place> {
  const [person] = split(key);
  if (!known.has(person)) await load(person);
  const place = placeOf(key);
  // What is known arrives a moment after the place is there.
  await Promise.resolve();
  return place;
}

/** Asks for all drafts of a person; what the server said of one meanwhile is newer than the answer. */
export function load(person: string): Promise<void> {
  const before = new Map(spoken_of);
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
            if (whose === person && before.get(place.key) === spoken_of.get(place.key))
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

/** Something of this person's was kept or dropped, here or on another device. */
export function hear(person: string, name: string, version: number): void {
  const key = `${person}:${name}`;
  const place = places.get(key);
  void inTurn(key, async () => {
    const have = place ? place.local?.base : known.get(person)?.get(name)?.version;
    if ((have ?? 0) === version) return;
    const kept = keptOf(await api.get<Given>(pathOf(key)));
    known.get(person)?.set(name, kept);
    speaksOf(key);
    if (place) arrive(place, kept);
    else tell();
  }).catch(() => undefined);
}

/** Writes: on this computer at once, at the server soon. `fields` null is nothing any more. */
export function write(place: Place, fields: Fields | null): void {
  const { base = 0, on_way, aside } = place.local ?? {};
  const known_there = base > 0 || (on_way?.length ?? 0) > 0 || isUnderWay(place.key);
  const local =
    fields || known_there ? { fields, base, unsent: true, on_way, ...(fields && { aside }) } : undefined;
  show(place, { local, found: place.found && fields !== null });
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

/** A page was left: what is there now is found when it is opened again. */
export const foundAgain = (place: Place): void => void (place.found = Boolean(place.local?.fields));

/** Begins to listen to what a page goes through; once. */
export function startKeeping(): void {
  if (started) return;
  started = true;
  const flush = () => void sendDrafts();
  const reload = () => {
    for (const person of new Set([...places.keys()].map(key => split(key)[0])))
      void load(person).then(() => sendDrafts());
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
