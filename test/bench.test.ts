// What `npm run bench` stands on, in small: it drives the built bundle by its buttons and columns, which change.
import { bench as availability } from '../bench/availability.bench';
import { bench as workingDay } from '../bench/working-day.bench';
import {
  addActivities,
  addEvents,
  addSeriesActivities,
  addSeriesEvents,
  eventIds,
  firstSync,
  smallCompany,
} from '../bench/person';
import { tallyOf } from '../bench/tally';

test.each([
  ['events', addEvents, 0],
  ['rows', addActivities, 10],
  ['series of events', addSeriesEvents, 0],
  ['series of rows', addSeriesActivities, 10],
])('a first sync of %s is measured in one execution, up to its last write', (_, fill, written) => {
  const company = smallCompany();
  fill(company, 10);
  const tally = tallyOf(firstSync(company, 10));
  expect(tally.executions).toBe(1);
  expect(tally.calendarCalls).toBeGreaterThanOrEqual(1 + written);
  expect(eventIds(company)).toHaveLength(10);
});

test('a working day is measured: changes are made on both sides, and none is lost', () => {
  const before = process.env['TANDEM_DAY'];
  process.env['TANDEM_DAY'] = '4,3,1';
  try {
    const figures = new Map(
      workingDay().map(({ what, figure }) => [what.slice(what.indexOf(': ') + 2), figure]),
    );
    expect(figures.get('changes that people made')).toBeGreaterThan(0);
    expect(figures.get('changes missing on the other side an hour later')).toBe(0);
    expect(figures.get('executions that failed')).toBe(0);
  } finally {
    if (before === undefined) delete process.env['TANDEM_DAY'];
    else process.env['TANDEM_DAY'] = before;
  }
});

test('availability is measured: everybody and a team have rows, and a run without news costs nothing for it', () => {
  const missed = availability().filter(
    ({ figure, target }) => target !== undefined && !(figure <= target),
  );
  expect(missed).toEqual([]);
});
