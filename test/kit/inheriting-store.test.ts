import { inheritingStore } from '../../src/kit/inheriting-store';
import { MemoryStore } from './memory-store';

function stores() {
  const [store, former] = [new MemoryStore(), new MemoryStore()];
  former.set({ kept: 'formerly', other: 'theirs' });
  return { store, former, both: inheritingStore(store, former) };
}

test('what is only in the former store is read there', () => {
  const { both, store } = stores();
  expect([both.get('kept'), both.get('none')]).toEqual(['formerly', null]);
  store.set({ kept: 'now' });
  expect(both.get('kept')).toBe('now');
});

test('what is written moves over, and what is deleted is gone from both; the rest of the former store stays', () => {
  const { both, store, former } = stores();
  expect(both.set({ kept: 'now' }).ok).toBe(true);
  expect([...former.values.keys()]).toEqual(['other']);
  expect(store.values.get('kept')).toBe('now');
  former.set({ kept: 'again' });
  both.delete(['kept']);
  expect(both.get('kept')).toBeNull();
});

test('a store that is full leaves what was formerly kept as it is', () => {
  const { former } = stores();
  const full = inheritingStore(new MemoryStore({ valueBytes: 9, storeBytes: 1 }), former);
  expect(full.set({ kept: 'now' })).toMatchObject({ failure: { kind: 'store-full' } });
  expect(full.get('kept')).toBe('formerly');
});
