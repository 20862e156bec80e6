// npm test: style, types, rules, the API on both databases, and the journeys in a browser. Says last what it skipped.
// `npm test -- --quick` leaves the journeys out, and asks one database: the server where there is one.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chromium, onPath, shell } from './chromium.mjs';
import { build, install, run } from './fresh.mjs';

const quick = process.argv.includes('--quick');
const must = process.env.NO_SKIPS === 'true';

install();
run(process.execPath, ['bin/check.mjs']);
build();

function postgres() {
  const homes = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').map(Number) : [];
  return homes.some(version => version >= 15) || process.env.PG_BIN || onPath('initdb');
}

/** Where this may (a Debian machine, as root), what is missing is installed. */
function add(name, found) {
  if (found() || process.getuid?.() !== 0 || !onPath('apt-get')) return;
  console.log(`Installing ${name} …`);
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

add('postgresql', postgres);
// The one without windows first: it takes less than half of the time.
if (!quick) add('chromium-headless-shell', shell);
if (!quick) add('chromium', chromium);

const skipped = [];
const projects = ['rules'];
const server = Boolean(postgres());
if (server) projects.push('postgres');
else
  skipped.push(
    'the API on a PostgreSQL server: no PostgreSQL 15 or newer was found (set PG_BIN to its bin folder)',
  );
if (!server || !quick) projects.push('embedded');
else skipped.push('the API on the embedded database: --quick');
if (quick) skipped.push('the journeys in a browser: --quick');
else if (chromium()) projects.push('journeys');
else skipped.push('the journeys in a browser: no Chromium was found (set CHROMIUM to its path)');

run('npx', ['vitest', 'run', ...projects.flatMap(project => ['--project', project])], {
  CHROMIUM: chromium() ?? '',
});

for (const what of skipped) console.log(`Skipped: ${what}`);
if (skipped.length === 0) console.log('Nothing was skipped.');
if (must && skipped.length > 0) process.exit(1);
