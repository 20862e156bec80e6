/**
 * A flowchart as plain data: parts, each with its lanes, its boxes and the ways between them. What it is about is not
 * known here; the houses that have something to draw write it down so.
 */

export const box_kinds = ['start', 'step', 'question', 'wait', 'end'] as const;
export type BoxKind = (typeof box_kinds)[number];

/** A way out of a box: to another one by its id, under an answer where there is a choice. */
export interface Way {
  to: string;
  label?: string;
}

export interface ChartBox {
  id: string;
  kind: BoxKind;
  /** One of the lanes of its part. */
  lane: string;
  text: string;
  /** A word beside its number, such as the state that a ticket has there. */
  note?: string;
  ways: readonly Way[];
}

export interface Lane {
  id: string;
  name: string;
  /** How many boxes stand side by side in it. */
  columns: number;
}

/** What can't be drawn at one place: a list under a heading, as wide as the sheet. */
export interface Panel {
  id: string;
  title: string;
  /** A heading in bold each, and what is said under it. */
  items: readonly { name: string; text: string }[];
}

export interface Part {
  id: string;
  name: string;
  lanes: readonly Lane[];
  boxes: readonly ChartBox[];
  panels?: readonly Panel[];
}

export interface Chart {
  title: string;
  /** One sentence under the title. */
  lead: string;
  parts: readonly Part[];
}

/** The number that each box bears, in the order of the chart: what "go to" speaks of. */
export function numbersOf({ parts }: Pick<Chart, 'parts'>): Map<string, number> {
  const ids = parts.flatMap(({ boxes }) => boxes.map(({ id }) => id));
  return new Map(ids.map((id, index) => [id, index + 1]));
}

/** Each way of a chart with where it begins. */
export const waysOf = ({ boxes }: Pick<Part, 'boxes'>): (Way & { from: string; index: number })[] =>
  boxes.flatMap(({ id: from, ways }) => ways.map((way, index) => ({ ...way, from, index })));
