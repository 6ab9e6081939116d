import { LATENCIES, matchesPattern } from '../../../emulator/runtime/latency';

const medianOf = (method: string): number =>
  LATENCIES.find(([pattern]) => matchesPattern(pattern, method))![1].medianMs;

test.each([
  ['cache.get', 15],
  ['cache.putAll', 75],
  ['properties.getProperty', 30],
  ['calendar.events.get', 165],
  ['sheets.spreadsheets.values.batchGet', 250],
])('%s takes %s ms in the middle, as docs/latency.md says', (method, ms) => {
  expect(medianOf(method)).toBe(ms);
});
