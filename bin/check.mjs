// npm run check: style, types and what nobody uses. Also the first part of npm test.
import { install, run } from './fresh.mjs';

install();
run('npx', ['prettier', '--check', '--log-level', 'warn', '.']);
run('npx', ['oxlint', '--type-aware', '--deny-warnings']);
run('npx', ['tsc', '-p', 'tsconfig.server.json']);
run('npx', ['tsc', '-p', 'tsconfig.web.json']);
run('npx', ['knip']);
