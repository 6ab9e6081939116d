import fc from 'fast-check';
import { object, string } from 'valibot';
import { decoderOf } from '../../src/kit/decoder';
import { slot, valueOr, type Slot } from '../../src/kit/slot';
import { VALUE_BYTES } from '../../src/kit/split-value';
import { MemoryStore, untilKilled } from './memory-store';

interface Note {
  readonly text: string;
}

const decode = decoderOf<Note>(object({ text: string() }));

const noteSlot = (store: MemoryStore, version = 1): Slot<Note> =>
  slot(store, { key: 'notes.one', version, decode });

/** A note whose saved form has this many bytes. */
const noteOfBytes = (bytes: number): Note => ({
  text: 'x'.repeat(bytes - '{"v":1,"data":{"text":""}}'.length),
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc
    .tuple(
      fc.string({ unit: fc.constantFrom('é', '語', '👍', 'a', '\ud800', '"'), minLength: 1 }),
      fc.integer({ min: 1, max: 40_000 }),
    )
    .map(([text, length]) => text.repeat(length).slice(0, length)),
);

describe('what is written to a slot', () => {
  test('comes back, whatever the text and its length [Inv20]', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 4 }), (texts) => {
        const store = new MemoryStore();
        for (const text of texts) {
          expect(noteSlot(store).write({ text }).ok).toBe(true);
          expect(noteSlot(store).read()).toEqual({ kind: 'value', value: { text } });
        }
        for (const value of store.values.values())
          expect(Buffer.byteLength(value)).toBeLessThanOrEqual(VALUE_BYTES);
        noteSlot(store).clear();
        expect([...store.values.keys()]).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test.each([7_999, 8_000, 8_001, 9_215, 9_216, 9_217, 15_999, 16_000, 16_001, 80_000])(
    'is kept in values below the 9 KB of a property when it has %d bytes [Inv20]',
    (bytes) => {
      const store = new MemoryStore();
      const note = noteOfBytes(bytes);
      noteSlot(store).write(note);
      expect(noteSlot(store).read()).toEqual({ kind: 'value', value: note });
      expect(store.values.size).toBe(bytes <= VALUE_BYTES ? 1 : 1 + Math.ceil(bytes / VALUE_BYTES));
    },
  );

  test('leaves nothing behind when a short text follows a long one, ten thousand times [Inv20]', () => {
    const store = new MemoryStore();
    for (let cycle = 0; cycle < 10_000; cycle += 1)
      noteSlot(store).write(noteOfBytes(cycle % 3 === 0 ? 9_000 : 200));
    noteSlot(store).write(noteOfBytes(200));
    expect(store.values.size).toBe(1);
  });

  test('leaves nothing of a longer write that was killed [Inv20]', () => {
    const store = new MemoryStore();
    noteSlot(store).write(noteOfBytes(20_000));
    store.killedAt = store.calls + 3;
    expect(untilKilled(() => noteSlot(store).write(noteOfBytes(40_000)))).toBe('killed');
    store.killedAt = Infinity;
    noteSlot(store).write(noteOfBytes(9_000));
    expect(store.values.size).toBe(1 + 2);
  });

  test('can be read at any moment of a write that is killed: the old text or the new one [Inv6]', () => {
    const sizes = [100, 20_000, 9_000, 30_000, 100];
    for (const before of sizes)
      for (const after of sizes)
        for (let killedAt = 1; ; killedAt += 1) {
          const store = new MemoryStore();
          noteSlot(store).write(noteOfBytes(before));
          store.killedAt = store.calls + killedAt;
          const how = untilKilled(() => noteSlot(store).write(noteOfBytes(after)));
          store.killedAt = Infinity;
          const read = valueOr(noteSlot(store).read(), null);
          expect([noteOfBytes(before), noteOfBytes(after)]).toContainEqual(read);
          if (how === 'ended') break;
        }
  });

  test('stays as it was when the store is full, and the slot says so [Att37]', () => {
    const store = new MemoryStore({ valueBytes: 9_216, storeBytes: 60_000 });
    noteSlot(store).write(noteOfBytes(25_000));
    const values = new Map(store.values);
    const written = noteSlot(store).write(noteOfBytes(50_000));
    expect(written).toEqual({ ok: false, failure: { kind: 'store-full', store: 'memory' } });
    expect(store.values).toEqual(values);
  });
});

describe('bytes that no slot wrote', () => {
  test('never come out typed, and never as an exception [Att18]', () => {
    const json = fc.json().map((text) => text);
    const ours = fc.tuple(fc.integer(), fc.json()).map(([v, data]) => `{"v":${v},"data":${data}}`);
    const heads = fc
      .tuple(fc.constantFrom('a', 'b', 'c'), fc.integer(), fc.integer())
      .map((parts) => `split:${parts.join(':')}`);
    fc.assert(
      fc.property(fc.oneof(fc.string(), json, ours, heads), (bytes) => {
        const store = new MemoryStore();
        store.set({ 'notes.one': bytes });
        const saved = noteSlot(store).read();
        if (saved.kind === 'value') expect(typeof saved.value.text).toBe('string');
        else expect(saved.kind).toBe('unreadable');
      }),
      { numRuns: 2_000 },
    );
  });

  test('are distinguished from a value that was damaged in one place', () => {
    const store = new MemoryStore();
    noteSlot(store).write(noteOfBytes(30_000));
    const whole = new Map(store.values);
    for (const key of whole.keys()) {
      store.values.delete(key);
      const kind = key === 'notes.one' ? 'nothing' : 'unreadable';
      expect(noteSlot(store).read().kind).toBe(kind);
      store.values.set(key, whole.get(key)!.replace(/.$/, '!'));
      expect(noteSlot(store).read().kind).toBe('unreadable');
      store.values.set(key, whole.get(key)!);
    }
    expect(noteSlot(store).read().kind).toBe('value');
  });

  test.each([
    ['half a text', '{"v":1,"da', 'damaged'],
    ['text of somebody else', '"hello"', 'damaged'],
    ['no version', '{"data":{"text":"a"}}', 'damaged'],
    ['a later release', '{"v":2,"data":{"text":"a"}}', 'newer'],
    ['another form', '{"v":1,"data":{"title":"a"}}', 'refused'],
    ['a prototype for data', '{"v":1,"__proto__":{"data":{"text":"a"}}}', 'damaged'],
  ])('say what they are: %s', (_, bytes, reason) => {
    const store = new MemoryStore();
    store.set({ 'notes.one': bytes });
    expect(noteSlot(store).read()).toEqual({ kind: 'unreadable', reason });
  });

  test('are replaced by the next write', () => {
    const store = new MemoryStore();
    store.set({ 'notes.one': 'split:a:99:1' });
    noteSlot(store).write({ text: 'new' });
    expect(noteSlot(store).read()).toEqual({ kind: 'value', value: { text: 'new' } });
  });
});

test('data of an earlier version is passed to the decoder with its version', () => {
  const store = new MemoryStore();
  store.set({ 'notes.one': '{"v":1,"data":"plain"}' });
  const second = slot<Note>(store, {
    key: 'notes.one',
    version: 2,
    decode: (data, v) => (v === 1 && typeof data === 'string' ? { text: data } : decode(data)),
  });
  expect(second.read()).toEqual({ kind: 'value', value: { text: 'plain' } });
});
