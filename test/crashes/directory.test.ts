// A directory run is ended or disturbed at any of its calls. Whom it could not write is tried again after an hour.
import type { Fault } from '../../emulator/runtime/faults';
import { MINUTE_MS } from './company';
import { directoryScenario, type DirectoryOutcome } from './directory-scenario';
import { differences, disturbed, isApi, isWrite, pointsOf, type Scenario } from './sweep';
import type { When } from './sweep';

/** Beyond the hour after which a failed run is tried again. */
const HOUR = { waitMs: 61 * MINUTE_MS };

let scenario: Scenario<DirectoryOutcome>;
beforeAll(() => {
  scenario = directoryScenario();
});

test('undisturbed, people come, change, are renamed and go, each once [Inv2] [Inv3]', () => {
  const { outcome, writesLater, errors } = disturbed(scenario, []);
  const people = outcome.people.map(
    (text) => Object.fromEntries(JSON.parse(text) as [string, string][]) as Record<string, string>,
  );
  const gone = people.filter(({ Active }) => Active === 'FALSE').map(({ Email }) => Email);
  expect(people).toHaveLength(15);
  expect(gone.sort()).toEqual(['helmi@acme.example', 'lauri@acme.example']);
  expect(people.map(({ Email }) => Email)).toContain('kaisa.renamed@acme.example');
  expect(people.map(({ Email }) => Email)).not.toContain('kaisa@acme.example');
  expect(writesLater).toEqual([]);
  expect(errors).toEqual([]);
});

test('killed at any call, the next executions end as if it had not been killed [Inv6] [Inv15]', () => {
  const points = pointsOf(scenario);
  expect(points.length).toBeGreaterThan(60);
  expect(points.filter(isWrite).length).toBeGreaterThanOrEqual(3);
  expect(differences(scenario, points, ['before', { kind: 'kill' }])).toEqual([]);
});

const FAULTS: readonly (readonly [string, typeof isWrite, When, Fault])[] = [
  ['500 instead of an answer', isApi, 'before', { kind: 'error', code: 500 }],
  ['503 after a write', isWrite, 'after', { kind: 'error', code: 503 }],
  ['too many calls', isApi, 'before', { kind: 'error', code: 429, retryAfterSeconds: 2 }],
  ['no answer to a write', isWrite, 'after', { kind: 'timeout' }],
];

test.each(FAULTS)('%s at any call ends as if it had not been [Inv7]', (_, strikes, when, fault) => {
  const points = pointsOf(scenario).filter(strikes);
  expect(differences(scenario, points, [when, fault], HOUR)).toEqual([]);
});
