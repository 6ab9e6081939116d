import type { Caller } from '../../src/card/action';
import { finalize } from '../../src/install/finalize';
import type { Wanted } from '../../src/install/deputy';
import { disconnected, paused, type Stop } from '../../src/install/stop';
import type { Tenant } from '../../src/install/tenant';
import type { Failure } from '../../src/kit/failure';
import { fail, ok } from '../../src/kit/result';
import { untilKilled } from '../kit/memory-store';
import { ADMIN, anAccount, aSetup, aTenant, OTHER, otherAccount, WHO } from './world';

type Setup = ReturnType<typeof aSetup>;

interface How {
  readonly takesOver?: boolean;
  readonly deputy?: Wanted;
}

const run = (
  setup: Setup,
  caller: Caller = ADMIN,
  { takesOver = false, deputy = { kind: 'unsaid' } }: How = {},
) => {
  setup.ports.runsAs = caller.email;
  return finalize({ ...setup, caller, takesOver, deputy });
};
const saved = ({ tenants }: Setup) => {
  const found = tenants.byDomain('acme.example');
  return found.kind === 'value' ? found.value : null;
};

/** An organization that was finalized before, by this account. */
function finalized(parts: Partial<Tenant> = {}): Setup {
  const setup = aSetup();
  setup.ports.workbooks.set('C01', ['workbook-1']);
  setup.tenants.save(aTenant(parts));
  setup.tenants.addDomains('C01', ['acme.example']);
  return setup;
}

test('with all checks good, the workbook is made, the organization is kept, and the runner starts [H15, G6]', () => {
  const setup = aSetup();
  const outcome = run(setup);
  expect(outcome).toEqual({ kind: 'complete', tenant: aTenant() });
  expect(saved(setup)).toEqual(aTenant());
  expect(setup.ports.workbooks.get('C01')).toEqual(['workbook-1']);
  expect([...setup.ports.runners]).toEqual([ADMIN.email]);
});

test('with any check bad, nothing is made', () => {
  const setup = aSetup();
  setup.ports.answers.license = ok({ kind: 'none' });
  expect(run(setup)).toMatchObject({ kind: 'refused' });
  expect(saved(setup)).toBeNull();
  expect(setup.ports.calls).not.toContain('workbook');
});

test('who is no administrator cannot finalize, whatever else is right [H3]', () => {
  const setup = aSetup();
  setup.ports.answers.account = ok(anAccount({ isAdmin: false }));
  expect(run(setup)).toMatchObject({ kind: 'refused' });
  expect(saved(setup)).toBeNull();
});

test.each<[string, Failure]>([
  ['workbook', { kind: 'unavailable', message: 'Backend Error' }],
  ['startRunner', { kind: 'too-many-triggers' }],
])('a failing %s is said, and pressing again goes on', (name, failure) => {
  const setup = aSetup();
  setup.ports.failing = { name, failure };
  expect(run(setup)).toMatchObject({ kind: 'failed', failure });
  setup.ports.failing = null;
  expect(run(setup)).toEqual({ kind: 'complete', tenant: aTenant() });
  expect(setup.ports.workbooks.get('C01')).toHaveLength(1);
});

test('finalizing again loses nothing: switches, date, workbook [H38]', () => {
  const before = { isCalendarOn: true, workbookId: 'workbook-1' };
  const setup = finalized({ ...before, finalizedAt: '2026-01-01T00:00:00.000Z' });
  expect(run(setup)).toEqual({
    kind: 'complete',
    tenant: aTenant({ ...before, finalizedAt: '2026-01-01T00:00:00.000Z' }),
  });
});

test('a pause outlasts another sync account; what was disconnected is connected again [C22]', () => {
  const stopAfter = (stop: Stop) => {
    const setup = finalized({ stop });
    setup.ports.answers.account = ok(otherAccount());
    run(setup, OTHER, { takesOver: true });
    return saved(setup)?.stop;
  };
  expect(stopAfter(paused(0))).toEqual(paused(0));
  expect(stopAfter(disconnected(0, true))).toBeNull();
});

test('another administrator is asked before taking over, and nothing is done until then [H31]', () => {
  const setup = finalized({ isCalendarOn: true });
  setup.ports.answers.account = ok(otherAccount());
  expect(run(setup, OTHER)).toEqual({
    kind: 'asks-first',
    tenant: aTenant({ isCalendarOn: true }),
  });
  expect(saved(setup)?.syncAccount).toEqual(WHO.admin);
  expect(setup.ports.calls).not.toContain('workbook');
});

test('an administrator who said yes becomes the sync account; switches and workbook stay [H30, H31, TA5]', () => {
  const setup = finalized({ isCalendarOn: true });
  setup.ports.answers.account = ok(otherAccount());
  const outcome = run(setup, OTHER, { takesOver: true });
  expect(outcome).toEqual({
    kind: 'complete',
    tenant: aTenant({ syncAccount: WHO.other, isCalendarOn: true }),
  });
  expect([...setup.ports.runners]).toEqual([OTHER.email]);
});

test('who takes over and cannot have the runner is not taken for having one', () => {
  const setup = finalized();
  setup.ports.answers.account = ok(otherAccount());
  setup.ports.failing = { name: 'startRunner', failure: { kind: 'too-many-triggers' } };
  run(setup, OTHER, { takesOver: true });
  expect(saved(setup)).toMatchObject({ syncAccount: WHO.other, everyMinutes: null });
});

test('a sync account that was renamed is the same account, and its present address is kept', () => {
  const setup = finalized({ syncAccount: { userId: 'u-admin', email: 'maiden@acme.example' } });
  expect(run(setup)).toEqual({ kind: 'complete', tenant: aTenant() });
});

test('who was given the address of the sync account is not the sync account', () => {
  const setup = finalized();
  setup.ports.answers.account = ok(anAccount({ userId: 'u-newcomer' }));
  expect(run(setup)).toMatchObject({ kind: 'asks-first' });
});

test('who takes over without the workbook is told how to get it, and nothing changes [H31]', () => {
  const setup = finalized();
  setup.ports.answers.account = ok(otherAccount());
  const failure: Failure = { kind: 'forbidden', id: 'workbook-1' };
  setup.ports.failing = { name: 'workbook', failure };
  expect(run(setup, OTHER, { takesOver: true })).toMatchObject({ kind: 'no-workbook', failure });
  expect(saved(setup)).toEqual(aTenant());
});

describe('the deputy', () => {
  const ROSA = { userId: 'u-rosa', email: 'rosa@acme.example' };
  const withAdmins = (setup: Setup) => {
    setup.ports.answers.superAdministrators = ok([WHO.admin, WHO.other, ROSA]);
    return setup;
  };
  const deputyOf = (setup: Setup) => saved(setup)?.deputy ?? null;

  test('is another super administrator, suggested where nobody is chosen, and has the workbook', () => {
    const setup = withAdmins(aSetup());
    run(setup);
    expect(deputyOf(setup)).toEqual(WHO.other);
    expect([...setup.ports.sharedWith]).toEqual([OTHER.email]);
  });

  test('is whoever is chosen', () => {
    const setup = withAdmins(aSetup());
    run(setup, ADMIN, { deputy: { kind: 'said', userId: ROSA.userId } });
    expect(deputyOf(setup)).toEqual(ROSA);
  });

  test.each([
    ['nobody is wanted', { kind: 'said', userId: 'nobody' }],
    ['somebody is named who is no super administrator', { kind: 'said', userId: 'u-forged' }],
    ['the sync account itself is named', { kind: 'said', userId: 'u-admin' }],
  ] as const)('is nobody when %s', (_, deputy) => {
    const setup = withAdmins(aSetup());
    run(setup, ADMIN, { deputy });
    expect(deputyOf(setup)).toBeNull();
    expect(setup.ports.sharedWith.size).toBe(0);
  });

  test('is nobody when Google does not let the workbook be shared, and finalizing completes', () => {
    const setup = withAdmins(aSetup());
    setup.ports.failing = { name: 'share', failure: { kind: 'forbidden', id: 'workbook-1' } };
    expect(run(setup)).toMatchObject({ kind: 'complete', tenant: { deputy: null } });
  });

  test('stays when finalizing again', () => {
    const setup = withAdmins(finalized({ deputy: ROSA }));
    run(setup);
    expect(deputyOf(setup)).toEqual(ROSA);
  });

  test('who takes over leaves the place of the deputy to the sync account before, while that is a super administrator', () => {
    const setup = withAdmins(finalized({ deputy: WHO.other }));
    setup.ports.answers.account = ok(otherAccount());
    run(setup, OTHER, { takesOver: true });
    expect(saved(setup)).toMatchObject({ syncAccount: WHO.other, deputy: WHO.admin });
  });

  test('is another one where the sync account before is gone', () => {
    const setup = withAdmins(finalized({ deputy: WHO.other }));
    setup.ports.answers.superAdministrators = ok([WHO.other, ROSA]);
    setup.ports.answers.account = ok(otherAccount());
    run(setup, OTHER, { takesOver: true });
    expect(saved(setup)).toMatchObject({ syncAccount: WHO.other, deputy: ROSA });
  });
});

test('an organization that has a workbook never gets another in its place [H38]', () => {
  const setup = finalized({ workbookId: 'workbook-1' });
  setup.ports.workbook = () => ok({ id: 'an empty one', isNew: true });
  expect(run(setup)).toMatchObject({
    kind: 'failed',
    failure: { kind: 'forbidden', id: 'workbook-1' },
  });
  expect(saved(setup)?.workbookId).toBe('workbook-1');
});

test('a domain that another organization proved stays theirs', () => {
  const setup = finalized();
  setup.ports.answers.account = ok(anAccount({ customerId: 'C02' }));
  expect(run(setup)).toMatchObject({
    kind: 'failed',
    failure: { kind: 'domain-taken', domain: 'acme.example' },
  });
  expect(setup.tenants.byCustomer('C02').kind).toBe('nothing');
});

test('a record that cannot be read is left as it is', () => {
  const setup = aSetup();
  setup.shared.values.set('tenant.C01', 'no JSON');
  expect(run(setup)).toMatchObject({
    kind: 'failed',
    failure: { kind: 'saved-data-unreadable', key: 'tenant.C01' },
  });
  expect(setup.shared.values.get('tenant.C01')).toBe('no JSON');
});

test('a store without room is said, and no runner is started', () => {
  const setup = aSetup();
  const full: Failure = { kind: 'store-full', store: 'Script properties' };
  const tenants = { ...setup.tenants, save: () => fail(full) };
  expect(
    finalize({ ...setup, tenants, caller: ADMIN, takesOver: false, deputy: { kind: 'unsaid' } }),
  ).toMatchObject({
    kind: 'failed',
    failure: full,
  });
  expect(setup.ports.runners.size).toBe(0);
});

describe('killed at any moment, finalizing ends well when it is pressed again, with one workbook and one runner', () => {
  const calls = () => {
    const setup = aSetup();
    run(setup);
    return { ports: setup.ports.calls.length, store: setup.shared.calls };
  };
  const { ports, store } = calls();
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

  const endsWell = (setup: Setup) => {
    expect(run(setup)).toEqual({ kind: 'complete', tenant: aTenant() });
    expect(saved(setup)).toEqual(aTenant());
    expect(setup.ports.workbooks.get('C01')).toEqual(['workbook-1']);
    expect([...setup.ports.runners]).toEqual([ADMIN.email]);
  };

  test.each(
    numbers(ports).flatMap((call) => [[call, 'before'] as const, [call, 'after'] as const]),
  )('call %i to Google, %s it', (call, when) => {
    const setup = aSetup();
    setup.ports.fault = { call, when };
    expect(untilKilled(() => run(setup))).toBe('killed');
    setup.ports.fault = null;
    endsWell(setup);
  });

  test.each(numbers(store))('call %i to the store', (call) => {
    const setup = aSetup();
    setup.shared.killedAt = call;
    expect(untilKilled(() => run(setup))).toBe('killed');
    setup.shared.killedAt = Infinity;
    endsWell(setup);
  });
});
