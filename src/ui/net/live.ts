import { useEffect, useRef, useSyncExternalStore } from 'react';
import { api } from './api.ts';
import { lookForBuild } from './build.ts';

/** Something happened: which kind, and to which ticket. What it is now, the screen asks for. */
export interface LiveEvent {
  position: number;
  kind: string;
  ticket: number | null;
}
export type Connection = 'live' | 'lost';

/** Something of the moment (who is reading, that a bell rings): heard now or never. */
export type LiveSignal = { kind: string } & Record<string, unknown>;

interface Listener {
  onEvent: (event: LiveEvent) => void;
  /** The stream was lost and is back, or opened for the `first` time: what happened before may not have been told. */
  onBack?: (first: boolean) => void;
  onSignal?: (signal: LiveSignal) => void;
}

/** A stream that opens says where it begins. */
type Told =
  | { event: LiveEvent }
  | { signal: LiveSignal }
  | { connection: 'lost' }
  | { connection: 'live'; from: number };

const listeners = new Set<Listener>();
const watchers = new Set<() => void>();
let connection: Connection = 'live';
let heard_before = false;
let position = 0;
let channel: BroadcastChannel | undefined;
let started = false;
/** Gives the lock to the next tab. */
let release: (() => void) | undefined;
/** While a refused stream waits to be opened again. */
let again: ReturnType<typeof setTimeout> | undefined;

/** What happened meanwhile was not told to this page, or it was told nothing when it asked. */
export const missedSome = (): void => listeners.forEach(listener => listener.onBack?.(false));
// A page that the browser had put to sleep heard nothing.
addEventListener('pageshow', event => event.persisted && missedSome());

function hear(told: Told): void {
  if ('signal' in told) {
    for (const listener of listeners) listener.onSignal?.(told.signal);
    return;
  }
  if ('event' in told) {
    if (told.event.position <= position) return;
    position = told.event.position;
    for (const listener of listeners) listener.onEvent(told.event);
    return;
  }
  // Also on the first opening: what the page asked for before that may be older than where the stream begins.
  const back = told.connection === 'live' && (connection === 'lost' || !heard_before);
  const first = position === 0 && connection !== 'lost';
  connection = told.connection;
  if (told.connection === 'live') {
    position = told.from;
    heard_before = true;
  }
  for (const watcher of watchers) watcher();
  if (!back) return;
  for (const listener of listeners) listener.onBack?.(first);
  // A server that comes back may be another one.
  if (!first) void lookForBuild();
}

function tell(told: Told): void {
  hear(told);
  channel?.postMessage(told);
}

/**
 * One stream for all tabs of this browser, since it opens only six connections to a server. Called early, beside the
 * first question to the server, it is open before the page asks for what it then keeps up to date.
 */
export function startLive(): void {
  if (again) openStream();
  if (started) return;
  started = true;
  if (!('locks' in navigator && 'BroadcastChannel' in globalThis)) return openStream();
  channel ??= new BroadcastChannel('live');
  channel.onmessage = ({ data }: MessageEvent<Told>) => hear(data);
  // The tab that holds the lock listens for all; when it closes, the next one in the queue goes on.
  void navigator.locks.request(
    'live',
    () =>
      new Promise<void>(done => {
        release = done;
        openStream();
      }),
  );
}

function openStream(pause = 1000): void {
  clearTimeout(again);
  again = undefined;
  const stream = new EventSource(position ? `/api/events?after=${position}` : '/api/events');
  stream.addEventListener('hello', ({ data }: MessageEvent<string>) => {
    pause = 1000;
    tell({ connection: 'live', from: (JSON.parse(data) as { position: number }).position });
  });
  stream.onmessage = ({ data }: MessageEvent<string>) => tell({ event: JSON.parse(data) as LiveEvent });
  stream.addEventListener('signal', ({ data }: MessageEvent<string>) =>
    tell({ signal: JSON.parse(data) as LiveSignal }),
  );
  // What this person may hear has changed: another stream goes on, and what was missed is asked for.
  stream.addEventListener('again', () => {
    stream.close();
    heard_before = false;
    openStream();
  });
  stream.onerror = () => {
    tell({ connection: 'lost' });
    if (stream.readyState === EventSource.CLOSED) afterRefusal(pause);
  };
}

/** A server that restarts, or a session that is over. Tried ever more slowly, while there is somebody to hear. */
function afterRefusal(pause: number): void {
  if (!listeners.size) {
    started = false;
    return release?.();
  }
  // Asking who is signed in tells the page if nobody is.
  api.get('/api/session').catch(() => undefined);
  again = setTimeout(openStream, pause, Math.min(pause * 2, 60_000));
}

/** Hears every event that this person may see, for as long as the component is shown. */
export function useLive(
  onEvent: Listener['onEvent'],
  onBack?: Listener['onBack'],
  onSignal?: Listener['onSignal'],
): void {
  const latest = useRef({ onEvent, onBack, onSignal });
  useEffect(() => {
    latest.current = { onEvent, onBack, onSignal };
  });
  useEffect(() => {
    const listener: Listener = {
      onEvent: event => latest.current.onEvent(event),
      onBack: first => latest.current.onBack?.(first),
      onSignal: signal => latest.current.onSignal?.(signal),
    };
    listeners.add(listener);
    startLive();
    return () => void listeners.delete(listener);
  }, []);
}

/** Whether what is shown is kept up to date now. */
export const useConnection = (): Connection =>
  useSyncExternalStore(
    watcher => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => connection,
  );
