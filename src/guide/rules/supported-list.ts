import { families, systems, type Family, type System } from './browsers.ts';

/** The list of supported browsers as lines that a person writes: `edge 120 windows mac`. */

export interface Supported {
  family: Family;
  min: number;
  os: System[];
}

export const writtenList = (list: readonly Supported[]): string =>
  list.map(({ family, min, os }) => [family, min, ...os].join(' ')).join('\n');

/** Reads the lines; undefined where one is not understood. */
export function readList(text: string): Supported[] | undefined {
  const read = text
    .split('\n')
    .map(line => line.trim().toLowerCase())
    .filter(Boolean)
    .map(line => {
      const [family, min, ...os] = line.split(/[\s,]+/);
      const known = families.find(each => each === family);
      const on = os.filter((each): each is System => systems.some(system => system === each));
      const least = Number(min);
      if (!known || !Number.isInteger(least) || least < 1 || least > 999) return undefined;
      return on.length === os.length && on.length > 0 ? { family: known, min: least, os: on } : undefined;
    });
  return read.length > 0 && read.every(each => each !== undefined) ? read : undefined;
}
