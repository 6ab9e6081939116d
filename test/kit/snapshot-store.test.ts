import { snapshotStore } from '../../src/kit/snapshot-store';
import { MemoryListedStore } from '../calendar/memory-company';

/** A store that counts how often it is asked. */
function counted() {
  const store = new MemoryListedStore();
  store.set({ a: '1', b: '2', 'lease.x': 'mine' });
  const asked: string[] = [];
  const snapshot = snapshotStore(
    {
      get: (key) => (asked.push(key), store.get(key)),
      set: (entries) => store.set(entries),
      delete: (keys) => store.delete(keys),
      entries: (prefix) => (asked.push('all'), store.entries(prefix)),
    },
    (key) => key.startsWith('lease.'),
  );
  return { store, snapshot, asked };
}

test('however much is read of it, it is one question; what is not there is not asked for again', () => {
  const { snapshot, asked } = counted();
  expect([
    snapshot.get('a'),
    snapshot.get('b'),
    snapshot.get('none'),
    snapshot.get('none'),
  ]).toEqual(['1', '2', null, null]);
  expect(snapshot.getAll!(['a', 'none'])).toEqual({ a: '1' });
  expect(snapshot.entries('')).toMatchObject({ a: '1', b: '2' });
  expect(asked).toEqual(['all']);
});

test('it has what this execution wrote and deleted, and so has the store', () => {
  const { store, snapshot, asked } = counted();
  snapshot.get('a');
  snapshot.set({ a: 'new', c: '3' });
  snapshot.delete(['b']);
  expect([snapshot.get('a'), snapshot.get('b'), snapshot.get('c')]).toEqual(['new', null, '3']);
  expect([store.get('a'), store.get('b'), store.get('c')]).toEqual(['new', null, '3']);
  expect(asked).toEqual(['all']);
});

test('live keys are asked for each time, and others once they are forgotten', () => {
  const { store, snapshot } = counted();
  snapshot.get('a');
  store.set({ a: 'of another', 'lease.x': 'of another' });
  expect([snapshot.get('a'), snapshot.get('lease.x')]).toEqual(['1', 'of another']);
  snapshot.forget!(['a']);
  expect([snapshot.get('a'), snapshot.get('a')]).toEqual(['of another', 'of another']);
});

test('what a refused write left is found out by reading all again', () => {
  const store = new MemoryListedStore({ valueBytes: 1e4, storeBytes: 20 });
  const snapshot = snapshotStore(store, () => false);
  snapshot.set({ a: '1' });
  expect(snapshot.get('a')).toBe('1');
  store.set({ a: '2' });
  expect(snapshot.set({ b: 'much too long for it' }).ok).toBe(false);
  expect(snapshot.get('a')).toBe('2');
});
