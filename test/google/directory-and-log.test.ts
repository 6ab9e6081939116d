import { ADMIN, ANNA } from '../support/small-company';
import { googleScript, inGoogle, runGoogle } from './in-google';

describe('the directory', () => {
  test('is read page by page, with the fields of people', () => {
    const value = inGoogle(`
      const { value } = G.directory('${ADMIN}').users(undefined);
      return [value.items.map(({ primaryEmail }) => primaryEmail), value.nextPageToken === undefined, Object.keys(value.items[0])];
    `) as [string[], boolean, string[]];
    expect(value[0]).toEqual(expect.arrayContaining([ADMIN, ANNA]));
    expect(value[1]).toBe(true);
    expect(value[2]).toEqual(
      expect.arrayContaining(['id', 'primaryEmail', 'name', 'suspended', 'orgUnitPath']),
    );
    expect(value[2]).not.toContain('etag');
  });

  test('with more than 500 people is read in pages', () => {
    const workspace = googleScript(`function f() {
      const directory = G.directory('${ADMIN}');
      const first = directory.users(undefined).value;
      const second = directory.users(first.nextPageToken).value;
      return [first.items.length, second.items.length, second.nextPageToken === undefined];
    }`);
    const { directory } = workspace.state;
    const [one] = Object.values(directory.users);
    for (let n = 0; n < 600; n++)
      directory.users[`9${n}`] = {
        ...structuredClone(one!),
        id: `9${n}`,
        primaryEmail: `p${n}@acme.example`,
        isAdmin: false,
      };
    expect(runGoogle(workspace, 'f')).toEqual([500, 103, true]);
  });

  test('distinguishes addresses that exist from those that do not', () => {
    expect(
      inGoogle(`
        const directory = G.directory('${ADMIN}');
        return [directory.find('${ANNA}').value.primaryEmail, directory.find('nobody@acme.example')];
      `),
    ).toEqual([ANNA, { ok: true, value: null }]);
  });

  test('is for administrators only [H33]', () => {
    const failure = { kind: 'not-directory-admin', account: ANNA };
    expect(
      inGoogle(
        `return [G.directory('${ANNA}').users(undefined), G.firstPeople('${ANNA}'), G.ownAccount('${ANNA}')]`,
        { as: ANNA },
      ),
    ).toEqual(Array.from({ length: 3 }, () => ({ ok: false, failure })));
  });

  test('knows the account that finalizes', () => {
    expect(inGoogle(`return [G.ownAccount('${ADMIN}'), G.firstPeople('${ADMIN}')]`)).toEqual([
      {
        ok: true,
        value: {
          userId: '100000000000000000000',
          primaryEmail: ADMIN,
          customerId: 'C01acme00',
          orgUnitPath: '/',
          isAdmin: true,
          isDelegatedAdmin: false,
        },
      },
      { ok: true, value: 3 },
    ]);
  });

  test('is none for an account outside Workspace [S2]', () => {
    expect(inGoogle(`return G.ownAccount('someone@gmail.com')`)).toEqual({
      ok: false,
      failure: { kind: 'paid-account-needed' },
    });
  });
});

describe('the token log', () => {
  const READ = `
    function f(query) {
      const read = G.tokenLog('${ADMIN}').page({ from: null, to: null, appName: '', eventName: '', ...query }, undefined);
      return read.ok ? read.value.items.map(({ events }) => events[0].parameters.find(({ name }) => name === 'app_name').value) : read;
    }`;

  function aLog() {
    const workspace = googleScript(READ);
    for (const [name, appName] of [
      ['authorize', 'Tandem'],
      ['revoke', 'Tandem'],
      ['authorize', 'Tandem, the other'],
    ] as const) {
      workspace.clock.advance(60_000);
      workspace.audit({
        applicationName: 'token',
        customerId: 'C01acme00',
        actor: {
          kind: 'user',
          userId: '100000000000000000001',
          email: ANNA,
          customerId: 'C01acme00',
        },
        ipAddress: '198.51.100.7',
        events: [{ type: 'auth', name, parameters: [{ name: 'app_name', value: appName }] }],
      });
    }
    workspace.clock.advance(60_000);
    // The script's own consent is in the log, too.
    return (query: object) =>
      (workspace.run('f', { as: ADMIN, parameters: [query] }).value as string[]).filter(
        (name) => name !== 'Test script',
      );
  }

  test.each([
    ['everything of this app', { appName: 'Tandem' }, ['Tandem', 'Tandem']],
    ['one kind of event', { appName: 'Tandem', eventName: 'revoke' }, ['Tandem']],
    [
      'everything, where no filter can say the name',
      { appName: 'Tandem, the other' },
      ['Tandem, the other', 'Tandem', 'Tandem'],
    ],
    [
      'what was since an instant',
      { from: '2026-03-02T08:02:00.000Z' },
      ['Tandem, the other', 'Tandem'],
    ],
    ['what was until an instant', { to: '2026-03-02T08:01:30.000Z' }, ['Tandem']],
  ])('is read newest first: %s', (_, query, names) => {
    expect(aLog()(query)).toEqual(names);
  });

  test('is for administrators with the privilege only', () => {
    expect(
      inGoogle(
        `return G.tokenLog('${ANNA}').page({ from: null, to: null, appName: '', eventName: '' }, undefined)`,
        { as: ANNA },
      ),
    ).toEqual({ ok: false, failure: { kind: 'not-directory-admin', account: ANNA } });
  });
});
