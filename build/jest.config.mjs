/** @type {import('jest').Config} */
export default {
  rootDir: '..',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testEnvironment: '<rootDir>/test/support/real-time-zone-environment.cjs',
  testSequencer: '<rootDir>/test/support/long-first.cjs',
  globalSetup: '<rootDir>/test/support/build-what-is-driven.cjs',
  transform: {
    // Files are translated one by one; the compiler has checked them (build/check.mjs).
    '^.+\\.test\\.ts$': [
      'ts-jest',
      { tsconfig: '<rootDir>/build/tsconfig.jest.json', diagnostics: false },
    ],
    '^.+\\.ts$': '<rootDir>/test/support/translate.cjs',
  },
  // All cores: by default Jest leaves one idle, which is half of two.
  maxWorkers: '100%',
  testTimeout: 60_000,
};
