import { FAILURE_KINDS, isTransient, traitsOf } from '../../src/kit/failure-traits';

test.each(FAILURE_KINDS)('%s says whether it goes away by itself, or who can cure it', (kind) => {
  const { retry, cure } = traitsOf({ kind } as never);
  if (retry === 'never') expect(cure).not.toBe('nobody');
  expect(isTransient({ kind } as never)).toBe(retry !== 'never');
});

test.each([
  ['rate-limited', 'soon'],
  ['unavailable', 'soon'],
  ['timed-out', 'soon'],
  ['stale-etag', 'replan'],
  ['sync-token-expired', 'replan'],
  ['tenant-limit', 'later'],
  ['forbidden', 'never'],
  ['missing-scopes', 'never'],
] as const)('%s is tried again: %s [Inv14]', (kind, retry) => {
  expect(traitsOf({ kind } as never).retry).toBe(retry);
});
