import { failureWords } from '../../src/card/failure-words';
import type { Failure } from '../../src/kit/failure';
import { FAILURE_KINDS } from '../../src/kit/failure-traits';
import { failureOf } from './any-failure';

test.each(FAILURE_KINDS)('%s says what happened, what it means and what to do [TA8]', (kind) => {
  const { heading, meaning, cure, link } = failureWords(failureOf(kind));
  for (const text of [heading, meaning, cure]) {
    expect(text).not.toMatch(/undefined|null|\[object/);
    expect(text.length).toBeGreaterThan(5);
  }
  expect(meaning).toMatch(/\.$|no start|Backend Error/);
  expect(link?.url ?? 'https://').toMatch(/^https:\/\//);
});

test.each([
  ['api-access-blocked', 'Block all third-party API access', 'H32'],
  ['not-installed', 'Tandem has not been properly installed in Google Workspace', 'H33'],
  ['not-directory-admin', 'This account cannot access the Google Workspace Directory', 'H34'],
  ['missing-scopes', 'Authentication was not complete', 'H35'],
])('%s has the heading that the help article gives it: %s [%s]', (kind, heading) => {
  expect(failureWords(failureOf(kind)).heading).toBe(heading);
});

test('what is missing is named without the part that all scopes share [H36]', () => {
  expect(failureWords(failureOf('missing-scopes')).meaning).toContain('Missing: calendar.events.');
});

test.each(['missing', 'unreadable', 'not-a-private-key', 'too-large', 'too-short', 'no-email'])(
  'a key that is %s says so',
  (problem) => {
    const { meaning } = failureWords({ kind: 'invalid-key', problem } as Failure);
    expect(meaning).toMatch(/\.$/);
  },
);
