// npm run joining [-- --rounds 10000]: random merges, splits, links and their undoing, through the API and in a model.
import { parseArgs } from 'node:util';
import { build, install, run } from './fresh.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '10000' } } });
install();
build();
const started = Date.now();
const test = ['run', '--project', 'embedded', 'src/tickets/server/joining/sequences.test.ts'];
run('npx', ['vitest', ...test], { JOINING_ROUNDS: values.rounds });
console.log(`${values.rounds} sequences in ${Math.round((Date.now() - started) / 1000)} s`);
