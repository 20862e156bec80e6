// npm run bench [-- --tickets 20000 --database postgres|embedded|both --seconds 5]: what the built server costs, and the limit.
// npm run bench -- --bulk [--tickets 20000 --database …]: how long steps on 500 tickets at once take.
// npm run bench -- --screens [--tickets 20000 --database …]: what a person waits for at the screens, in Chromium.
// npm run bench -- --reports [--tickets 20000 --database …]: the dashboard's answers, and all tickets as files.
// npm run bench -- --schools [--database … --seconds 5]: the list of 2,000 schools with 16,000 people.
// npm run bench -- --clocks [--tickets 80000 --database …]: the deadlines of so many open tickets counted anew, the list by them.
// npm run bench -- --importing [--tickets 20000 --database …]: 2,000 schools and 16,000 people from files.
// npm run bench -- --open-time: what a question over two years of business time costs.
// npm run bench -- --suggesting: how well suggestions find what solves a ticket, and what they cost.
// npm run bench -- --search [--tickets 20000 --database …]: what the one search costs, for the desk and for a school.
import { build, bundle, install } from './fresh.mjs';

install();
build();
bundle('benchmarks/vite.config.ts');
const program =
  ['screens', 'bulk', 'reports', 'schools', 'importing', 'clocks', 'open-time', 'suggesting', 'search'].find(
    name => process.argv.includes(`--${name}`),
  ) ?? 'bench';
await import(`../dist/benchmarks/${program}.js`);
