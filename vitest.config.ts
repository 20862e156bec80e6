import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Four projects: what needs no database, everything that speaks to one on each of the two, and the journeys.
 * `npm test` runs them all; `npx vitest --project rules` runs in seconds.
 */
/** Files share what they import: nothing of ours keeps a test's state in a module. */
const shared = { isolate: false };

const onDatabase = (database: 'embedded' | 'postgres', more: string[] = []) => ({
  test: {
    ...shared,
    name: database,
    include: ['src/**/server/**/*.test.ts', 'src/testing/**/*.test.ts', ...more],
    env: { TEST_DATABASE: database },
    globalSetup: ['src/testing/database-for-suite.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});

/** What takes longest begins first, or one worker would have it alone at the end. */
const long = /(walls|crash|backup|access[\w-]*|busy-quarter)\.test\.ts$/;
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => (long.test(moduleId) ? 0 : 1);
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'rules',
          testTimeout: 20_000,
          include: ['src/**/*.test.ts'],
          exclude: [
            'src/**/server/**',
            'src/testing/**',
            'src/platform/db/embedded/{embedded,durability}.test.ts',
          ],
        },
      },
      onDatabase('embedded', ['src/platform/db/embedded/{embedded,durability}.test.ts']),
      onDatabase('postgres'),
      {
        test: {
          name: 'journeys',
          include: ['journeys/**/*.test.ts'],
          globalSetup: ['journeys/server.ts'],
          setupFiles: ['journeys/town.ts'],
          testTimeout: 150_000,
          hookTimeout: 120_000,
          // A page on a busy computer is not there at once.
          expect: { poll: { timeout: 30_000 } },
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
