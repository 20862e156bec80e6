import { useSyncExternalStore } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { moment } from '#sla/rules/moments.ts';
import { lastKnown } from '#ui/offline/looking.ts';
import { useLang, type Lang } from '#ui/ui.ts';
import { slipsIn, slipsText, watchSlips, type Kept } from './kept.ts';

/** What of one's own waits on this computer. */
export function useSlips(): Kept[] {
  const { person } = useSession();
  return slipsIn(useSyncExternalStore(watchSlips, () => slipsText(person.id)));
}

/** By how much the clock of this computer goes wrong, as it was seen when the server was last asked. */
export async function serverNow(person: number): Promise<string> {
  const known = await lastKnown(person);
  return new Date(Date.now() + (known ? known.at - known.here : 0)).toISOString();
}

/** A time in words: by the rules of the server, in the school's zone, as there is no line to ask it. */
export function useWording(): (at: string) => string {
  const { zone } = useSession();
  const [lang] = useLang();
  return at => worded(at, zone, lang);
}

const worded = (at: string, zone: string, lang: Lang) =>
  moment(new Date(at), { now: new Date(), zone, lang }).words;
