// npm run verify: whether the story and the log of who looked at what still are what was sealed.
import { build, install } from './fresh.mjs';

install();
build();
const { verify } = await import('../dist/server/verify.js');
await verify(process.argv.slice(2));
