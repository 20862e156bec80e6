// npm run dev: the demo town on this computer, started again whenever a source changes.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { build, install, root } from './fresh.mjs';

install();
let server;
let waiting;

function restart() {
  build();
  const old = server;
  const next = () =>
    (server = spawn(process.execPath, ['dist/server/start.js', '--demo'], { cwd: root, stdio: 'inherit' }));
  if (!old || old.exitCode !== null) return next();
  old.once('exit', next);
  old.kill('SIGTERM');
}

restart();
watch(join(root, 'src'), { recursive: true }, () => {
  clearTimeout(waiting);
  waiting = setTimeout(restart, 200);
});
process.on('SIGINT', () => server?.once('exit', () => process.exit(0)));
