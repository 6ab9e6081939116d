import { aWorkspace, ADMIN, ANNA } from '../../support/small-company';
import type { LocalWorkspace } from '../../../emulator/local-workspace';
import { planLateEntries } from '../../../emulator/workspace/reports/mishaps';
import { authorize, CUSTOMER, items, listLog, log } from './support';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('the lag of a log', () => {
  test.each([
    ['admin', 0, 10 * MINUTE],
    ['drive', 0, 10 * MINUTE],
    ['login', 0, 15 * MINUTE],
    ['user_accounts', 9 * MINUTE, HOUR],
    ['calendar', 19 * MINUTE, 150 * MINUTE],
    ['token', 29 * MINUTE, 4 * HOUR],
  ])('%s entries show after their usual time, not before', (applicationName, early, late) => {
    const workspace = aWorkspace();
    for (let i = 0; i < 20; i++) log(workspace, { applicationName });
    workspace.clock.advance(early);
    expect(items(workspace, applicationName)).toHaveLength(0);
    workspace.clock.advance(late - early);
    expect(items(workspace, applicationName)).toHaveLength(20);
  });

  test('entries show out of the order in which they happened', () => {
    const workspace = aWorkspace();
    const appearance: string[] = [];
    for (let i = 0; i < 30; i++) {
      log(workspace, { applicationName: 'token', events: [authorize(`app ${i}`)] });
      workspace.clock.advance(MINUTE);
    }
    for (let i = 0; i < 300; i++) {
      workspace.clock.advance(MINUTE);
      for (const { id } of items(workspace, 'token'))
        if (!appearance.includes(id.uniqueQualifier)) appearance.push(id.uniqueQualifier);
    }
    const byTime = items(workspace, 'token')
      .map(({ id }) => id.uniqueQualifier)
      .reverse();
    expect(byTime).toHaveLength(30);
    expect(appearance).not.toEqual(byTime);
    expect([...appearance].sort()).toEqual([...byTime].sort());
  });

  test('there is none where propagation is immediate', () => {
    const workspace = aWorkspace({ settings: { propagation: 'immediate' } });
    log(workspace, { applicationName: 'token' });
    expect(items(workspace, 'token')).toHaveLength(1);
  });
});

describe('planned mishaps', () => {
  const immediate = (): LocalWorkspace => aWorkspace({ settings: { propagation: 'immediate' } });

  test('an entry that is planned to be late shows then, among the entries of its own time', () => {
    const workspace = immediate();
    planLateEntries(workspace, { applicationName: 'admin', minutes: 500 });
    for (let i = 0; i < 3; i++) {
      log(workspace);
      workspace.clock.advance(MINUTE);
    }
    const before = items(workspace).map(({ id }) => id.uniqueQualifier);
    expect(before).toHaveLength(2);
    workspace.clock.advance(500 * MINUTE);
    const after = items(workspace).map(({ id }) => id.uniqueQualifier);
    expect(after.slice(0, 2)).toEqual(before);
    expect(after).toHaveLength(3);
  });

  test('an entry that is planned never to arrive never does', () => {
    const workspace = immediate();
    planLateEntries(workspace, { applicationName: 'admin', never: true, count: 2 });
    for (let i = 0; i < 3; i++) log(workspace);
    workspace.clock.advance(100 * HOUR);
    expect(items(workspace)).toHaveLength(1);
  });

  test('an entry that is planned to show twice has the same id both times', () => {
    const workspace = immediate();
    planLateEntries(workspace, { applicationName: 'admin', twice: true });
    log(workspace);
    expect(items(workspace)).toHaveLength(1);
    workspace.clock.advance(HOUR);
    const [one, two] = items(workspace);
    expect(two).toEqual(one);
  });

  test('other logs are not affected, and the plan is saved with the Workspace', () => {
    const workspace = immediate();
    planLateEntries(workspace, { applicationName: 'drive', never: true });
    workspace.state = JSON.parse(JSON.stringify(workspace.state));
    log(workspace);
    log(workspace, { applicationName: 'drive' });
    expect([items(workspace).length, items(workspace, 'drive').length]).toEqual([1, 0]);
  });
});

describe('an entry', () => {
  const entry = (parts = {}) => {
    const workspace = aWorkspace({ settings: { propagation: 'immediate' } });
    log(workspace, parts);
    return items(workspace)[0]!;
  };

  test('has the form of real records', () => {
    expect(entry({ ownerDomain: 'acme.example' })).toEqual({
      kind: 'admin#reports#activity',
      id: {
        time: '2026-03-02T08:00:00.000Z',
        uniqueQualifier: expect.stringMatching(/^-?\d{1,19}$/),
        applicationName: 'admin',
        customerId: CUSTOMER,
      },
      etag: expect.stringMatching(/^"[\w-]{43}\/[\w-]{27}"$/),
      actor: { callerType: 'USER', email: ADMIN, profileId: '100000000000000000000' },
      ownerDomain: 'acme.example',
      ipAddress: '198.51.100.7',
      networkInfo: { ipAsn: [64497], regionCode: 'FI', subdivisionCode: 'FI-18' },
      events: [
        {
          type: 'USER_SETTINGS',
          name: 'CREATE_USER',
          parameters: [{ name: 'USER_EMAIL', value: ANNA }],
        },
      ],
    });
  });

  test('has a number beyond the safe integers, of either sign, and no two are equal', () => {
    const workspace = aWorkspace({ settings: { propagation: 'immediate' } });
    for (let i = 0; i < 200; i++) log(workspace);
    const qualifiers = items(workspace).map(({ id }) => BigInt(id.uniqueQualifier));
    expect(new Set(qualifiers).size).toBe(200);
    expect(qualifiers.some((q) => q < 0n)).toBe(true);
    expect(qualifiers.every((q) => BigInt.asIntN(64, q) === q)).toBe(true);
    expect(qualifiers.some((q) => !Number.isSafeInteger(Number(q)))).toBe(true);
  });

  test.each([
    ['a system without a key', { kind: 'system' }, { profileId: '105250506097979753968' }],
    [
      'a system with a key',
      { kind: 'system', key: 'SYSTEM' },
      { callerType: 'KEY', key: 'SYSTEM' },
    ],
    [
      'somebody outside the organization',
      { kind: 'user', userId: '9', email: 'eve@else.example', customerId: null },
      { callerType: 'EXTERNAL_USER', email: 'eve@else.example', profileId: '9' },
    ],
  ])('by %s says so', (_, actor, expected) => {
    expect(entry({ actor }).actor).toEqual(expected);
  });

  test('of something that no person did has neither an address nor a network', () => {
    const { ipAddress, networkInfo } = entry({ actor: { kind: 'system' }, ipAddress: null });
    expect([ipAddress, networkInfo]).toEqual([undefined, undefined]);
  });

  test('names the application that acted', () => {
    const applicationInfo = {
      oauthClientId: '123',
      applicationName: 'Tandem',
      impersonation: true,
    };
    expect(entry({ applicationInfo }).actor.applicationInfo).toEqual(applicationInfo);
  });

  test('that was handed out can be changed without changing the log', () => {
    const workspace = aWorkspace({ settings: { propagation: 'immediate' } });
    log(workspace);
    (items(workspace)[0]!.events[0] as { name: string }).name = 'CHANGED';
    expect(items(workspace)[0]!.events[0]!.name).toBe('CREATE_USER');
  });
});

describe('which names and events are logged', () => {
  const trusted = [{ type: 'SECURITY_SETTINGS', name: 'ADD_TO_TRUSTED_OAUTH2_APPS' }];

  test.each([
    ['2026-02-16T23:59:59Z', ['ADD_TO_TRUSTED_OAUTH2_APPS']],
    ['2026-02-17T00:00:00Z', ['ADD_TO_TRUSTED_OAUTH2_APPS', 'CHANGE_APP_ACCESS']],
    ['2026-08-31T23:59:59Z', ['ADD_TO_TRUSTED_OAUTH2_APPS', 'CHANGE_APP_ACCESS']],
    ['2026-09-01T00:00:00Z', ['CHANGE_APP_ACCESS']],
  ])('a renamed admin event of %s has the name %j', (at, names) => {
    const workspace = aWorkspace({
      startAt: Date.parse(at),
      settings: { propagation: 'immediate' },
    });
    log(workspace, { events: trusted });
    const found = items(workspace).flatMap(({ events }) => events.map(({ name }) => name));
    expect(found.sort()).toEqual([...names].sort());
  });

  test.each([
    ['enterprise-plus', ['authorize', 'activity']],
    ['business-plus', ['authorize']],
    ['business-starter', ['authorize']],
  ] as const)('the token log of %s has %j', (edition, names) => {
    const workspace = aWorkspace({ settings: { propagation: 'immediate' } });
    Object.assign(workspace.state.directory.customers[CUSTOMER]!, { edition });
    log(workspace, {
      applicationName: 'token',
      events: [authorize('Tandem'), { type: 'auth', name: 'activity' }],
    });
    expect(
      items(workspace, 'token').flatMap(({ events }) => events.map(({ name }) => name)),
    ).toEqual(names);
  });
});

test('an empty log answers without items', () => {
  const answer = listLog(aWorkspace(), 'admin');
  expect(answer).toEqual({ kind: 'admin#reports#activities', etag: expect.any(String) });
});
