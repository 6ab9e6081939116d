import { wishes, type Wish } from '../../src/calendar/boards/wishes';
import { customersStore } from '../../src/app/store-shares';
import { LIMITS } from '../../src/google/limits';
import { takeLease } from '../../src/runs/lease';
import { MemoryListedStore } from '../calendar/memory-company';
import { MemoryLock, TurnedClock } from '../runs/turned-clock';

const AT = '2026-03-01T12:00:00.000Z';
const NOW_MS = Date.parse(AT);
const FULL = { ok: false, failure: { kind: 'store-full' } };

const aPerson = (index: number) => ({
  userId: `1${String(index).padStart(20, '0')}`,
  email: `person.${index}@customer.example`,
});

/** The store of two customers, as Google keeps it: 500 KB for both. */
function twoCustomers() {
  const properties = new MemoryListedStore();
  const store = customersStore(properties);
  const clock = new TurnedClock(NOW_MS);
  const lock = new MemoryLock();
  for (const customer of ['C0one', 'C0two']) store.set({ [`tenant.${customer}`]: 'x'.repeat(900) });
  return {
    properties,
    store,
    wishesOf: (customer: string) => wishes(store, lock, customer),
    lease: (customer: string) => takeLease({ store, lock, clock, key: `lease.${customer}` }, 'run'),
  };
}

/** Everybody of a customer wishes until there is no room. */
function filled(of: ReturnType<typeof wishes>, wish: Wish): number {
  for (let index = 0; index < 10_000; index += 1) {
    const put = of.put(aPerson(index), wish);
    if (!put.ok) return index;
  }
  throw new Error('There is no end to it.');
}

const ON: Wish = { kind: 'on', at: AT, consentVersion: 1 };
const LOOK: Wish = { kind: 'look', at: AT };

test('a customer whose people fill its share is refused, and the other customer goes on as before [Att37]', () => {
  const { wishesOf, lease, store } = twoCustomers();
  const [one, two] = [wishesOf('C0one'), wishesOf('C0two')];
  expect(filled(one, ON)).toBeGreaterThan(300);
  expect(one.put(aPerson(20_000), ON)).toMatchObject(FULL);
  expect(one.isRefusing(NOW_MS)).toBe(true);
  expect(two.put(aPerson(1), ON)).toEqual({ ok: true, value: 'put' });
  expect(two.isRefusing(NOW_MS)).toBe(false);
  expect(lease('C0one').ok).toBe(true);
  expect(lease('C0two').ok).toBe(true);
  expect(store.set({ 'tenant.C0three': 'y'.repeat(900) }).ok).toBe(true);
});

test('looks make room for what somebody decided', () => {
  const { wishesOf } = twoCustomers();
  const one = wishesOf('C0one');
  filled(one, LOOK);
  const off: Wish = { kind: 'off', at: AT, copies: 'keep' };
  expect(one.put(aPerson(20_000), off)).toEqual({ ok: true, value: 'put' });
  expect(one.all().map(({ wish }) => wish)).toEqual([off]);
  expect(one.isRefusing(NOW_MS + 1)).toBe(true);
});

test('administrators hear of a refusal for a day', () => {
  const { wishesOf, properties } = twoCustomers();
  const one = wishesOf('C0one');
  filled(one, ON);
  expect(one.isRefusing(NOW_MS + 86_400_000 - 1)).toBe(true);
  expect(one.isRefusing(NOW_MS + 86_400_000)).toBe(false);
  expect(properties.values.has('refused.C0one')).toBe(false);
});

test('forty customers who all fill their shares leave room for every lease, tenant record and secret', () => {
  const { properties, store, wishesOf, lease } = twoCustomers();
  const customers = Array.from({ length: 38 }, (_, index) => `C0n${index}`);
  for (const customer of customers)
    expect(store.set({ [`tenant.${customer}`]: 'x'.repeat(900) }).ok).toBe(true);
  for (const customer of ['C0one', 'C0two', ...customers]) filled(wishesOf(customer), ON);
  for (const customer of ['C0one', 'C0two', ...customers]) {
    expect(lease(customer).ok).toBe(true);
    expect(wishesOf(customer).all().length).toBeGreaterThan(30);
  }
  expect(store.set({ 'publisher.seal-secret': 's'.repeat(72) }).ok).toBe(true);
  expect(properties.bytes()).toBeLessThan(LIMITS.PROPERTY_STORE_BYTES);
});

test('a store that an earlier version filled with previews to the last byte works at once, for both customers [Inv20]', () => {
  const { properties, wishesOf, lease } = twoCustomers();
  for (
    let index = 0;
    properties.set({ [`preview.C0one.${index}`]: 'p'.repeat(2_000) }).ok;
    index += 1
  );
  while (properties.set({ [`preview.C0one.s${properties.values.size}`]: '' }).ok);
  expect(lease('C0two').ok).toBe(true);
  expect(wishesOf('C0two').put(aPerson(1), ON).ok).toBe(true);
  expect(wishesOf('C0one').put(aPerson(2), ON).ok).toBe(true);
  expect([...properties.values.keys()].some((key) => key.startsWith('preview.'))).toBe(false);
});

test('what becomes no longer is always kept, however full a share is', () => {
  const { wishesOf } = twoCustomers();
  const one = wishesOf('C0one');
  filled(one, ON);
  expect(one.put(aPerson(0), ON).ok).toBe(true);
});
