import { defineConfig } from 'vitest/config';
import type { Reporter } from 'vitest/node';

// A file that the results are written to as JSON, beside what is printed.
const report = process.env.YUANTU_TEST_REPORT;

/** Says at the end, where it is seen, which files did not run. */
const tellSkipped: Reporter = {
  onTestRunEnd(modules) {
    const skipped = modules.filter((file) => file.state() === 'skipped').map((file) => file.relativeModuleId);
    if (skipped.length > 0)
      console.warn(
        `*** SKIPPED, for this machine lacks what they need (see above): ${skipped.join(', ')} ***\n`,
      );
  },
};

// Tests start processes of the program, which is compiled before them.
const globalSetup = 'test/support/compile.ts';

// What a person does in a real Chromium.
const browser = {
  // Drawing without a graphics card may miss a moment on a busy machine; what fails twice is broken.
  retry: 1,
  expect: { poll: { timeout: 20_000 } },
  testTimeout: 120_000,
  hookTimeout: 120_000,
  fileParallelism: false,
};

// fast: no server, no browser. neo4j: a real server, and other programs in Java, skipped loudly where there is none. browser: a real Chromium, likewise; glance is one file of it. long: what only `npm run test:long` runs. scale: what takes hours, `npm run test:scale`.
export default defineConfig({
  test: {
    // Of two cores Vitest would leave one for itself, which has little to do.
    maxWorkers: '100%',
    reporters: report ? ['default', ['json', { outputFile: report }], tellSkipped] : ['default', tellSkipped],
    projects: [
      {
        test: {
          name: 'fast',
          globalSetup,
          // Modules, dictionary and model are loaded once for all files that a worker runs; a file leaves nothing behind.
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [
            'test/**/*.neo4j.test.ts',
            'test/**/*.java.test.ts',
            'test/**/*.long.test.ts',
            'test/**/*.scale.test.ts',
            'test/web/**/*.browser.test.ts',
          ],
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'neo4j',
          globalSetup,
          include: ['test/**/*.neo4j.test.ts', 'test/**/*.java.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'long',
          globalSetup,
          include: ['test/**/*.long.test.ts'],
          testTimeout: 3_600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'scale',
          include: ['test/**/*.scale.test.ts'],
          testTimeout: 36_000_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/web/**/*.browser.test.ts'],
          ...browser,
        },
      },
      {
        test: {
          name: 'glance',
          include: ['test/web/answers.browser.test.ts'],
          ...browser,
        },
      },
    ],
  },
});
