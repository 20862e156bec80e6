// npm run build: the server and the screens into dist/.
import { build, install } from './fresh.mjs';

install();
build();
