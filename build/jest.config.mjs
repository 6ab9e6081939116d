/** @type {import('jest').Config} */
export default {
  rootDir: '..',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testEnvironment: '<rootDir>/test/support/environment.cjs',
  testSequencer: '<rootDir>/test/support/long-first.cjs',
  globalSetup: '<rootDir>/test/support/build-what-is-driven.cjs',
  globalTeardown: '<rootDir>/test/support/stop-chromium.cjs',
  // Tests are translated one by one, and what they import is bundled; the compiler has checked both (build/check.mjs).
  transform: { '^.+\\.test\\.ts$': '<rootDir>/test/support/translate.cjs' },
  // All cores: by default Jest leaves one idle, which is half of two.
  maxWorkers: '100%',
  // For what never ends: the slowest test takes a fraction of it, on a busy machine too.
  testTimeout: 180_000,
};
