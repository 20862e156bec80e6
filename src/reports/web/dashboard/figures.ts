import type { Count, Dashboard, Slice } from '#reports/rules/dashboard.ts';
import type { Cell } from '#platform/text/csv.ts';
import { drawBars, type Bar } from '#ui/charts/bars.ts';
import { drawHistogram, drawPairs } from '#ui/charts/columns.ts';
import { fills, type Fill, type Part, type Scene } from '#ui/charts/scene.ts';
import type { Size } from '#ui/charts/Drawing.tsx';
import type { DashboardWords } from './words/en.ts';

/** The pictures of the dashboard: how each is drawn, and the same numbers as a table. */

export interface Linked {
  count: number;
  /** Where no list holds them, none. */
  href?: string;
  /** Said in place of the number. */
  words?: string;
}

export interface Figure {
  title: string;
  note?: string;
  draw: (size: Size) => Scene;
  /** The table: what its columns are called, and its rows. */
  heads: string[];
  rows: { name: string; counts: Linked[] }[];
  /** Said under it: what is in none of its bars. */
  also?: { name: string; of: Linked };
  legend?: { fill: Fill; name: string; of: Linked }[];
  empty: boolean;
}

export const hrefOf = (query: Record<string, string>): string =>
  `/desk?${new URLSearchParams(query).toString().replaceAll('%2C', ',')}`;

const linked = ({ count, query }: Count): Linked => ({ count, href: hrefOf(query) });

export const cellsOf = ({ heads, rows }: Figure): Cell[][] => [
  heads,
  ...rows.map(({ name, counts }) => [name, ...counts.map(({ count }) => count)]),
];

const most_bars = 12;

/** Lying bars of what something is parted into; what is nothing is left out where the parts are many. */
export function barsOf(title: string, slices: readonly Slice[], words: DashboardWords): Figure {
  const shown = slices.slice(0, most_bars);
  const bars = shown.map((slice): Bar => ({ name: slice.name, parts: [partOf(slice, slice.name, words)] }));
  return {
    title,
    ...(slices.length > most_bars && { note: words.top(most_bars, slices.length) }),
    draw: size => drawBars(bars, size),
    heads: [words.head.name, words.head.count],
    rows: slices.map(slice => ({ name: slice.name, counts: [linked(slice)] })),
    empty: slices.every(({ count }) => count === 0),
  };
}

const partOf = (of: Count, name: string, words: DashboardWords, fill: Fill = 'first'): Part => ({
  count: of.count,
  href: hrefOf(of.query),
  label: words.of(name, of.count),
  fill,
});

/** How old what is open is, each bar in the parts of whose turn it is. */
export function ageOf({ age, court }: Dashboard['open'], words: DashboardWords): Figure {
  const bars = age.map((slice): Bar => ({
    name: slice.name,
    parts: court.map(({ key, name }, at) =>
      partOf(slice.courts[key as keyof typeof slice.courts], `${slice.name}, ${name}`, words, fills[at]),
    ),
  }));
  return {
    title: words.pictures.age,
    note: words.notes.age,
    draw: size => drawBars(bars, size),
    heads: [words.head.name, ...court.map(({ name }) => name), words.head.count],
    rows: age.map(slice => ({
      name: slice.name,
      counts: [
        ...court.map(({ key }) => linked(slice.courts[key as keyof typeof slice.courts])),
        linked(slice),
      ],
    })),
    legend: court.map((slice, at) => ({ fill: fills[at]!, name: slice.name, of: linked(slice) })),
    empty: age.every(({ count }) => count === 0),
  };
}

/** What came and what was solved, over time. */
export function flowOf({ stretches, opened, resolved }: Dashboard['period'], words: DashboardWords): Figure {
  const pairs = stretches.map(({ name, short, ...of }) => ({
    short,
    up: partOf(of.opened, `${name}, ${words.opened}`, words),
    down: partOf(of.resolved, `${name}, ${words.resolved}`, words, 'second'),
  }));
  return {
    title: words.pictures.flow,
    note: words.notes.flow,
    draw: size => drawPairs(pairs, size),
    heads: [words.head.name, words.opened, words.resolved],
    rows: stretches.map(({ name, ...of }) => ({ name, counts: [linked(of.opened), linked(of.resolved)] })),
    legend: [
      { fill: 'first', name: words.opened, of: linked(opened) },
      { fill: 'second', name: words.resolved, of: linked(resolved) },
    ],
    empty: opened.count + resolved.count === 0,
  };
}

type Answered = NonNullable<Dashboard['period']['answered']>;

/** What an article answered without a ticket, and the tickets that were opened, by area. */
export function answeredOf({ areas, count }: Answered, opened: Count, words: DashboardWords): Figure {
  const shown = areas.slice(0, most_bars);
  const bars = shown.map(({ name, answered, opened: tickets }): Bar => ({
    name,
    parts: [
      { count: answered, fill: 'first', label: words.answered_of(name, answered) },
      ...(tickets ? [partOf(tickets, `${name}, ${words.opened}`, words, 'second')] : []),
    ],
  }));
  const note = areas.length > most_bars ? [words.top(most_bars, areas.length)] : [];
  return {
    title: words.pictures.answered,
    note: [words.notes.answered, ...note].join(' '),
    draw: size => drawBars(bars, size),
    heads: [words.head.name, words.answered, words.opened],
    rows: areas.map(({ name, answered, opened: tickets }) => ({
      name,
      counts: [{ count: answered }, tickets ? linked(tickets) : { count: 0 }],
    })),
    legend: [
      { fill: 'first', name: words.answered, of: { count } },
      { fill: 'second', name: words.opened, of: linked(opened) },
    ],
    empty: count + opened.count === 0,
  };
}

/** From how wide a distribution stands; on a phone it lies. */
const standing = 560;

export function answersOf({ histogram, never }: Dashboard['first_answer'], words: DashboardWords): Figure {
  const columns = histogram.map(slice => ({ name: slice.name, part: partOf(slice, slice.name, words) }));
  const lying = columns.map(({ name, part }): Bar => ({ name, parts: [part] }));
  return {
    title: words.pictures.answer,
    note: words.notes.answer,
    ...(never.count > 0 && { also: { name: words.never, of: linked(never) } }),
    draw: size => (size.width < standing ? drawBars(lying, size) : drawHistogram(columns, size)),
    heads: [words.head.name, words.head.count],
    rows: histogram.map(slice => ({ name: slice.name, counts: [linked(slice)] })),
    empty: histogram.every(({ count }) => count === 0),
  };
}
