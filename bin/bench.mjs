// npm run bench [-- --tickets 20000 --database postgres|embedded|both --seconds 5]: what the built server costs, and the limit.
// npm run bench -- --screens [--tickets 20000 --database …]: what a person waits for at the screens, in Chromium.
import { build, bundle, install } from './fresh.mjs';

install();
build();
bundle('benchmarks/vite.config.ts');
await import(
  process.argv.includes('--screens') ? '../dist/benchmarks/screens.js' : '../dist/benchmarks/bench.js'
);
