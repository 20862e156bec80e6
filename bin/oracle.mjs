// npm run oracle [-- --cases 100000 --seed 1]: business time beside a count of every minute, in random cases.
import { parseArgs } from 'node:util';
import { install, run } from './fresh.mjs';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    seed: { type: 'string', default: `${Date.now()}` },
  },
});
install();
const started = Date.now();
const env = { ORACLE_CASES: values.cases, ORACLE_SEED: values.seed };
run('npx', ['vitest', 'run', '--project', 'rules', '--testTimeout', '3600000', 'src/sla/rules/oracle'], env);
const seconds = Math.round((Date.now() - started) / 1000);
console.log(`${values.cases} cases of seed ${values.seed} in ${seconds} s, no differences`);
