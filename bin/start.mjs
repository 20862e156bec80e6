// npm start [-- --demo]: installs and builds what is missing, then is the server.
import { build, install } from './fresh.mjs';

install();
build();
await import('../dist/server/start.js');
