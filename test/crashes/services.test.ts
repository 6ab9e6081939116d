// Apps Script's own services fail once: properties, cache, lock, triggers, session.
import { calendarScenario, type CalendarOutcome } from './calendar-scenario';
import { differences, disturbed, isApi, pointsOf, type Scenario } from './sweep';

let scenario: Scenario<CalendarOutcome>;
beforeAll(() => {
  scenario = calendarScenario();
});

const FAULT = {
  kind: 'error',
  code: 500,
  message: "We're sorry, a server error occurred. Please wait a bit and try again.",
} as const;

test('a service of Apps Script that fails once costs a run at most [Inv6]', () => {
  const points = pointsOf(scenario).filter((point) => !isApi(point) && point.at > 1);
  expect(points.length).toBeGreaterThan(40);
  expect(differences(scenario, points, ['before', FAULT])).toEqual([]);
});

test('a cache that does not answer fails no run: nothing is in it', () => {
  const cached = pointsOf(scenario).filter(({ method }) => method.startsWith('cache.'));
  expect(cached.length).toBeGreaterThan(2);
  for (const { at } of cached)
    expect(disturbed(scenario, [{ at, fault: FAULT }]).errors).toEqual([]);
});
