import type { Operation } from '../asking/operations.ts';
import type { DatabaseName } from '../county/grounds.ts';
import type { Measured } from './measure.ts';

export interface Report {
  queries: Record<Operation, number>;
  database: DatabaseName;
  tickets: number;
  product: readonly Measured[];
  limit: readonly Measured[];
  /** Memory of the server's process in MB, at the end and at most. */
  memory: { now: number; most: number };
}

const columns = [
  'operation',
  'callers',
  'p50 ms',
  'p95',
  'p99',
  'per s',
  'CPU ms server',
  'database',
  'together',
  'the limit',
  'ratio',
  'queries',
  'blocked ms',
];

/** A table in Markdown. CPU is for each operation; the limit is the CPU of a bare server that makes the same queries. */
export function tableOf({ database, tickets, product, limit, memory, queries }: Report): string {
  const rows = product.map(each => {
    const bare = limit.find(other => other.operation === each.operation && other.callers === each.callers);
    return [...rowOf(each, bare, database), String(queries[each.operation]), ms(each.blocked ?? 0)];
  });
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const wrong = [...product, ...limit].flatMap(each =>
    each.wrong.map(what => `wrong: ${each.operation}: ${what}`),
  );
  return [
    `### ${database}, ${tickets.toLocaleString('en')} tickets`,
    '',
    line(columns),
    line(columns.map((_, index) => (index === 0 ? '---' : '--:'))),
    ...rows.map(line),
    '',
    `Memory of the server: ${memory.now} MB, at most ${memory.most} MB. Longest block of the event loop: ${ms(Math.max(...product.map(each => each.blocked ?? 0)))} ms.`,
    ...wrong,
  ].join('\n');
}

function rowOf(each: Measured, bare: Measured | undefined, database: DatabaseName): string[] {
  const together = each.cpu_server + each.cpu_database;
  const limit = bare && bare.cpu_server + bare.cpu_database;
  return [
    each.operation,
    String(each.callers),
    ...[each.p50, each.p95, each.p99].map(ms),
    (each.count / each.seconds).toFixed(0),
    ...(database === 'postgres' ? [ms(each.cpu_server), ms(each.cpu_database)] : ['', '']),
    ms(together),
    limit === undefined ? '' : ms(limit),
    limit === undefined ? '' : (together / limit).toFixed(2),
  ];
}

const ms = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(0));
