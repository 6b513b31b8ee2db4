import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first.mts';

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'all', include: ['tests/**/*.test.ts', 'packages/*/tests/**/*.test.ts'] },
      },
      {
        // Once more, with interactions that come by HTTP.
        extends: true,
        test: {
          name: 'http',
          include: [
            'tests/commands/*.test.ts',
            'tests/discord/{dispatch,strange-buttons,undelivered}.test.ts',
            'tests/daily-post/daily.test.ts',
          ],
          env: { INTERACTIONS: 'http' },
        },
      },
    ],
    globalSetup: ['tests/support/temporary-folder.ts'],
    sequence: { sequencer: LongestFirst },
    // Many tests wait for a clock, a process or a browser: three files keep two cores busy.
    maxWorkers: Math.ceil(1.5 * availableParallelism()),
    // No test leaves anything behind in a module; loading all of them anew for each file takes longer
    // than the tests.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 30_000,
    // A busy machine is no failure.
    expect: { poll: { timeout: 15_000 } },
  },
});
