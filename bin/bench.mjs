// npm run bench [-- --tickets 20000 --database postgres|embedded|both --seconds 5]: what the built server costs, and the limit.
import { build, bundle, install } from './fresh.mjs';

install();
build();
bundle('benchmarks/vite.config.ts');
await import('../dist/benchmarks/bench.js');
