// npm run bench [-- --tickets 20000 --database postgres|embedded|both --seconds 5]: what the built server costs, and the limit.
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
await import('../dist/benchmarks/bench.js');
