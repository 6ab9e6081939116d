import { failureWords } from '../../src/card/failure-words';
import type { Failure } from '../../src/kit/failure';
import { FAILURE_KINDS } from '../../src/kit/failure-traits';
import { failureOf } from './any-failure';

const textsOf = (failure: Failure): readonly string[] => {
  const { heading, meaning, cure } = failureWords(failure);
  return [heading, meaning, cure];
};

/** The same failure with every fact an empty text, as an old record or a refusal without words leaves it. */
const withoutFacts = (kind: string): Failure =>
  Object.fromEntries(
    Object.entries(failureOf(kind)).map(([name, value]) => {
      if (name === 'kind' || name === 'problem' || name === 'how') return [name, value];
      return [name, Array.isArray(value) ? [] : typeof value === 'number' ? value : ''];
    }),
  ) as unknown as Failure;

test.each(FAILURE_KINDS)('%s says what happened, what it means and what to do [TA8]', (kind) => {
  for (const text of textsOf(failureOf(kind))) expect(text.length).toBeGreaterThan(5);
  const { meaning, cure, link } = failureWords(failureOf(kind));
  for (const text of [meaning, cure]) expect(text).toMatch(/\.$/);
  expect(link?.url ?? 'https://').toMatch(/^https:\/\//);
});

test.each(
  FAILURE_KINDS.flatMap((kind) => [[kind, 'all facts'] as const, [kind, 'no facts'] as const]),
)(
  '%s with %s has no hole in a sentence: no empty name, double blank or value of a program',
  (kind, how) => {
    const failure = how === 'all facts' ? failureOf(kind) : withoutFacts(kind);
    for (const text of textsOf(failure)) {
      expect(text).not.toMatch(/undefined|null|NaN|\[object/);
      expect(text).not.toMatch(/\s{2}|^\s|\s$|\s[.,:;)]|\(\s|“”|\.\.|:\./);
      // Names of accounts, servers and records begin as they are written.
      expect(text).toMatch(/^[A-Z“]|^anna@|^acme\.example|^work\.example|^e1\b/);
    }
  },
);

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

test.each([
  'missing',
  'unreadable',
  'not-a-private-key',
  'too-large',
  'too-short',
  'no-email',
  'foreign-email',
])('a key that is %s says so', (problem) => {
  const { meaning } = failureWords({ kind: 'invalid-key', problem } as Failure);
  expect(meaning).toMatch(/\.$/);
});
