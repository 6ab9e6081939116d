import type { Answer, Caller, Inputs } from '../../src/card/action';
import { installActions } from '../../src/install/actions';
import { cardOf } from '../../src/install/current-card';
import { ALL_WELL, type Health } from '../../src/install/health';
import { dailyChecksSlot } from '../../src/install/daily-checks';
import { INSTALL, type InstallAction } from '../../src/install/names';
import type { LastRun } from '../../src/install/standing';
import { fail, ok } from '../../src/kit/result';
import { MemoryStore } from '../kit/memory-store';
import { ADMIN, anAccount, around, aSetup, OTHER, WHO } from './world';

/** An organization before set-up, and how one of its people presses buttons there. */
function organization() {
  const setup = aSetup();
  let health: Health = ALL_WELL;
  let lastRun: LastRun | null = null;
  const stores = new Map([ADMIN, OTHER].map(({ email }) => [email, new MemoryStore()]));
  const parts = (caller: Caller) => ({
    ...setup,
    own: stores.get(caller.email)!,
    around,
    saved: () => setup.tenants.byDomain(caller.domain),
    health: () => health,
    noteHealth: (_: unknown, change: (before: Health) => Health) => void (health = change(health)),
    dailyChecks: () => dailyChecksSlot(setup.shared, 'C01'),
    lastRun: () => lastRun,
    firstJob: 'directory',
    noteStart: () => {},
    acceptRestored: () => ok(null),
  });
  const press = (name: InstallAction, caller: Caller = ADMIN, inputs: Inputs = {}): Answer => {
    setup.ports.runsAs = caller.email;
    const { userId, email: primaryEmail } = caller;
    setup.ports.answers.account = ok(anAccount({ userId: userId!, primaryEmail }));
    return installActions(parts(caller))[name]!.run(inputs, caller);
  };
  const titleOf = ({ card }: Answer) => card?.header?.title;
  return {
    ...setup,
    press,
    titleAfter: (name: InstallAction, caller?: Caller) => titleOf(press(name, caller)),
    seen: (caller: Caller = ADMIN) => cardOf(parts(caller), caller).header?.title,
    leastRole: (name: InstallAction) => installActions(parts(ADMIN))[name]!.for,
    deploy: () => void (health = { ...ALL_WELL, proved: ['directory'] }),
    ranAt: (at: string) => void (lastRun = { at, isExact: true }),
    ails: (troubles: Health['troubles']) => void (health = { ...health, troubles }),
  };
}

test('an administrator walks from Install to a set-up that is complete [H5, H6, H7, H14, H16]', () => {
  const here = organization();
  expect(here.seen()).toBe('Integrations');
  expect(here.titleAfter(INSTALL.begin)).toBe('Are you a Workspace administrator?');
  expect(here.titleAfter(INSTALL.administrator)).toBe('Set up Tandem');
  expect(here.titleAfter(INSTALL.finalize)).toBe('Google Workspace is connected');
  expect(here.seen()).toBe('Google Workspace is connected');
  here.deploy();
  expect(here.seen()).toBe('Google Workspace is connected');
});

test('who comes back goes on where they were, checked anew; a colleague begins at the start [H13]', () => {
  const here = organization();
  here.press(INSTALL.administrator);
  here.ports.calls.length = 0;
  expect(here.seen()).toBe('Set up Tandem');
  expect(here.ports.calls).toContain('license');
  expect(here.seen(OTHER)).toBe('Integrations');
});

test('a card that shows nothing of Google’s asks Google nothing', () => {
  const here = organization();
  here.press(INSTALL.begin);
  here.ports.calls.length = 0;
  for (const name of [
    INSTALL.open,
    INSTALL.begin,
    INSTALL.ask,
    INSTALL.rights,
    INSTALL.changeAccount,
  ])
    here.press(name);
  expect(here.ports.calls).toEqual([]);
});

test('an administrator who has installed it in the Marketplace need not say so; anybody else begins at the start [H13, G3]', () => {
  const title = (change: (here: ReturnType<typeof organization>) => void) => {
    const here = organization();
    change(here);
    return here.titleAfter(INSTALL.open);
  };
  expect(title(() => undefined)).toBe('Set up Tandem');
  expect(
    title(({ ports }) => {
      ports.answers.license = fail({ kind: 'not-installed' });
    }),
  ).toBe('Integrations');
  expect(
    title(({ ports }) => {
      ports.account = () => fail({ kind: 'not-directory-admin', account: ADMIN.email });
      ports.answers.directory = fail({ kind: 'not-directory-admin', account: ADMIN.email });
    }),
  ).toBe('Integrations');
});

test('asking an administrator is a way to go, and back [H17, H19]', () => {
  const here = organization();
  here.press(INSTALL.begin);
  expect(here.titleAfter(INSTALL.ask)).toBe('Ask an administrator');
  expect(here.seen()).toBe('Ask an administrator');
  expect(here.titleAfter(INSTALL.administrator)).toBe('Set up Tandem');
});

test('what is wrong shows, and once it is cured pressing again completes it [H15, H33]', () => {
  const here = organization();
  here.ports.answers.license = ok({ kind: 'none' });
  expect(here.press(INSTALL.finalize).card?.sections?.[0]?.header).toBe(
    'Tandem has not been properly installed in Google Workspace',
  );
  expect(here.seen()).toBe('Tandem could not be set up yet');
  here.ports.answers.license = ok({ kind: 'organization', isOnForCaller: true });
  expect(here.seen()).toBe('Finalizing');
  expect(here.titleAfter(INSTALL.finalize)).toBe('Google Workspace is connected');
});

test('a step that fails is worded, and its state outlives the visit', () => {
  const here = organization();
  here.ports.failing = { name: 'startRunner', failure: { kind: 'too-many-triggers' } };
  expect(here.press(INSTALL.finalize).card?.sections?.[0]?.header).toBe(
    'This account has too many triggers',
  );
  expect(here.seen()).toBe('Finalizing');
  expect(here.seen(OTHER)).toBe('Finalizing');
});

test('while nothing is finalized, who sets it up can be changed; the other account does it itself [H30, H31, G9]', () => {
  const here = organization();
  here.press(INSTALL.administrator);
  const answer = here.press(INSTALL.changeAccount);
  expect(JSON.stringify(answer.card)).toContain(around.adminPage);
  expect(here.titleAfter(INSTALL.finalize, OTHER)).toBe('Google Workspace is connected');
  const saved = here.tenants.byCustomer('C01');
  expect(saved).toMatchObject({ value: { syncAccount: WHO.other } });
});

test('another administrator is asked before the sync account changes, and can leave it [H31]', () => {
  const here = organization();
  here.press(INSTALL.finalize);
  expect(here.titleAfter(INSTALL.finalize, OTHER)).toBe('Change sync account?');
  expect(here.titleAfter(INSTALL.changeAccount, OTHER)).toBe('Change sync account?');
  expect(here.titleAfter(INSTALL.open, OTHER)).toBe('Google Workspace is connected');
  expect(here.tenants.byCustomer('C01')).toMatchObject({ value: { syncAccount: WHO.admin } });
  here.press(INSTALL.takeOver, OTHER);
  expect(here.tenants.byCustomer('C01')).toMatchObject({ value: { syncAccount: WHO.other } });
});

test('a set-up is checked again when somebody asks, and sends back to the steps when that is the cure', () => {
  const here = organization();
  here.press(INSTALL.finalize);
  here.ports.answers.delegation = fail({ kind: 'unauthorized-client', clientId: '42' });
  expect(JSON.stringify(here.press(INSTALL.check).card)).toContain('client 42');
  expect(here.titleAfter(INSTALL.administrator)).toBe('Set up Tandem');
});

test('authorizing again leads to Google’s consent, with what to remove first [H35, H37, H38]', () => {
  const text = JSON.stringify(organization().press(INSTALL.authorize).card);
  expect(text).toContain('https://accounts.google.com/consent');
  expect(text).toContain('https://myaccount.google.com/connections');
  expect(text).toContain('is lost');
});

describe('once an organization is set up', () => {
  const setUp = () => {
    const here = organization();
    here.ports.answers.superAdministrators = ok([WHO.admin, WHO.other]);
    here.press(INSTALL.finalize);
    return here;
  };

  test('before, everyone may begin; afterwards every action is for administrators, and changing accounts is for owners', () => {
    expect(organization().leastRole(INSTALL.open)).toBe('everyone');
    const here = setUp();
    expect(here.leastRole(INSTALL.open)).toBe('auditor');
    expect(here.leastRole(INSTALL.check)).toBe('operator');
    for (const name of [INSTALL.takeOver, INSTALL.deputy, INSTALL.saveDeputy])
      expect(here.leastRole(name)).toBe('owner');
  });

  test('the deputy is shown, and can be another one or nobody', () => {
    const here = setUp();
    expect(JSON.stringify(here.press(INSTALL.open).card)).toContain(OTHER.email);
    expect(here.titleAfter(INSTALL.deputy)).toBe('Change deputy');
    const saved = here.press(INSTALL.saveDeputy, ADMIN, { deputy: ['nobody'] });
    expect(saved.notice).toBe('Nobody is the deputy now.');
    expect(here.ports.sharedWith.size).toBe(0);
    here.press(INSTALL.saveDeputy, ADMIN, { deputy: [WHO.other.userId] });
    expect(here.tenants.byCustomer('C01')).toMatchObject({ value: { deputy: WHO.other } });
    expect([...here.ports.sharedWith]).toEqual([OTHER.email]);
  });

  test('a visit itself finds out that the sync account is gone, that Tandem is uninstalled, and that nothing runs', () => {
    const here = setUp();
    here.deploy();
    here.ranAt('2026-11-01T08:00:00.000Z');
    const gone = { kind: 'sync-account-gone', account: ADMIN.email, how: 'suspended' } as const;
    here.ports.answers.inOffice = fail(gone);
    here.ports.answers.license = ok({ kind: 'none' });
    const text = JSON.stringify(here.press(INSTALL.open, OTHER).card);
    expect(text).toContain('admin@acme.example is suspended.');
    expect(text).toContain('Tandem has not been properly installed in Google Workspace');
    expect(text).toContain('No run has ended since 2026-11-01 08:00 UTC.');
  });

  test('when all checks are good, what they prove is no longer shown as wrong, though no run has met it since', () => {
    const here = setUp();
    const failure = { kind: 'unauthorized-client', clientId: '42' } as const;
    const trouble = { feature: 'calendar', part: 'calendar', state: 'broken', failure } as const;
    here.ails([{ ...trouble, since: '2026-11-02T07:00:00.000Z', toldAt: null, triedAt: null }]);
    expect(JSON.stringify(here.press(INSTALL.open).card)).toContain('Domain-wide delegation');
    here.press(INSTALL.check);
    expect(JSON.stringify(here.press(INSTALL.open).card)).not.toContain('Domain-wide delegation');
  });

  test('what a run noted is no longer shown when the visit finds it cured', () => {
    const here = setUp();
    here.ails([
      {
        feature: 'install',
        part: 'install',
        state: 'broken',
        failure: { kind: 'not-installed' },
        since: '2026-11-02T07:00:00.000Z',
        toldAt: null,
        triedAt: null,
      },
    ]);
    expect(JSON.stringify(here.press(INSTALL.open).card)).not.toContain('properly installed');
  });
});
