import { freshness } from '../../src/runs/freshness';
import { runHistory } from '../../src/runs/history';
import { MemoryRuns } from './memory-runs';
import { TurnedClock } from './turned-clock';

function place() {
  const clock = new TurnedClock();
  const store = new MemoryRuns();
  return { clock, store, history: runHistory(store, clock) };
}

test('a run is noted with its start, its end, what it did and how fresh that is', () => {
  const { clock, store, history } = place();
  history.begin('run1', 'calendar anna');
  clock.sleep(60_000);
  history.end('run1', {
    outcome: 'finished',
    counts: { created: 3 },
    freshAt: '2026-11-02T07:55:00.000Z',
  });
  expect(store.records).toEqual([
    {
      id: 'run1',
      job: 'calendar anna',
      startedAt: '2026-11-02T08:00:00.000Z',
      endedAt: '2026-11-02T08:01:00.000Z',
      outcome: 'finished',
      failure: null,
      counts: { created: 3 },
      freshAt: '2026-11-02T07:55:00.000Z',
    },
  ]);
});

test('a run that failed says why, and makes nothing fresh', () => {
  const { store, history } = place();
  history.begin('run1', 'directory');
  history.end('run1', { outcome: 'failed', failure: { kind: 'api-access-blocked' }, counts: {} });
  expect(store.records[0]).toMatchObject({ failure: 'api-access-blocked', freshAt: null });
});

test('a run that never ended was cut off, which shows when the next of its job begins [Inv15]', () => {
  const { store, history } = place();
  history.begin('run1', 'directory');
  history.begin('run2', 'calendar anna');
  expect(store.records.map(({ outcome }) => outcome)).toEqual(['running', 'running']);
  history.begin('run3', 'directory');
  expect(store.records.map(({ outcome }) => outcome)).toEqual(['cut-off', 'running', 'running']);
});

test.each([
  ['never synced', null, { kind: 'never' }],
  ['an hour ago', '2026-11-02T07:00:00Z', { kind: 'fresh', ageMs: 3_600_000 }],
  ['two hours ago', '2026-11-02T06:00:00Z', { kind: 'fresh', ageMs: 7_200_000 }],
  ['more than two', '2026-11-02T05:59:59Z', { kind: 'behind', ageMs: 7_201_000 }],
  ['by a clock that was ahead', '2026-11-03T08:00:00Z', { kind: 'fresh', ageMs: 0 }],
])('freshness of an hourly sync is measured: %s [G14]', (_, freshAt, measured) => {
  expect(freshness(freshAt, 3_600_000, Date.parse('2026-11-02T08:00:00Z'))).toEqual(measured);
});

test('a run reads the records once: nobody else changes them while it goes on', () => {
  const { store, history } = place();
  const load = jest.spyOn(store, 'load');
  history.begin('run1', 'calendar');
  history.end('run1', { outcome: 'continues', counts: {} });
  expect(load).toHaveBeenCalledTimes(1);
  expect(store.records[0]?.outcome).toBe('continues');
});
