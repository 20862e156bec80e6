// npm run backup [-- FILE]: everything in one file, by default firstline-<date>.backup here.
import { build, install } from './fresh.mjs';

install();
build();
const { backup } = await import('../dist/server/backup.js');
await backup(process.argv.slice(2));
