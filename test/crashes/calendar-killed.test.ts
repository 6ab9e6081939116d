// Google ends an execution of a person's calendar sync at any of its calls. Before each call is after the one before it.
import { calendarScenario, type CalendarOutcome } from './calendar-scenario';
import { differences, disturbed, isApi, isWrite, pointsOf, type Scenario } from './sweep';

const KILL = ['before', { kind: 'kill' }] as const;

let scenario: Scenario<CalendarOutcome>;
beforeAll(() => {
  scenario = calendarScenario();
});

test('undisturbed, both calendars end alike, each entry once, and the next cycle writes nothing [Inv2] [Inv3]', () => {
  const { outcome, writesLater, errors } = disturbed(scenario, []);
  const titles = (told: readonly string[]): unknown[] =>
    told.map((text) => (JSON.parse(text) as unknown[])[0]).sort();
  const [events, cancelled] = [true, false].map((isEvent) =>
    titles(outcome.google).filter((title) => (title !== null) === isEvent),
  );
  expect(cancelled).toHaveLength(2);
  expect(events).toEqual([
    'Another date, changed at work',
    'Edited at work',
    'Edited in Google, again',
    expect.stringContaining('Edited on both sides, by'),
    'Left alone',
    'New at work 1',
    'New at work 2',
    'New in Google 1',
    'New in Google 2',
    'New on both sides',
    'One date, changed at work',
    'One date, changed in Google',
    'Series of Google',
    'Series of work',
  ]);
  expect(titles(outcome.work)).toEqual(events);
  expect(outcome.pairs).toEqual(events!.map((title) => `${String(title)} = ${String(title)}`));
  expect(outcome.problems).toEqual([]);
  expect(outcome.mails).toBe(0);
  expect(writesLater).toEqual([]);
  expect(errors).toEqual([]);
});

test('the execution writes to both calendars, so that its crash points mean something', () => {
  const points = pointsOf(scenario);
  expect(points.filter(isWrite).length).toBeGreaterThan(8);
  expect(points.filter(isApi).length).toBeGreaterThan(15);
  expect(points.length).toBeGreaterThan(60);
});

test('killed at any call, the next executions end as if it had not been killed [Inv6] [Inv8] [Inv15]', () => {
  expect(differences(scenario, pointsOf(scenario), KILL)).toEqual([]);
});
