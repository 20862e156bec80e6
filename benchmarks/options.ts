import { parseArgs } from 'node:util';
import { databases, type DatabaseName } from './county/grounds.ts';

/** What may stand behind `npm run bench --` and `npm run crash --`. */
export interface Options {
  tickets: number;
  databases: readonly DatabaseName[];
  /** How long each round of each operation is measured. */
  seconds: number;
  /** How often the server is killed. */
  rounds: number;
}

export function optionsOf(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      tickets: { type: 'string', default: '20000' },
      database: { type: 'string', default: 'both' },
      seconds: { type: 'string', default: '5' },
      // Other programs read these (bin/bench.mjs).
      screens: { type: 'boolean', default: false },
      bulk: { type: 'boolean', default: false },
      reports: { type: 'boolean', default: false },
      schools: { type: 'boolean', default: false },
      clocks: { type: 'boolean', default: false },
      importing: { type: 'boolean', default: false },
      suggesting: { type: 'boolean', default: false },
      search: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '100' },
    },
  });
  const chosen = databases.filter(name => values.database === 'both' || values.database === name);
  if (chosen.length === 0) throw new Error('--database: postgres, embedded or both');
  return {
    tickets: number('tickets', values.tickets),
    seconds: number('seconds', values.seconds),
    rounds: number('rounds', values.rounds),
    databases: chosen,
  };
}

function number(name: string, given: string): number {
  const read = Number(given);
  if (!(read > 0)) throw new Error(`--${name}: a number above 0`);
  return read;
}
