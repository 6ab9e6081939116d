import { disconnected } from '../../src/install/stop';
import { isAccount, tenants, tenantSeenBy } from '../../src/install/tenant';
import { MemoryStore } from '../kit/memory-store';
import { ADMIN, aTenant, OTHER, WHO } from './world';

test('the record of the first release, which knew the sync account by its address, is carried over', () => {
  const store = new MemoryStore();
  const { deputy: _none, stop: _running, ...rest } = aTenant({ isCalendarOn: true });
  const data = { ...rest, syncAccount: ADMIN.email };
  store.values.set('tenant.C01', JSON.stringify({ v: 1, data }));
  expect(tenants(store).byCustomer('C01')).toEqual({
    kind: 'value',
    value: aTenant({
      isCalendarOn: true,
      syncAccount: { userId: null, email: ADMIN.email },
      deputy: null,
    }),
  });
});

test('the record of the release before the pause is carried over: it was running', () => {
  const store = new MemoryStore();
  const { stop: _running, ...data } = aTenant({ deputy: WHO.other });
  store.values.set('tenant.C01', JSON.stringify({ v: 2, data }));
  expect(tenants(store).byCustomer('C01')).toEqual({
    kind: 'value',
    value: aTenant({ deputy: WHO.other }),
  });
});

test('an account is known by its id; by its address only while no id is known', () => {
  const renamed = { userId: ADMIN.userId, email: 'married@acme.example' };
  const newcomer = { userId: 'u-new', email: ADMIN.email };
  expect(isAccount(WHO.admin, renamed)).toBe(true);
  expect(isAccount(WHO.admin, newcomer)).toBe(false);
  expect(isAccount(WHO.admin, { userId: null, email: ADMIN.email })).toBe(false);
  expect(isAccount({ userId: null, email: ADMIN.email }, ADMIN)).toBe(true);
});

test('whoever comes by has their id and present address kept, and nobody else’s part changes', () => {
  const before = aTenant({ syncAccount: { userId: null, email: ADMIN.email }, deputy: WHO.other });
  expect(tenantSeenBy(before, ADMIN)).toEqual({ ...before, syncAccount: WHO.admin });
  const email = 'renamed@acme.example';
  expect(tenantSeenBy(before, { ...OTHER, email })).toEqual({
    ...before,
    deputy: { userId: OTHER.userId, email },
  });
  expect(tenantSeenBy(aTenant(), ADMIN)).toBeNull();
  expect(tenantSeenBy(before, { userId: null, email: ADMIN.email })).toBeNull();
});

test('a record takes at most 1 KB, even with long addresses', () => {
  const store = new MemoryStore();
  const email = `${'a'.repeat(64)}@${'d'.repeat(60)}.example`;
  const who = { userId: '123456789012345678901', email };
  const tenant = aTenant({
    syncAccount: who,
    deputy: who,
    domain: email.slice(65),
    workbookId: 'w'.repeat(44),
    stop: disconnected(0, true),
  });
  expect(tenants(store).save(tenant).ok).toBe(true);
  expect(Buffer.byteLength(store.values.get('tenant.C01')!)).toBeLessThanOrEqual(1024);
});

describe('a domain', () => {
  const setUp = () => {
    const store = new MemoryStore();
    const all = tenants(store);
    for (const customerId of ['C01', 'C02']) all.save(aTenant({ customerId }));
    all.addDomains('C01', ['acme.example']);
    const ownerOf = (domain: string): string | null => {
      const owner = all.byDomain(domain);
      return owner.kind === 'value' ? owner.value.customerId : null;
    };
    return { all, ownerOf };
  };

  test('stays with the organization that it was proved for first', () => {
    const { all, ownerOf } = setUp();
    all.addDomains('C02', ['acme.example', 'other.example']);
    expect(['acme.example', 'other.example'].map(ownerOf)).toEqual(['C01', 'C02']);
  });

  test('is the same in any case', () => {
    const { all, ownerOf } = setUp();
    all.addDomains('C02', ['ACME.example']);
    expect(['acme.example', 'Acme.Example'].map(ownerOf)).toEqual(['C01', 'C01']);
  });

  test('is not that of its subdomain, its parent, or one that ends alike', () => {
    const { ownerOf } = setUp();
    const others = ['lab.acme.example', 'example', 'notacme.example', 'acme.example.evil.example'];
    expect(others.map(ownerOf)).toEqual(others.map(() => null));
  });
});
