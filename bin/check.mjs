// npm run check: style, types and what nobody uses. Also the first part of npm test.
import { spawn } from 'node:child_process';
import { install, root } from './fresh.mjs';

install();

/** The longest first. */
const checks = [
  ['oxlint', '--type-aware', '--deny-warnings'],
  ...['server', 'web', 'journeys'].map(part => ['tsc', '-p', `tsconfig.${part}.json`]),
  ['prettier', '--check', '--log-level', 'warn', '.'],
  ['knip'],
];

/** Runs one, and shows at its end what it said, so that two at once are not mixed up. Whether it found nothing. */
const check = ([tool, ...args]) =>
  new Promise(settle => {
    const running = spawn('npx', [tool, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [running.stdout, running.stderr]) stream.on('data', text => (said += text));
    running.on('close', code => {
      process.stdout.write(said);
      settle(code === 0);
    });
  });

/** Takes the next check as long as there is one and none has failed. */
async function lane() {
  for (let next = checks.shift(); next; next = checks.shift())
    if (!(await check(next))) {
      checks.length = 0;
      process.exitCode = 1;
    }
}
await Promise.all([lane(), lane()]);
