// npm run check: style, types and what nobody uses. Also the first part of npm test.
import { install, run } from './fresh.mjs';

install();
run('npx', ['prettier', '--check', '--log-level', 'warn', '.']);
run('npx', ['oxlint', '--type-aware', '--deny-warnings']);
for (const part of ['server', 'web', 'journeys']) run('npx', ['tsc', '-p', `tsconfig.${part}.json`]);
run('npx', ['knip']);
