import { transitions, type Requirement, type Transition } from './lifecycle.ts';

/** What a line of the story is about, to read only a part of it. Knows no library, so that the screens have it too. */

export const line_parts = ['messages', 'changes'] as const;
export type LinePart = (typeof line_parts)[number];

const texts: readonly Requirement[] = ['question', 'reply', 'answer', 'note', 'pack'];
const speaks = ({ requires, effects }: Transition) =>
  requires.some(each => texts.includes(each)) || effects.includes('reopens');

/** The deeds that write a message, by themselves or with what they change. */
const said: ReadonlySet<string> = new Set([
  'opened',
  'replied',
  'noted',
  ...transitions.filter(speaks).map(({ move }) => move),
]);
/** The deeds that change nothing beside. */
const only_said: ReadonlySet<string> = new Set(['replied', 'noted']);

/** A move that says something is both: its message and its change. */
export const partsOfLine = (kind: string): LinePart[] =>
  line_parts.filter(part => (part === 'messages' ? said.has(kind) : !only_said.has(kind)));

export interface Asked {
  what?: readonly LinePart[] | undefined;
  /** People by id; `software` is what nobody did. */
  who?: readonly (number | 'software')[] | undefined;
}

/** Whether a line is of what is asked for; nothing asked is all of it. */
export const isAsked = (line: { kind: string; person: number | null }, { what, who }: Asked): boolean =>
  (!what || partsOfLine(line.kind).some(part => what.includes(part))) &&
  (!who || who.includes(line.person ?? 'software'));
