import { z } from 'zod';
import { line, Moment } from '#platform/schemas.ts';

/** The addresses that a school's firewall must allow (S17): the contract of `/api/network`. */

/** The name of a host, as firewalls take it: no wildcard, no number. */
const host = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/, 'unknown');
const purpose = z.object({ en: line(120), fr: line(120) });

export const Entry = z.object({
  host,
  port: z.number().int().min(1).max(65_535),
  protocol: z.enum(['tcp', 'udp']),
  /** A school asks, the system answers: nothing has to be let in. */
  direction: z.literal('out').default('out'),
  purpose,
});
export type Entry = z.output<typeof Entry>;

export const keyOf = ({ host, port, protocol }: Entry): string => `${host} ${protocol} ${port}`;

/** What a list is called in the order of time, and from when it holds (a day of the desk's zone). */
export interface List {
  version: number;
  entries: readonly Entry[];
  holds_from: string;
}

/** What is different in a list against the one before: by host, protocol and port. */
export function comparedWith(before: readonly Entry[], after: readonly Entry[]) {
  const keys = (entries: readonly Entry[]) => new Set(entries.map(keyOf));
  const [had, has] = [keys(before), keys(after)];
  return {
    added: after.filter(entry => !had.has(keyOf(entry))),
    removed: before.filter(entry => !has.has(keyOf(entry))),
  };
}

/** The list that holds on a day, and those that come after it, in their order. `lists`: by version. */
export function onDay<L extends List>(lists: readonly L[], day: string): { now: L | undefined; coming: L[] } {
  const now = lists.findLast(({ holds_from }) => holds_from <= day);
  return { now, coming: lists.filter(({ version }) => version > (now?.version ?? 0)) };
}

/** What is let through on a day so that no change breaks anything: what holds, and what is to come. */
export function toAllow(now: readonly Entry[], coming: readonly (readonly Entry[])[]): Entry[] {
  return [...new Map([...now, ...coming.flat()].map(entry => [keyOf(entry), entry])).values()];
}

/** Whether a list is news to somebody who looked on that day: it was told since, or its day has come since. */
export const isNews = (
  { told, holds_from }: { told: Date; holds_from: string },
  looked: { at: Date; day: string } | null,
  today: string,
): boolean => looked === null || told > looked.at || (holds_from > looked.day && holds_from <= today);

const Day = z.object({ date: z.iso.date(), words: z.string() });
const Change = z.object({
  version: z.number().int(),
  holds_from: Day,
  why: z.string(),
  added: z.array(Entry),
  removed: z.array(Entry),
  told: Moment,
  by: z.string(),
});

export const Network = z.object({
  /** 0: what the guide names, as nobody has written a list yet. */
  version: z.number().int(),
  newest: z.number().int(),
  since: Day.nullable(),
  entries: z.array(Entry),
  /** What is to be written on: the newest list, whether it holds already or not. */
  written: z.array(Entry),
  coming: z.array(Change),
  /** What was changed until now, newest first. */
  past: z.array(Change),
  /** For firewalls and proxies: what holds and what is to come. */
  recipes: z.array(z.object({ id: z.string(), name: z.string(), about: z.string(), text: z.string() })),
  today: z.iso.date(),
  can: z.object({ change: z.boolean() }),
});
export type Network = z.infer<typeof Network>;

/** Whether something of it is news to its reader: what the first page asks. */
export const NetworkNews = z.object({ fresh: z.boolean() });
export type NetworkNews = z.infer<typeof NetworkNews>;

export const NetworkWriting = z.object({
  entries: z
    .array(Entry)
    .min(1, 'empty')
    .max(60)
    .refine(entries => new Set(entries.map(keyOf)).size === entries.length, 'unknown'),
  holds_from: z.iso.date(),
  why: line(200),
  /** The newest list as its writer knows it. */
  newest: z.number().int().min(0),
});
export type NetworkWriting = z.output<typeof NetworkWriting>;
