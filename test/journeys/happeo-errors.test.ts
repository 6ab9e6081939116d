// Every error that Happeo's articles name: what is said, where the cure is, and that trying again goes on.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import { disableApi, enableApi, findProject } from '../../emulator/workspace/cloud/projects';
import { WorkbookByHand } from '../support/by-hand';
import { giveRole } from '../support/roles-by-hand';
import {
  ADMIN,
  adminInstall,
  ANNA,
  applicationIdOf,
  calendarPanel,
  delegate,
  delegatedClientOf,
  finalize,
  NOORA,
  PETRI,
  preparedWorkspace,
  promptWorkspace,
  readyForCalendars,
  turnOnSync,
} from '../support/set-up';
import { AdminPage, inConsole, offeredTandem, principal, PUBLISHER } from '../support/tandem';

interface Trouble {
  readonly what: string;
  /** Brings the trouble about in a Workspace that is otherwise ready. */
  cause(workspace: LocalWorkspace): unknown;
  readonly heading: string;
  readonly evidence: string;
  readonly cure: string;
  /** A console of Google's. */
  readonly link: readonly [text: string, address: string];
  /** Does what the cure says. */
  mend(workspace: LocalWorkspace): unknown;
}

const inApiControls = (workspace: LocalWorkspace, action: string, input: object) =>
  inConsole(workspace, ADMIN, `apiControls.${action}`, input as Record<string, unknown>);

const inMarketplace = (workspace: LocalWorkspace, action: string, input: object = {}) =>
  inConsole(workspace, ADMIN, `marketplace.${action}`, {
    applicationId: applicationIdOf(workspace),
    ...input,
  });

const cloudProject = (workspace: LocalWorkspace) =>
  findProject(workspace.state.cloud, applicationIdOf(workspace))!;

const CALENDAR_API = 'calendar-json.googleapis.com';

const BLOCKED = {
  heading: 'Block all third-party API access',
  evidence: '✗ Apps like Tandem may reach your data',
  cure: 'Admin console → Security → Access and data control → API controls',
  link: ['Open API controls', 'https://admin.google.com/'],
} as const;

const NOT_INSTALLED = {
  heading: 'Tandem has not been properly installed in Google Workspace',
  cure: 'Go back to step 1',
  link: ['Open Marketplace apps', 'https://admin.google.com/'],
} as const;

const ROBOT = {
  link: ['Open service accounts', 'https://console.cloud.google.com/'],
} as const;

const robotOf = (workspace: LocalWorkspace) =>
  Object.values(cloudProject(workspace).serviceAccounts)[0]!;

function setProperty(
  workspace: LocalWorkspace,
  name: string,
  change: (before: string) => string,
): void {
  const { scriptProperties } = workspace.installed!.record;
  scriptProperties[name] = change(scriptProperties[name]!);
}

/** Changes the address in the key file that Tandem holds, and nothing else of it. */
const renameRobot = (workspace: LocalWorkspace, rename: (email: string) => string): void =>
  setProperty(workspace, PUBLISHER.serviceAccountKey, (file) => {
    const key = JSON.parse(file) as { readonly client_email: string };
    return JSON.stringify({ ...key, client_email: rename(key.client_email) });
  });

const delegateOnly = (workspace: LocalWorkspace, scope: string): unknown =>
  inConsole(workspace, ADMIN, 'delegation.add', {
    clientId: delegatedClientOf(workspace),
    scopes: [`https://www.googleapis.com/auth/${scope}`],
    overwrite: true,
  });

const TROUBLES: readonly Trouble[] = [
  {
    ...BLOCKED,
    what: 'third-party API access is blocked [H32]',
    cause: (workspace) =>
      inApiControls(workspace, 'setUnconfiguredApps', { access: 'sign-in-only' }),
    mend: (workspace) => inApiControls(workspace, 'setUnconfiguredApps', { access: 'allow' }),
  },
  {
    ...BLOCKED,
    what: 'API access is disabled in the Admin console [G10]',
    cause: (workspace) => inApiControls(workspace, 'setApiAccess', { enabled: false }),
    mend: (workspace) => inApiControls(workspace, 'setApiAccess', { enabled: true }),
  },
  {
    ...NOT_INSTALLED,
    what: 'Tandem is not installed [H33, G11]',
    cause: (workspace) => inMarketplace(workspace, 'uninstall'),
    evidence: 'Google knows of no install in your organization.',
    mend: adminInstall,
  },
  {
    ...NOT_INSTALLED,
    what: 'one person installed it for themself alone [H8, H33]',
    cause(workspace) {
      inMarketplace(workspace, 'uninstall');
      inMarketplace(workspace, 'individualInstall');
    },
    evidence: 'Somebody installed Tandem for themself alone (Individual install).',
    mend: adminInstall,
  },
  {
    what: 'it is off for the administrator’s own organizational unit [H10]',
    cause: (workspace) =>
      inMarketplace(workspace, 'setUserAccess', { target: { orgUnits: { '/IT': 'off' } } }),
    heading: 'The installation does not cover your own organizational unit',
    evidence: 'Your organizational unit is /IT.',
    cure: 'turn Tandem on for your own organizational unit, or for everyone',
    link: ['Open Marketplace apps', 'https://admin.google.com/'],
    mend: (workspace) => inMarketplace(workspace, 'setUserAccess', { target: 'everyone' }),
  },
  {
    what: 'the delegation is missing [S14]',
    cause: (workspace) =>
      inConsole(workspace, ADMIN, 'delegation.remove', { clientId: delegatedClientOf(workspace) }),
    heading: 'Domain-wide delegation is not set up for Tandem',
    evidence: '✗ Delegated: calendar.events',
    cure: 'Domain-wide delegation → Add new',
    link: ['Open domain-wide delegation', 'https://admin.google.com/'],
    mend: delegate,
  },
  ...(['calendar', 'calendar.events.readonly'] as const).map((scope): Trouble => ({
    what: `only ${scope} is delegated, which does not count [TB8]`,
    cause: (workspace) => delegateOnly(workspace, scope),
    heading: 'The delegation does not fit Tandem',
    evidence: 'neither a broader nor a narrower one stands in for it',
    cure: 'the whole scope line shown in step 3',
    link: ['Open domain-wide delegation', 'https://admin.google.com/'],
    mend: (workspace) => delegateOnly(workspace, 'calendar.events'),
  })),
  {
    ...ROBOT,
    what: 'the service account is disabled [TB4]',
    cause: (workspace) => void (robotOf(workspace).disabled = true),
    heading: 'The service account is switched off',
    evidence: 'is disabled. Nobody’s own account is to blame.',
    cure: 'enables it in Google Cloud console',
    mend: (workspace) => void (robotOf(workspace).disabled = false),
  },
  {
    ...ROBOT,
    what: 'the service account was deleted [TB4]',
    cause: (workspace) => void (robotOf(workspace).deletedAt = workspace.clock.now()),
    heading: 'The service account was deleted',
    evidence: 'Nobody’s own account is to blame.',
    cure: 'restores it within 30 days',
    mend: (workspace) => delete robotOf(workspace).deletedAt,
  },
  {
    ...ROBOT,
    what: 'the key of the service account is disabled [TB4]',
    cause: (workspace) => robotOf(workspace).keys.forEach((key) => void (key.disabled = true)),
    heading: 'The service account key is no longer valid',
    evidence: 'the key was deleted or disabled, or is another account’s.',
    cure: 'puts the whole file into the script property publisher.service-account-key',
    mend: (workspace) => robotOf(workspace).keys.forEach((key) => void (key.disabled = false)),
  },
  {
    ...ROBOT,
    what: 'the key file names an address that is no service account’s [TB5]',
    cause: (workspace) =>
      renameRobot(workspace, (email) => email.replace('gserviceaccount.com', 'example')),
    heading: 'The service account key cannot be used',
    evidence: 'Google’s end in gserviceaccount.com',
    cure: 'puts the whole file into the script property publisher.service-account-key',
    mend: (workspace) => renameRobot(workspace, () => robotOf(workspace).email),
  },
  {
    ...ROBOT,
    what: 'the key file names another service account [TB5]',
    cause: (workspace) => renameRobot(workspace, (email) => `x${email}`),
    heading: 'The service account key is no longer valid',
    evidence: 'the key was deleted or disabled, or is another account’s.',
    cure: 'makes a new key',
    mend: (workspace) => renameRobot(workspace, () => robotOf(workspace).email),
  },
  {
    ...ROBOT,
    what: 'the project number is not that of the service account’s project',
    cause: (workspace) => setProperty(workspace, PUBLISHER.projectNumber, () => '123456789012'),
    heading: 'The service account belongs to another Cloud project',
    evidence: '(number 123456789012)',
    cure: 'compares the number in the script property publisher.project-number',
    mend: (workspace) =>
      setProperty(workspace, PUBLISHER.projectNumber, () => applicationIdOf(workspace)),
  },
  {
    what: 'a service is switched off in the Cloud project [S10]',
    cause: (workspace) => disableApi(cloudProject(workspace), CALENDAR_API),
    heading: 'Google Calendar API is not enabled',
    evidence: '✗ Google Calendar API is enabled',
    cure: 'APIs & Services → Library → Google Calendar API → Enable',
    link: ['Open API library', 'https://console.cloud.google.com/'],
    mend: (workspace) => enableApi(cloudProject(workspace), CALENDAR_API),
  },
];

describe.each(TROUBLES)('while $what', ({ cause, mend, heading, evidence, cure, link }) => {
  const workspace = preparedWorkspace();
  cause(workspace);
  const page = finalize(workspace);

  test('finalizing says what is wrong, how it is known, and what cures it, and makes nothing', () => {
    expect(page.text).toContain(heading);
    expect(page.text).toContain(evidence);
    expect(page.text).toContain(cure);
    expect(page.page?.places.map(({ title }) => title)).toEqual(['Integrations']);
    expect(Object.keys(workspace.installed!.record.scriptProperties)).not.toContain(
      'tenant.C01havu7k',
    );
  });

  test('a link leads to where it is cured', () => {
    page.press(link[0]);
    expect(page.opened?.startsWith(link[1])).toBe(true);
  });

  test('after the cure, trying again completes the set-up', () => {
    mend(workspace);
    expect(page.press('Retry finalize').text).toContain('Google Workspace is connected');
  });
});

test('Google refuses an Admin install without the administrator’s own organizational unit; with it all is well [H9, H10]', () => {
  const workspace = promptWorkspace();
  delegate(workspace);
  expect(() => adminInstall(workspace, { target: { orgUnits: ['/Consulting'] } })).toThrow(
    'your own organizational unit (/IT) must be among those',
  );
  adminInstall(workspace, { target: { orgUnits: ['/IT', '/Consulting'] } });
  expect(finalize(workspace).text).toContain('Google Workspace is connected');
});

test('step 1 is a button away where Tandem is not properly installed [H33, G11]', () => {
  const page = finalize(promptWorkspace()).press('Back to step 1');
  expect(page.text).toContain('Step 1. Install from the Marketplace');
});

test('an administrator whose role may not read users is told which rights are needed, or to choose another account [H34, G12]', () => {
  const workspace = preparedWorkspace();
  giveRole(workspace, { as: ADMIN, to: ANNA, privileges: ['GROUPS_RETRIEVE'] });
  const page = new AdminPage(workspace, ANNA).open().press('Install');
  page.press('I am an administrator');
  expect(page.text).toContain('This account cannot access the Google Workspace Directory');
  expect(page.text).toContain(`Google did not let ${ANNA} read the organization’s directory.`);
  page.press('Show needed rights');
  expect(page.text).toContain('Admin API privileges → Users → Read');
  page.open().press('Choose another account');
  expect(finalize(workspace, PETRI).text).toContain('Google Workspace is connected');
});

test('an administrator who may read users, and not the log, can be the sync account [H34]', () => {
  const page = finalize(preparedWorkspace(), 'helpdesk@havu.example');
  expect(page.text).toContain('Google Workspace is connected');
});

test('an administrator whose role covers one organizational unit is told so, and nothing is made of the part that shows [H34, Att8]', () => {
  const workspace = preparedWorkspace();
  const page = finalize(workspace, NOORA);
  expect(page.text).toContain('This account sees only a part of the Google Workspace Directory');
  expect(page.buttons()).toContain('Choose another account');
  expect(Object.keys(workspace.installed!.record.scriptProperties).join()).not.toContain('tenant.');
});

describe('when somebody allowed only a part', () => {
  const workspace = offeredTandem({ settings: { propagation: 'immediate', consent: 'ask' } });
  adminInstall(workspace);
  delegate(workspace);
  const { scopes } = workspace.installed!.project;
  const withoutDrive = scopes.filter((scope) => !scope.endsWith('/drive.file'));
  inMarketplace(workspace, 'setDataAccess', { access: 'grant', scopes: withoutDrive });
  const page = finalize(workspace);

  test('what is missing is named [H12, H35, H36]', () => {
    expect(page.text).toContain('Authentication was not complete');
    expect(page.text).toContain('Missing: drive.file.');
  });

  test('authorizing again is told from the start, and that nothing is lost [H37, H38]', () => {
    page.press('Authorize again');
    expect(page.text).toContain('remove Tandem’s access');
    expect(page.text).toContain('Nothing that Tandem has kept about your organization is lost.');
    inMarketplace(workspace, 'setDataAccess', { access: 'grant' });
    page.press('Check again');
    expect(page.press('Finalize Google Workspace sync').text).toContain(
      'Google Workspace is connected',
    );
  });
});

test('an account with twenty triggers is told so, and once some are deleted, trying again completes the set-up', () => {
  const workspace = preparedWorkspace();
  const { record } = workspace.installed!;
  const ownerUserId = principal(workspace, ADMIN).userId;
  for (let index = 0; index < 20; index++)
    record.triggers.push({
      uid: `-old${index}`,
      handler: 'ofAnEarlierVersion',
      ownerUserId,
      surface: 'webapp',
      createdAt: workspace.clock.now(),
      source: { kind: 'one-shot', at: workspace.clock.now() },
      nextRunAt: null,
      fired: true,
    });
  const page = finalize(workspace);
  expect(page.text).toContain('This account has too many triggers');
  expect(page.text).toContain('script.google.com → My triggers');
  record.triggers = record.triggers.slice(10);
  expect(page.press('Retry finalize').text).toContain('Google Workspace is connected');
});

test('a sync of people that fell behind says since when; Sync all users brings it up to date, and is locked for a day [G14, G15, G16]', () => {
  const page = readyForCalendars();
  const { workspace } = page;
  workspace.act(
    ADMIN,
    'directory.users.patch',
    { userKey: ANNA },
    { name: { familyName: 'Aalto' } },
  );
  const isDropped = { method: 'runSyncs', times: 9_999, fault: { kind: 'drop-trigger' } } as const;
  workspace.faults.plan([isDropped]);
  workspace.advance(60 * 60 * 60_000);
  page.open('People');
  expect(page.text).toContain('The sync is behind');
  expect(page.text).toMatch(/(60 hours|2 days) ago/);
  page.press('Sync all users');
  expect(page.text).toContain('Changed: 1');
  expect(page.text).not.toContain('behind');
  expect(page.text).toContain('Possible again in 24 hours');
  expect(page.buttons()).not.toContain('Sync all users');
  expect(JSON.stringify(WorkbookByHand.openedFrom(page).rows('People'))).toContain('Aalto');
});

test('taking all access away and setting it up again loses no person, no activity and nobody’s switch [H37, H38]', () => {
  const page = readyForCalendars();
  const { workspace } = page;
  turnOnSync(calendarPanel(workspace));
  const book = WorkbookByHand.openedFrom(page);
  const before = [book.rows('People'), book.rows('Activities')];
  expect(before.map((rows) => rows.length)).toEqual([56, 7]);

  inConsole(workspace, ADMIN, 'delegation.remove', { clientId: delegatedClientOf(workspace) });
  inMarketplace(workspace, 'uninstall');
  workspace.advance(5 * 60_000);
  delegate(workspace);
  adminInstall(workspace);
  workspace.advance(60 * 60_000);

  expect(new AdminPage(workspace, ADMIN).open().press('Check again').text).not.toContain('✗');
  expect([book.rows('People'), book.rows('Activities')]).toEqual(before);
  expect(calendarPanel(workspace).text).toContain('✓ On');
});
