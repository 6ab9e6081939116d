import fc from 'fast-check';
import { fail, ok } from '../../src/kit/result';
import { ENTRIES_PER_CALL, journal, type Told } from '../../src/runs/journal';
import type { JournalEntry, JournalStore } from '../../src/runs/ports';
import { TurnedClock } from './turned-clock';

class MemoryJournal implements JournalStore {
  readonly chunks: (readonly JournalEntry[])[] = [];
  isDown = false;
  append = (entries: readonly JournalEntry[]) => {
    if (this.isDown) return fail({ kind: 'unavailable', message: 'Backend Error' } as const);
    this.chunks.push(entries);
    return ok(null);
  };
  get entries(): JournalEntry[] {
    return this.chunks.flat();
  }
}

function place() {
  const store = new MemoryJournal();
  const clock = new TurnedClock();
  return { store, clock, ...journal(store, 'run1', clock) };
}

const moved: Told = {
  side: 'google',
  operation: 'update',
  id: 'event1',
  before: { title: 'Standup', start: '09:00' },
  after: { start: '10:00', title: 'Standup' },
};

test('every write is kept with what was there before and what is there now', () => {
  const { note, flush, store } = place();
  note(moved);
  expect(store.entries).toEqual([]);
  flush();
  flush();
  expect(store.entries).toEqual([
    {
      key: '2026-11-02T08:00:00.000Z run1 google update event1',
      at: '2026-11-02T08:00:00.000Z',
      run: 'run1',
      side: 'google',
      operation: 'update',
      id: 'event1',
      person: '',
      title: '',
      fields: [],
      change: '',
      before: { title: 'Standup', start: '09:00' },
      after: { start: '10:00', title: 'Standup' },
      conflict: null,
    },
  ]);
});

test('writes are added in bounded chunks, in order, and none is lost [Inv20]', () => {
  fc.assert(
    fc.property(fc.nat(1_200), (count) => {
      const { note, flush, store } = place();
      const ids = Array.from({ length: count }, (_, at) => String(at));
      for (const id of ids) note({ ...moved, id });
      flush();
      expect(store.entries.map(({ id }) => id)).toEqual(ids);
      for (const chunk of store.chunks) expect(chunk.length).toBeLessThanOrEqual(ENTRIES_PER_CALL);
    }),
    { numRuns: 30 },
  );
});

test('what could not be added stays, with the same key, until it can', () => {
  const { note, flush, store, clock } = place();
  note(moved);
  store.isDown = true;
  expect(flush().ok).toBe(false);
  store.isDown = false;
  clock.sleep(60_000);
  expect(flush().ok).toBe(true);
  expect(store.entries.map(({ at }) => at)).toEqual(['2026-11-02T08:00:00.000Z']);
});
