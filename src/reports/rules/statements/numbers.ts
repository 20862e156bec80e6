import { priorities, promised_clocks, type PromisedClock } from '#sla/rules/targets.ts';
import type { Category } from '#tickets/rules/categories.ts';
import type { Waited } from '#tickets/rules/clocks/waited.ts';
import { rangeOf } from '#tickets/rules/lists/ranges.ts';
import type { Priority } from '#tickets/rules/priority.ts';
import type { Span } from './months.ts';
import {
  partOf,
  volumes,
  type Breach,
  type Judged,
  type Measure,
  type Part,
  type Told,
  type Volume,
} from './part.ts';

/** The numbers of a statement: what the parts of its tickets come to. Times are seconds of the desk's hours. */

/** What became of one of the two promises. */
export interface Kept {
  in_time: number;
  late: number;
  /** How many clocks were met, and how long half and nine of ten of them took; null where none was. */
  met: number;
  median: number | null;
  ninth: number | null;
}

export type Promises = Record<PromisedClock, Kept>;
export type Slice = { opened: number; solved: number } & Promises;

export interface Numbers {
  volumes: Record<Volume, number>;
  /** Answered by an article without a ticket; a month that was closed before this was counted says nothing of it. */
  answered?: number;
  clocks: Promises;
  /** How many of the met took how long, by the ranges of each. */
  took: Record<PromisedClock, number[]>;
  waited: Waited;
  by_priority: Partial<Record<Priority, Slice>>;
  by_category: Partial<Record<Category, Slice>>;
  /** The versions of the agreement by which its tickets were measured. */
  agreements: number[];
}

/** In minutes of the desk's hours, both ends counted; a day of the desk has 480. */
export const took_ranges: Record<PromisedClock, readonly string[]> = {
  response: ['0-14', '15-29', '30-59', '60-119', '120-239', '240-479', '480-959', '960-2399', '2400-'],
  resolution: ['0-59', '60-239', '240-479', '480-959', '960-2399', '2400-4799', '4800-'],
};

interface Gathered {
  opened: number;
  solved: number;
  clocks: Record<PromisedClock, { in_time: number; late: number; took: number[] }>;
}

const gathered = (): Gathered => ({
  opened: 0,
  solved: 0,
  clocks: {
    response: { in_time: 0, late: 0, took: [] },
    resolution: { in_time: 0, late: 0, took: [] },
  },
});

export interface Gathering {
  /** Takes a part, in any order. */
  add: (part: Part) => void;
  /** What all of them come to. */
  numbers: () => Numbers;
}

export function gather(): Gathering {
  const counted = Object.fromEntries(volumes.map(volume => [volume, 0])) as Record<Volume, number>;
  const waited: Waited = { desk: 0, school: 0, level2: 0, closed_hours: 0 };
  const all = gathered();
  const by_priority = new Map<Priority, Gathered>();
  const by_category = new Map<Category, Gathered>();
  const agreements = new Set<number>();
  return {
    add(part) {
      for (const volume of volumes) counted[volume] += part.volumes[volume];
      for (const on of Object.keys(waited) as (keyof Waited)[]) waited[on] += part.waited[on];
      if (part.clocks.length > 0) agreements.add(part.agreement);
      const category = from(by_category, part.category);
      for (const slice of [all, from(by_priority, part.priority), category]) {
        slice.opened += part.volumes.opened;
        slice.solved += part.volumes.solved;
      }
      for (const judged of part.clocks)
        for (const slice of [all, from(by_priority, judged.priority), category]) count(slice, judged);
    },
    numbers: () => ({
      volumes: { ...counted },
      clocks: promisesOf(all.clocks),
      took: { response: spread('response', all.clocks), resolution: spread('resolution', all.clocks) },
      waited: { ...waited },
      by_priority: slicesOf(by_priority),
      by_category: slicesOf(by_category),
      agreements: [...agreements].sort((a, b) => a - b),
    }),
  };
}

/** What the tickets of a span come to: all of them, those of each school, and the promises that were broken. */
export function gatherSpan(span: Span, measure: Measure) {
  const all = gather();
  const by_school = new Map<number, Gathering>();
  const breaches: Breach[] = [];
  return {
    all,
    by_school,
    breaches,
    /** Takes a ticket, in any order. */
    take(told: Told): void {
      const part = partOf(told, span, measure);
      if (!part) return;
      const own = by_school.get(part.school_id) ?? gather();
      by_school.set(part.school_id, own);
      for (const gathering of [all, own]) gathering.add(part);
      breaches.push(...part.breaches);
    },
  };
}

function count({ clocks }: Gathered, { clock, in_time, seconds }: Judged): void {
  if (in_time !== null) clocks[clock][in_time ? 'in_time' : 'late']++;
  if (seconds !== null) clocks[clock].took.push(seconds);
}

function from<Key>(slices: Map<Key, Gathered>, key: Key): Gathered {
  const slice = slices.get(key) ?? gathered();
  slices.set(key, slice);
  return slice;
}

const promisesOf = (clocks: Gathered['clocks']): Promises => ({
  response: keptOf(clocks.response),
  resolution: keptOf(clocks.resolution),
});

function keptOf({ in_time, late, took }: Gathered['clocks'][PromisedClock]): Kept {
  took.sort((a, b) => a - b);
  const within = (share: number) => took[Math.ceil(took.length * share) - 1] ?? null;
  return { in_time, late, met: took.length, median: within(0.5), ninth: within(0.9) };
}

function spread(clock: PromisedClock, clocks: Gathered['clocks']): number[] {
  const minutes = clocks[clock].took.map(seconds => Math.floor(seconds / 60));
  return took_ranges[clock].map(text => {
    const { from, to = Infinity } = rangeOf(text)!;
    return minutes.filter(each => each >= from && each <= to).length;
  });
}

const slicesOf = <Key extends string>(slices: Map<Key, Gathered>): Partial<Record<Key, Slice>> =>
  Object.fromEntries(
    [...slices]
      .filter(([, slice]) => slice.opened + slice.solved + promised_clocks.reduce(countedIn(slice), 0) > 0)
      .map(([key, { opened, solved, clocks }]) => [key, { opened, solved, ...promisesOf(clocks) }]),
  ) as Partial<Record<Key, Slice>>;

const countedIn =
  ({ clocks }: Gathered) =>
  (sum: number, clock: PromisedClock): number =>
    sum + clocks[clock].in_time + clocks[clock].late + clocks[clock].took.length;

/** The share in time, from 0 to 1; null where nothing was judged. */
export const shareOf = ({ in_time, late }: Pick<Kept, 'in_time' | 'late'>): number | null =>
  in_time + late === 0 ? null : in_time / (in_time + late);

/** In the order of their urgency. */
export const prioritiesOf = (numbers: Numbers): Priority[] =>
  priorities.filter(priority => numbers.by_priority[priority]);
