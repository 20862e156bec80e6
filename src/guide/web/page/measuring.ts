import type { PublicGuide } from '#guide/rules/check.ts';
import { browserOf, verdictOn } from '#guide/rules/browsers.ts';
import type { Measured } from '#guide/rules/measuring/measured.ts';
import { measureLine, type Line } from '#guide/rules/measuring/measuring.ts';
import { targetsOf } from '#guide/rules/measuring/picking.ts';

/** What this browser finds out of itself and of its line. */

const soon = async <T>(within: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), within);
  try {
    return await work(stop.signal);
  } finally {
    clearTimeout(timer);
  }
};

const line: Line = {
  ask: (path, { within, ...asked }) =>
    soon(within, async signal => {
      const answer = await fetch(path, { ...asked, signal, cache: 'no-store', credentials: 'omit' });
      return { status: answer.status, text: await answer.text() };
    }),
  listen: (path, within) =>
    soon(within, async signal => {
      const answer = await fetch(path, { signal, cache: 'no-store', credentials: 'omit' });
      const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
      const parts: { at: number; text: string }[] = [];
      for (let part = await reader.read(); !part.done; part = await reader.read())
        parts.push({ at: performance.now(), text: part.value });
      return parts;
    }),
  reach: (address, within) =>
    soon(within, signal =>
      fetch(address, { mode: 'no-cors', cache: 'no-store', credentials: 'omit', signal }),
    ),
  ticks: () => performance.now(),
  clock: () => new Date(),
};

/** Measures all of it; `tell` hears what is known so far. How many notices are out is asked meanwhile, and waited for last. */
export async function measureHere(
  { guide }: PublicGuide,
  before: Measured | null,
  { notices, tell }: { notices: Promise<number | undefined>; tell: (measured: Measured) => void },
): Promise<void> {
  const at = new Date().toISOString();
  let here: Measured = {
    at,
    browser: browserHere(guide),
    online: navigator.onLine,
    cookies: cookiesHere(),
    storage: storageHere(),
    ...(before?.popups !== undefined && { popups: before.popups }),
  };
  tell(here);
  await measureLine(line, targetsOf(guide.variables), found => tell((here = { ...here, ...found, at })));
  const out = await notices;
  if (out !== undefined) tell({ ...here, notices: out });
}

/** By what newer browsers say of themselves, else by the line that all send. */
function browserHere({ variables }: PublicGuide['guide']): NonNullable<Measured['browser']> {
  const found = browserOf(navigator.userAgent);
  return { ...found, verdict: verdictOn(found, variables.SUPPORTED_BROWSERS) };
}

function cookiesHere(): boolean {
  try {
    document.cookie = 'guide=1; SameSite=Strict; path=/guide';
    const there = document.cookie.includes('guide=1');
    document.cookie = 'guide=; SameSite=Strict; path=/guide; max-age=0';
    return there;
  } catch {
    return false;
  }
}

function storageHere(): boolean {
  try {
    localStorage.setItem('guide:try', '1');
    localStorage.removeItem('guide:try');
    return true;
  } catch {
    return false;
  }
}

/** A small window that opens and closes, at the press of a button, as the system's own would. */
export function tryWindow(): boolean {
  const opened = window.open('', 'guide_try', 'width=240,height=120');
  if (!opened) return false;
  const there = !opened.closed;
  opened.close();
  return there;
}
