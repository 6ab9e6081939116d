import { NO_RULES } from '../../src/calendar/entry/own-choices';
import { wishes, type Wish } from '../../src/calendar/boards/wishes';
import { MemoryLock } from '../runs/turned-clock';
import { MemoryListedStore } from './memory-company';

const AT = '2026-03-01T12:00:00.000Z';
const LATER = '2026-03-01T12:00:01.000Z';
const ann = { userId: '1001', email: 'ann@example.com' };

const WISHES: readonly Wish[] = [
  { kind: 'preview', at: AT },
  { kind: 'on', at: AT, consentVersion: 1 },
  { kind: 'off', at: AT, copies: 'remove' },
  { kind: 'approve', at: AT, deletions: 123_456, creations: 123_456, changes: 123_456 },
  { kind: 'look', at: AT },
];

function board() {
  const store = new MemoryListedStore();
  const lock = new MemoryLock();
  return { store, lock, all: wishes(store, lock, 'C0abc') };
}

test.each(WISHES)('a wish comes back as it was left, in 300 bytes: $kind', (wish) => {
  const { store, all } = board();
  expect(all.put(ann, wish)).toEqual({ ok: true, value: 'put' });
  expect(all.of(ann.userId)).toEqual(wish);
  expect(all.all()).toMatchObject([{ person: ann, wish }]);
  const [[key, text]] = [...store.values] as [[string, string]];
  expect(key).toBe('wish.C0abc.1001');
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(300);
});

test.each<[Wish['kind'], Wish['kind'], Wish['kind']]>([
  ['off', 'look', 'off'],
  ['off', 'preview', 'off'],
  ['off', 'approve', 'off'],
  ['on', 'look', 'on'],
  ['preview', 'look', 'preview'],
  ['approve', 'look', 'approve'],
  ['look', 'look', 'look'],
  ['look', 'off', 'off'],
  ['off', 'on', 'on'],
  ['on', 'off', 'off'],
])('where "%s" waits and "%s" comes, "%s" is what waits [S26]', (before, then, kept) => {
  const { all } = board();
  const wishOf = (kind: Wish['kind']): Wish => WISHES.find((wish) => wish.kind === kind)!;
  all.put(ann, wishOf(before));
  all.put(ann, { ...wishOf(then), at: LATER });
  expect(all.of(ann.userId)).toMatchObject({ kind: kept, at: kept === then ? LATER : AT });
});

test('what a person chooses waits beside whatever they wish for, all of it, until it is taken [TF14-TF16]', () => {
  const { all } = board();
  const rules = { ...NO_RULES, way: 'to-work' as const };
  all.choose(ann, { id: 'a', isLeftOut: true }, AT);
  all.chooseRules(ann, { ...NO_RULES, way: 'to-google' }, AT);
  all.put(ann, { kind: 'off', at: AT, copies: 'keep' });
  all.chooseRules(ann, rules, LATER);
  all.choose(ann, { id: 'b', isLeftOut: true }, LATER);
  const events = [
    { id: 'a', isLeftOut: true },
    { id: 'b', isLeftOut: true },
  ];
  expect(all.all()).toMatchObject([{ wish: { kind: 'off' }, choices: { events, rules } }]);
});

test('a wish that was acted on goes; one that was written since stays', () => {
  const { all } = board();
  all.put(ann, { kind: 'look', at: AT });
  const [seen] = all.all();
  all.put(ann, { kind: 'look', at: LATER });
  all.remove(seen!);
  expect(all.of(ann.userId)).toEqual({ kind: 'look', at: LATER });
  all.remove(all.all()[0]!);
  expect(all.all()).toEqual([]);
});

test('another organization’s wishes are not seen, and what cannot be read is left alone', () => {
  const { store, lock, all } = board();
  wishes(store, lock, 'C0other').put(ann, { kind: 'look', at: AT });
  store.values.set('wish.C0abc.eve@example.com', '{"v":9,"data":{}}');
  expect(all.all()).toEqual([]);
  expect(store.values.size).toBe(2);
});

test('while another execution holds the lock a wish is not written, and the person learns it', () => {
  const { lock, all } = board();
  lock.isBusy = true;
  expect(all.put(ann, { kind: 'look', at: AT })).toMatchObject({ failure: { kind: 'busy' } });
});
