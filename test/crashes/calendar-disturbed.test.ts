// Google fails one call of a person's calendar sync: before it did anything, or after it did everything.
import type { Fault } from '../../emulator/runtime/faults';
import { calendarScenario, type CalendarOutcome } from './calendar-scenario';
import { differences, isApi, isWrite, pointsOf, type Scenario, type When } from './sweep';

let scenario: Scenario<CalendarOutcome>;
beforeAll(() => {
  scenario = calendarScenario();
});

/** A refusal for too many calls has no effect: there is no after. */
const FAULTS: readonly (readonly [string, typeof isWrite, When, Fault])[] = [
  ['500 instead of an answer', isApi, 'before', { kind: 'error', code: 500 }],
  ['503 after a write', isWrite, 'after', { kind: 'error', code: 503 }],
  ['too many calls', isWrite, 'before', { kind: 'error', code: 429, retryAfterSeconds: 2 }],
  ['no answer to a write', isWrite, 'after', { kind: 'timeout' }],
];

test.each(FAULTS)('%s at any call ends as if it had not been [Inv7]', (_, strikes, when, fault) => {
  const points = pointsOf(scenario).filter(strikes);
  expect(differences(scenario, points, [when, fault])).toEqual([]);
});
