import fc from 'fast-check';
import { fail, ok } from '../../src/kit/result';
import { JOURNAL, journal, type Write } from '../../src/runs/journal';
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

const moved: Write = {
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
      before: '{"start":"09:00","title":"Standup"}',
      after: '{"start":"10:00","title":"Standup"}',
      isCut: false,
    },
  ]);
});

test('what did not exist, or exists no more, is nothing', () => {
  const { note, flush, store } = place();
  note({ ...moved, operation: 'create', before: null });
  note({ ...moved, operation: 'delete', after: null });
  flush();
  expect(store.entries.map(({ before, after }) => [before === '', after === ''])).toEqual([
    [true, false],
    [false, true],
  ]);
});

test('a text too long for a cell is cut, and says that it cannot be undone', () => {
  const { note, flush, store } = place();
  note({ ...moved, after: { notes: 'x'.repeat(JOURNAL.TEXT_CHARACTERS) } });
  flush();
  expect(store.entries[0]).toMatchObject({ isCut: true });
  expect(store.entries[0]!.after.length).toBe(JOURNAL.TEXT_CHARACTERS);
});

test('writes are added in bounded chunks, in order, and none is lost [Inv20]', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(30_000), { minLength: 60, maxLength: 80 }),
      fc.nat(1_200),
      (sizes, small) => {
        const { note, flush, store } = place();
        const lengths = [...sizes, ...Array.from({ length: small }, () => 5)];
        lengths.forEach((length, at) => note({ ...moved, id: `${at}`, after: 'y'.repeat(length) }));
        flush();
        expect(store.entries.map(({ id }) => Number(id))).toEqual(lengths.map((_, at) => at));
        for (const chunk of store.chunks) {
          const characters = chunk.reduce(
            (sum, { before, after }) => sum + before.length + after.length,
            0,
          );
          expect(chunk.length).toBeLessThanOrEqual(JOURNAL.ENTRIES_PER_CALL);
          expect(characters).toBeLessThanOrEqual(JOURNAL.CHARACTERS_PER_CALL);
        }
      },
    ),
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
