// The runner's trigger fires twice, or another execution begins in the middle of one: there is one writer.
import { ADMIN, runnerUid } from './company';
import { calendarScenario, type CalendarOutcome } from './calendar-scenario';
import { differences, disturbed, pointsOf, type Scenario } from './sweep';

let scenario: Scenario<CalendarOutcome>;
beforeAll(() => {
  scenario = calendarScenario();
});

test('a second runner that begins at any call of the first changes nothing of what comes out [Inv12]', () => {
  const triggerUid = runnerUid(scenario.before.workspace);
  const another = { kind: 'run', function: 'runSyncs', as: ADMIN, event: { triggerUid } } as const;
  const points = pointsOf(scenario);
  expect(differences(scenario, points, ['before', another])).toEqual([]);
});

test('a trigger that fires twice writes once [Inv12]', () => {
  const calm = disturbed(scenario, []);
  const twice = disturbed(scenario, [{ method: 'runSyncs', fault: { kind: 'double-trigger' } }]);
  expect(twice).toEqual(calm);
});
