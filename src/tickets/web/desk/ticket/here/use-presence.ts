import { useEffect, useRef, useState, type RefObject } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { Present } from '#tickets/rules/attention.ts';
import { tells_every_s, type Doing } from '#tickets/rules/presence.ts';
import { api, pageHeaders, useLive } from '#ui/ui.ts';

/** Going through the list in a hurry is not reading. */
const stays_ms = 400;

interface Heard {
  ticket: number;
  person: Present['person'];
  doing: Doing | null;
}

/**
 * Tells the desk that this page is at a ticket, for as long as it is in sight, and answers who else is. Every answer
 * to that says anew who is there, so somebody who vanished without a word vanishes here too.
 */
export function usePresence(number: number, doing: Doing): readonly Present[] {
  const { person } = useSession();
  const [others, setOthers] = useState<readonly Present[]>([]);
  const path = `/api/tickets/${number}/presence`;
  const now = useRef(doing);
  const tell = useRef(() => {});
  useEffect(() => {
    let told = false;
    let shown = true;
    const leave = () => {
      if (told)
        void fetch(path, { method: 'DELETE', keepalive: true, headers: pageHeaders() }).catch(
          () => undefined,
        );
      told = false;
    };
    tell.current = () => {
      if (document.hidden) return;
      told = true;
      api.put<{ items: Present[] }>(path, { doing: now.current }).then(
        ({ items }) => shown && setOthers(items),
        () => undefined, // told again soon
      );
    };
    const onShown = () => (document.hidden ? leave() : tell.current());
    const first = setTimeout(() => tell.current(), stays_ms);
    const beat = setInterval(() => tell.current(), tells_every_s * 1000);
    document.addEventListener('visibilitychange', onShown);
    addEventListener('pagehide', leave);
    return () => {
      shown = false;
      clearTimeout(first);
      clearInterval(beat);
      document.removeEventListener('visibilitychange', onShown);
      removeEventListener('pagehide', leave);
      leave();
      setOthers([]);
    };
  }, [path]);
  useEffect(() => {
    if (now.current === doing) return;
    now.current = doing;
    tell.current();
  }, [doing]);
  useLive(
    () => {},
    () => tell.current(),
    signal => {
      if (signal.kind !== 'presence' || signal['ticket'] !== number) return;
      const heard = signal as unknown as Heard;
      // Another page of mine has left the ticket: this one is still there.
      if (heard.person.id === person.id) return heard.doing === null ? tell.current() : undefined;
      setOthers(before => withHeard(before, heard));
    },
  );
  return others;
}

function withHeard(before: readonly Present[], { person, doing }: Heard): readonly Present[] {
  const known = before.find(one => one.person.id === person.id);
  if (known?.doing === (doing ?? undefined)) return before;
  const rest = before.filter(one => one !== known);
  return doing === null ? rest : [...rest, { person, doing }];
}

/** Somebody who has not typed for this long is reading again. */
const types_ms = 20_000;
/** Whether a text has left is looked at this often: it is sent by many ways, and each of them empties its field. */
const looks_ms = 1000;

/** Whether one is writing: there is text in a field of this page's ticket, and somebody types it. */
export function useDoing(within: RefObject<HTMLElement | null>): Doing {
  const [doing, setDoing] = useState<Doing>('reading');
  useEffect(() => {
    const ticket = within.current?.closest('.ticket');
    let looking: ReturnType<typeof setInterval> | undefined;
    let typed = { field: undefined as HTMLTextAreaElement | undefined, at: 0 };
    const look = () => {
      const { field, at } = typed;
      if (field?.isConnected && field.value.trim() && performance.now() - at < types_ms) return;
      clearInterval(looking);
      looking = undefined;
      setDoing('reading');
    };
    const write = ({ target }: Event) => {
      if (!(target instanceof HTMLTextAreaElement) || !target.value.trim()) return;
      typed = { field: target, at: performance.now() };
      looking ??= setInterval(look, looks_ms);
      // Only after React has taken over what was typed: a field that is drawn before loses it.
      setTimeout(setDoing, 0, 'writing');
    };
    ticket?.addEventListener('input', write);
    return () => {
      clearInterval(looking);
      ticket?.removeEventListener('input', write);
    };
  }, [within]);
  return doing;
}
