// npm run crash [-- --rounds 100 --database postgres|embedded|both]: kills the server while clients write; nothing may be lost or doubled.
import { build, install, root, run } from './fresh.mjs';

install();
build();
run(process.execPath, [
  `${root}/node_modules/vite/bin/vite.js`,
  'build',
  '-c',
  'benchmarks/vite.config.ts',
  '--logLevel',
  'warn',
]);
await import('../dist/benchmarks/crash.js');
