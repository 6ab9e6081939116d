import { slot } from '../../src/kit/slot';
import { JudgedSerials, judgedSlot } from '../../src/sheets/judged-serials';
import { MemoryStore } from '../kit/memory-store';

const NOW = Date.UTC(2026, 2, 1, 12);

function judged(...serials: readonly number[]): JudgedSerials {
  const place = slot(new MemoryStore(), judgedSlot('w1'));
  for (const serial of serials) new JudgedSerials(place).remember(serial);
  return new JudgedSerials(place);
}

test.each([
  ['the last one', NOW, false],
  ['one that was replaced seconds ago: put back', NOW - 2_000, true],
  ['one that nobody has judged, from an execution that overlapped', NOW - 2_001, false],
  ['one of longer than a minute ago: put back', NOW - 60_001, true],
  ['one of an execution that is ahead', NOW + 5_000, false],
  ['none at all: put back to before the first', 0, true],
])('whether a spreadsheet was put back shows in its serial: %s', (_, serial, isPutBack) => {
  expect(judged(NOW - 70_000, NOW - 2_000, NOW).isPutBack(serial)).toBe(isPutBack);
});

test('before anything was judged, and after a version was accepted, nothing counts as put back', () => {
  expect(judged().isPutBack(NOW)).toBe(false);
  const serials = judged(NOW - 2_000, NOW);
  serials.accept(NOW - 2_000);
  expect(serials.isPutBack(NOW - 2_000)).toBe(false);
  expect(serials.last).toBe(NOW - 2_000);
});

test('what an earlier version of Tandem remembered is the last one', () => {
  const store = new MemoryStore();
  store.set({ 'workbook.serial.w1': JSON.stringify({ v: 1, data: NOW }) });
  expect(new JudgedSerials(slot(store, judgedSlot('w1'))).last).toBe(NOW);
});

test('of ten thousand batches, some thirty serials are remembered', () => {
  const store = new MemoryStore();
  const serials = new JudgedSerials(slot(store, judgedSlot('w1')));
  for (let batch = 0; batch < 10_000; batch += 1) serials.remember(NOW + batch);
  expect(store.bytes()).toBeLessThan(512);
});
