import { slot } from '../../src/kit/slot';
import { gathering, readAhead, readTogether } from '../../src/kit/together';
import { readSplit, writeSplit } from '../../src/kit/split-value';
import { MemoryStore } from './memory-store';

/** A store that reads many keys in one call, and counts its calls. */
class ManyAtOnce extends MemoryStore {
  getAll(keys: readonly string[]): Record<string, string> {
    this.calls += 1;
    return Object.fromEntries([...this.values].filter(([key]) => keys.includes(key)));
  }
}

const filled = <T extends MemoryStore>(store: T): T => {
  store.values.set('a', '1').set('b', '2');
  return store;
};

test.each([
  ['a cache reads many keys in one call', filled(new ManyAtOnce()), 1],
  ['a store that cannot reads one by one', filled(new MemoryStore()), 3],
])('%s', (_, store, calls) => {
  expect(readTogether(store, ['a', 'b', 'c'])).toEqual({ a: '1', b: '2' });
  expect(store.calls).toBe(calls);
});

test('reading again what was read ahead costs no call, not even for keys that do not exist', () => {
  const store = filled(new ManyAtOnce());
  const ahead = readAhead(store, ['a', 'c']);
  store.calls = 0;
  expect([ahead.get('a'), ahead.get('c')]).toEqual(['1', null]);
  expect(store.calls).toBe(0);
  expect(ahead.get('b')).toBe('2');
});

test('gathered writes are sent in one call, and no call is made for none', () => {
  const store = new MemoryStore();
  const together = gathering(store);
  together.send();
  expect(store.calls).toBe(0);
  together.store.set({ a: '1' });
  together.store.set({ b: '2' });
  together.send();
  expect([store.calls, Object.fromEntries(store.values)]).toEqual([1, { a: '1', b: '2' }]);
});

test('the parts of a long text are read in one call where the store can', () => {
  const store = new ManyAtOnce();
  writeSplit(store, 'long', 'x'.repeat(50_000));
  store.calls = 0;
  expect(readSplit(store, 'long')).toEqual({ kind: 'text', text: 'x'.repeat(50_000) });
  expect(store.calls).toBe(2);
});

test.each([
  ['a short value is written without reading the old one', true, 1],
  ['any other may replace a long one', false, 2],
])('%s', (_, isShort, calls) => {
  const store = new MemoryStore();
  const place = slot<string>(store, { key: 'k', version: 1, decode: String, isShort });
  place.write('text');
  expect(store.calls).toBe(calls);
  expect(place.read()).toEqual({ kind: 'value', value: 'text' });
});
