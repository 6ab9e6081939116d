/** @type {import('jest').Config} */
export default {
  rootDir: '..',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testEnvironment: '<rootDir>/test/support/real-time-zone-environment.cjs',
  setupFilesAfterEnv: ['<rootDir>/test/support/browser-retries.cjs'],
  globalSetup: '<rootDir>/test/support/build-realm.cjs',
  transform: {
    '^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/test/tsconfig.json', diagnostics: false }],
  },
  testTimeout: 60_000,
};
