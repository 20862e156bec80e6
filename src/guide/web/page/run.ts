import type { PublicGuide } from '#guide/rules/check.ts';
import { codeOf, marks, numberOf } from '#guide/rules/code.ts';
import type { Measured } from '#guide/rules/measuring/measured.ts';
import { besideFits } from '#guide/rules/needs.ts';
import { isKept } from '#guide/rules/stopping.ts';
import { walk } from '#guide/rules/walking.ts';
import { remember, remembered } from '#ui/memory.ts';

/** One run of the guide, kept on this computer for seven days; sign-out forgets it (`guide:`). */
export interface Run {
  run: string;
  mark: number;
  version: number;
  answers: [question: string, answer: string][];
  /** What the desk needs beside the way; null where she doesn’t know. */
  beside: [question: string, answer: string | null][];
  began: string;
  answered: string;
  message: string;
  phone: string;
  measured: Measured | null;
  /** Whose run it is, once somebody is signed in. */
  person: number | null;
  /** Its ticket, and the code under which it was sent last. */
  ticket: number | null;
  sent: string | null;
}

const place = 'guide:run';

export function freshRun(version: number, person: number | null): Run {
  const now = new Date().toISOString();
  return {
    run: uuid(),
    mark: crypto.getRandomValues(new Uint32Array(1))[0]! % marks,
    version,
    answers: [],
    beside: [],
    began: now,
    answered: now,
    message: '',
    phone: '',
    measured: null,
    person,
    ticket: null,
    sent: null,
  };
}

/** A random UUID; `crypto.randomUUID` exists on https and localhost only. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The run that was begun here, as far as its answers fit the guide as it is now; else a fresh one. */
export function keptRun({ version, guide }: PublicGuide): Run {
  const kept = parsed(remembered(place));
  if (!kept || !isKept(new Date(kept.answered), new Date())) return freshRun(version, null);
  const { asked } = walk(guide, kept.answers);
  // What was begun with an older page has nothing beside the way.
  const beside = ((kept.beside as Run['beside'] | undefined) ?? []).filter(each => besideFits(guide, [each]));
  return { ...kept, version, beside, answers: kept.answers.slice(0, asked.length) };
}

function parsed(text: string | null): Run | undefined {
  try {
    const run = JSON.parse(text ?? '') as Run | null;
    return run && Array.isArray(run.answers) ? run : undefined;
  } catch {
    return undefined;
  }
}

export const keepRun = (run: Run): void => remember(place, JSON.stringify(run));
export const forgetRun = (): void => remember(place, null);

export const runCode = ({ guide }: PublicGuide, { version, answers, mark }: Run): string =>
  codeOf({ version, number: numberOf(guide, answers), mark });

/** Whole minutes since it began; none is said of what is older than a day. */
export function minutesOf({ began }: Run): number {
  const minutes = Math.round((Date.now() - Date.parse(began)) / 60_000);
  return minutes < 1440 ? minutes : 0;
}
