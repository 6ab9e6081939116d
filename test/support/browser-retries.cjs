/* global expect, jest */

/**
 * A browser on a busy machine is not always in time. A browser test that failed runs once more after the others of its
 * file, and what went wrong the first time is printed: a test that only passes so is to be mended.
 */
if (expect.getState().testPath.includes('/test/browser/'))
  jest.retryTimes(1, { logErrorsBeforeRetry: true });
