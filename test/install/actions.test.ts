import type { Answer, Caller } from '../../src/card/action';
import { cardOf, installActions } from '../../src/install/actions';
import { INSTALL, type InstallAction } from '../../src/install/names';
import { fail, ok } from '../../src/kit/result';
import { MemoryStore } from '../kit/memory-store';
import { ADMIN, anAccount, around, aSetup, OTHER } from './world';

/** An organization before set-up, and how one of its people presses buttons there. */
function organization() {
  const setup = aSetup();
  let isDeployed = false;
  const stores = new Map([ADMIN, OTHER].map(({ email }) => [email, new MemoryStore()]));
  const parts = (caller: Caller) => ({
    ...setup,
    own: stores.get(caller.email)!,
    around,
    isDeployed: () => isDeployed,
  });
  const press = (name: InstallAction, caller: Caller = ADMIN): Answer => {
    setup.ports.runsAs = caller.email;
    setup.ports.answers.account = ok(anAccount({ primaryEmail: caller.email }));
    return installActions(parts(caller))[name]!.run({}, caller);
  };
  const titleOf = ({ card }: Answer) => card?.header?.title;
  return {
    ...setup,
    press,
    titleAfter: (name: InstallAction, caller?: Caller) => titleOf(press(name, caller)),
    seen: (caller: Caller = ADMIN) => cardOf(parts(caller), caller).header?.title,
    deploy: () => void (isDeployed = true),
  };
}

test('an administrator walks from Install to a set-up that is complete [H5, H6, H7, H14, H16]', () => {
  const here = organization();
  expect(here.seen()).toBe('Integrations');
  expect(here.titleAfter(INSTALL.begin)).toBe('Are you a Workspace administrator?');
  expect(here.titleAfter(INSTALL.administrator)).toBe('Set up Tandem');
  expect(here.titleAfter(INSTALL.finalize)).toBe('Set-up is complete');
  expect(here.seen()).toBe('Google Workspace is connected');
  here.deploy();
  expect(here.seen()).toBe('Google Workspace is connected');
});

test('who comes back goes on where they were, checked anew; a colleague begins at the start [H13]', () => {
  const here = organization();
  here.press(INSTALL.administrator);
  here.ports.calls.length = 0;
  expect(here.seen()).toBe('Set up Tandem');
  expect(here.ports.calls).toContain('licence');
  expect(here.seen(OTHER)).toBe('Integrations');
});

test('a card that shows nothing of Google’s asks Google nothing', () => {
  const here = organization();
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

test('asking an administrator is a way to go, and back [H17, H19]', () => {
  const here = organization();
  here.press(INSTALL.begin);
  expect(here.titleAfter(INSTALL.ask)).toBe('Ask an administrator');
  expect(here.seen()).toBe('Ask an administrator');
  expect(here.titleAfter(INSTALL.administrator)).toBe('Set up Tandem');
});

test('what is wrong shows, and once it is cured pressing again completes it [H15, H33]', () => {
  const here = organization();
  here.ports.answers.licence = ok({ kind: 'none' });
  expect(here.press(INSTALL.finalize).card?.sections?.[0]?.header).toBe(
    'Tandem has not been properly installed in Google Workspace',
  );
  expect(here.seen()).toBe('Tandem could not be set up yet');
  here.ports.answers.licence = ok({ kind: 'organization', isOnForCaller: true });
  expect(here.seen()).toBe('Finalizing');
  expect(here.titleAfter(INSTALL.finalize)).toBe('Set-up is complete');
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
  expect(here.titleAfter(INSTALL.finalize, OTHER)).toBe('Set-up is complete');
  const saved = here.tenants.byCustomer('C01');
  expect(saved).toMatchObject({ value: { syncAccount: OTHER.email } });
});

test('another administrator is asked before the sync account changes, and can leave it [H31]', () => {
  const here = organization();
  here.press(INSTALL.finalize);
  expect(here.titleAfter(INSTALL.finalize, OTHER)).toBe('Change sync account?');
  expect(here.titleAfter(INSTALL.changeAccount, OTHER)).toBe('Change sync account?');
  expect(here.titleAfter(INSTALL.open, OTHER)).toBe('Google Workspace is connected');
  expect(here.tenants.byCustomer('C01')).toMatchObject({ value: { syncAccount: ADMIN.email } });
  here.press(INSTALL.takeOver, OTHER);
  expect(here.tenants.byCustomer('C01')).toMatchObject({ value: { syncAccount: OTHER.email } });
});

test('a set-up is checked again when somebody asks, and sends back to the steps when that is the cure', () => {
  const here = organization();
  here.press(INSTALL.finalize);
  here.ports.answers.delegation = fail({ kind: 'unauthorized-client', clientId: '42' });
  expect(JSON.stringify(here.press(INSTALL.check).card)).toContain(
    'lets the client 42 act for nobody',
  );
  expect(here.titleAfter(INSTALL.administrator)).toBe('Set up Tandem');
});

test('authorizing again leads to Google’s consent, with what to remove first [H35, H37, H38]', () => {
  const text = JSON.stringify(organization().press(INSTALL.authorize).card);
  expect(text).toContain('https://accounts.google.com/consent');
  expect(text).toContain('https://myaccount.google.com/connections');
  expect(text).toContain('is lost');
});
