import { remember, remembered, rememberedKeys } from '#ui/memory.ts';
import { answered, keyFor } from '#ui/net/keys.ts';
import { slipOf } from '../../../rules/slips/names.ts';

/**
 * Slips: what a person has written and the line could not take. They lie on this computer under her number, are shown to
 * nobody else who signs in here, and stay until they are sent or she throws them away.
 */
export interface Kept {
  id: string;
  person: number;
  /** When she pressed “send”, by the server’s clock as far as it is known here. */
  written: string;
  /** Where it goes, and what is sent. */
  path: string;
  body: object;
  /** Of a reply: its ticket, and what it was to do. */
  ticket?: number;
  does?: string;
  subject: string;
  text: string;
  /** The place of its draft, and what stood there: to go on writing. */
  draft: string;
  fields: Record<string, string>;
  /** Why the desk did not take it. */
  refused?: string;
}

const place = (person: number, id: string) => `slip:${person}:${id}`;
const watchers = new Set<() => void>();
const tell = () => watchers.forEach(hear => hear());
// Other tabs of this browser keep and send the same.
addEventListener('storage', ({ key }) => key?.startsWith('slip:') && tell());

export const watchSlips = (hear: () => void) => {
  watchers.add(hear);
  return () => void watchers.delete(hear);
};

/** What of one person waits here, in one text so that two can be compared; `slipsIn` reads it. */
export const slipsText = (person: number): string =>
  rememberedKeys(`slip:${person}:`)
    .sort()
    .map(key => remembered(key))
    .filter(text => text !== null)
    .join('\n');

export const slipsIn = (text: string): Kept[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Kept)
    .sort((one, other) => (one.written < other.written ? -1 : 1));

export const slipsOf = (person: number): Kept[] => slipsIn(slipsText(person));

/** Whether it is kept: storage may be refused or full. */
export function keep(slip: Kept): boolean {
  const [key, text] = [place(slip.person, slip.id), JSON.stringify(slip)];
  remember(key, text);
  tell();
  return remembered(key) === text;
}

export function drop({ person, id, path, body }: Kept): void {
  answered(nameFor(path, body));
  remember(place(person, id), null);
  tell();
}

const nameFor = (path: string, body: object) => `slip ${path}${JSON.stringify(body)}`;

/** The name of what is sent: the same for the same words, until they have arrived or are thrown away. */
export const slipIdFor = (path: string, body: object): string => slipOf(keyFor(nameFor(path, body)));

/** What was answered needs its name no more. */
export const slipArrived = (path: string, body: object): void => answered(nameFor(path, body));
