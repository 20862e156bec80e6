import { useSyncExternalStore } from 'react';
import { currentLang } from '../words/lang.ts';

/**
 * A page is opened for one person, and says so with each request: when somebody else is signed in in this browser
 * meanwhile, the server does nothing for it. Tabs tell each other, so that it is seen before.
 */
let acting: string | undefined;
let another = false;
let channel: BroadcastChannel | undefined;
const watchers = new Set<() => void>();

/** Why the server refuses a page of somebody else. */
const refused_as = 'another_person';

function see(is: boolean): void {
  if (another === is) return;
  another = is;
  for (const watcher of watchers) watcher();
}

/** From now on the page is this person's; undefined is nobody's, as on the sign-in page. */
export function actFor(person: number | undefined): void {
  acting = person === undefined ? undefined : String(person);
  see(false);
  if (acting === undefined || !('BroadcastChannel' in globalThis)) return;
  channel ??= new BroadcastChannel('acting');
  channel.onmessage = ({ data }: MessageEvent<string>) => acting !== undefined && see(data !== acting);
  channel.postMessage(acting);
}

/** The server has refused as whom this page acts. */
export function heardRefusal({ stop }: { stop?: string | undefined }): void {
  if (stop === refused_as) see(true);
}

/** Whether somebody else is signed in in this browser than this page was opened for. */
export const isAnother = (): boolean => another;

export const useAnother = (): boolean =>
  useSyncExternalStore(watcher => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  }, isAnother);

/** Whose page it is, by number; nobody’s where nobody is signed in. */
export const actingFor = (): string | undefined => acting;

/** What every request of a page says: in which language it wants to be answered, and whose page it is. */
export const pageHeaders = (): Record<string, string> => ({
  'accept-language': currentLang(),
  ...(acting !== undefined && { 'acting-person': acting }),
});
