// npm run restore -- FILE: puts a backup into an empty installation.
import { build, install } from './fresh.mjs';

install();
build();
const { restore } = await import('../dist/server/restore.js');
await restore(process.argv.slice(2));
