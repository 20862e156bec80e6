import type { Statement } from '#reports/rules/statements/statement.ts';
import type { StatementWords } from '#reports/rules/statements/words/en.ts';
import { drawBars, type Bar } from '#ui/charts/bars.ts';
import { drawHistogram, drawPairs } from '#ui/charts/columns.ts';
import type { Figure } from '../dashboard/figures.ts';
import type { PageWords } from './words/en.ts';

/** The pictures of a statement. */

/** From how wide a distribution stands; on a phone it lies. */
const standing = 560;

/** How many took how long. */
export function tookOf({ took }: Statement, clock: 'response' | 'resolution', words: StatementWords): Figure {
  const columns = took[clock].map(({ name, count }) => ({
    name,
    part: { count, fill: 'first' as const, label: `${name}: ${count}` },
  }));
  const lying = columns.map(({ name, part }): Bar => ({ name, parts: [part] }));
  return {
    title: words.parts.took[clock],
    draw: size => (size.width < standing ? drawBars(lying, size) : drawHistogram(columns, size)),
    heads: [words.heads.name, words.heads.tickets],
    rows: took[clock].map(({ name, count }) => ({ name, counts: [{ count }] })),
    empty: took[clock].every(({ count }) => count === 0),
  };
}

/** On whom it waited: in whole hours as bars, and to the second in the table. */
export function waitedOf(
  { waited, waited_together }: Statement,
  words: StatementWords,
  page: PageWords,
): Figure {
  const hours = (seconds: number) => Math.round(seconds / 3600);
  const bars = waited.map(({ name, seconds, words: said }): Bar => ({
    name,
    parts: [{ count: hours(seconds), fill: 'first', label: `${name}: ${said}` }],
  }));
  return {
    title: words.parts.waited,
    note: `${words.waited_note} ${page.hours_note}`,
    draw: size => drawBars(bars, size),
    heads: [words.heads.name, page.hours],
    rows: [
      ...waited.map(({ name, seconds, words: said, percent }) => ({
        name,
        counts: [{ count: hours(seconds), words: `${said} (${percent}%)` }],
      })),
      {
        name: words.together,
        counts: [{ count: hours(waited_together.seconds), words: waited_together.words }],
      },
    ],
    empty: waited_together.seconds === 0,
  };
}

/** What came and what was solved, in this month and those before it. */
export function monthsOf(statement: Statement, words: StatementWords): Figure {
  const { opened, solved } = words.volumes;
  const of = (key: string) => statement.volumes.find(each => each.key === key)!.count;
  const months = [
    ...statement.before.toReversed(),
    { month: statement.month, name: statement.name, opened: of('opened'), solved: of('solved') },
  ];
  const pairs = months.map(each => ({
    short: each.month,
    up: { count: each.opened, fill: 'first' as const, label: `${each.name}, ${opened}: ${each.opened}` },
    down: { count: each.solved, fill: 'second' as const, label: `${each.name}, ${solved}: ${each.solved}` },
  }));
  const sum = (key: 'opened' | 'solved') => months.reduce((all, each) => all + each[key], 0);
  return {
    title: `${opened}, ${solved.toLowerCase()}`,
    draw: size => drawPairs(pairs, size),
    heads: [words.heads.month, opened, solved],
    rows: months.map(each => ({
      name: each.name,
      counts: [{ count: each.opened }, { count: each.solved }],
    })),
    legend: [
      { fill: 'first', name: opened, of: { count: sum('opened') } },
      { fill: 'second', name: solved, of: { count: sum('solved') } },
    ],
    empty: months.every(each => each.opened + each.solved === 0),
  };
}
