import type { Cold } from './loading.ts';

/** What was measured of one thing, beside what is wanted of it. */
export interface Taken {
  what: string;
  wanted: string;
  took: readonly number[];
}

/** A table in Markdown; times in ms. */
export function screensTable(
  title: string,
  taken: readonly Taken[],
  cold: readonly [string, string, Cold][],
) {
  return [
    `### Screens, ${title}`,
    '',
    '| what | times | p50 ms | p95 | max | wanted |',
    '| --- | --: | --: | --: | --: | --- |',
    ...taken.map(({ what, wanted, took }) => {
      const sorted = [...took].sort((a, b) => a - b);
      const at = (share: number) =>
        Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!);
      return `| ${what} | ${took.length} | ${at(0.5)} | ${at(0.95)} | ${at(1)} | ${wanted} |`;
    }),
    '',
    '| with an empty cache | ms | requests | KB on the wire | wanted |',
    '| --- | --: | --: | --: | --- |',
    ...cold.map(
      ([what, wanted, { ms, requests, bytes }]) =>
        `| ${what} | ${Math.round(ms)} | ${requests} | ${(bytes / 1000).toFixed(1)} | ${wanted} |`,
    ),
  ].join('\n');
}
