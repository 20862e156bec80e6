// npm run crash [-- --rounds 100 --database postgres|embedded|both]: kills the server while clients write; nothing may be lost or doubled.
import { build, bundle, install } from './fresh.mjs';

install();
build();
bundle('benchmarks/vite.config.ts');
await import('../dist/benchmarks/crash.js');
