// An organization whose policy forbids keys: it publishes Tandem itself, and Google signs for its service account.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLOUD_SCOPE } from '../../src/google/iam-credentials';
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import { delegateTo, type OwnRobot } from '../support/own-key';
import {
  ADMIN,
  adminInstall,
  ANNA,
  applicationIdOf,
  bringPeopleIn,
  calendarPanel,
  turnOnSync,
} from '../support/set-up';
import { AdminPage, BUILT, inConsole, offeredTandem, PUBLISHER } from '../support/tandem';

const ROLE = 'Tandem may not sign for the service account';
const API = 'IAM Service Account Credentials API is not enabled';

/** Tandem as an organization publishes it for itself, with no key of a publisher, and a service account in the same project. */
function ownTandem(script: string) {
  const workspace = offeredTandem({
    script,
    scriptOwner: 'organization',
    settings: { propagation: 'immediate' },
  });
  delete workspace.installed!.record.scriptProperties[PUBLISHER.serviceAccountKey];
  const project = applicationIdOf(workspace);
  const made = inConsole(workspace, ADMIN, 'cloud.createServiceAccount', {
    project,
    name: 'calendar-sync',
  }) as Readonly<Record<string, unknown>>;
  const robot: OwnRobot = {
    project,
    email: String(made['email']),
    clientId: String(made['uniqueId']),
  };
  inConsole(workspace, ADMIN, 'cloud.setKeyPolicy', { disabled: true });
  adminInstall(workspace);
  const page = new AdminPage(workspace, ADMIN).open();
  if (page.buttons().includes('Install')) page.press('Install').press('I am an administrator');
  page.press('Use your own service account');
  const ask = (): AdminPage =>
    page.press('Use it without a key', { serviceAccount: [robot.email] });
  return { workspace, project, robot, page, ask };
}

describe('with the scope in its manifest', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keyless-'));
  cpSync(BUILT, folder, { recursive: true });
  const path = join(folder, 'appsscript.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { oauthScopes: string[] };
  manifest.oauthScopes.push(CLOUD_SCOPE);
  writeFileSync(path, JSON.stringify(manifest));
  const { workspace, project, robot, page, ask } = ownTandem(folder);
  afterAll(() => rmSync(folder, { recursive: true }));

  test('nothing is saved while the API is off or the role is missing, and each has its cure [D16, TB6]', () => {
    inConsole(workspace, ADMIN, 'cloud.disableApi', { project, api: 'iamcredentials' });
    expect(ask().text).toContain(API);
    inConsole(workspace, ADMIN, 'cloud.enableApi', { project, api: 'iamcredentials' });
    expect(ask().text).toContain(ROLE);
    expect(page.text).toContain('with the role Service Account Token Creator');
  });

  test('an address alone is no service account', () => {
    page.press('Use it without a key', { serviceAccount: [''] });
    expect(page.text).toContain('type the service account’s address');
    page.press('Use it without a key', { serviceAccount: [ANNA] });
    expect(page.text).toContain(ROLE);
  });

  test('with both, Google signs, and everything goes as with a key [D16, TB6]', () => {
    inConsole(workspace, ADMIN, 'cloud.grantTokenCreator', {
      serviceAccount: robot.email,
      member: ADMIN,
    });
    expect(ask().notice).toBe('Your own service account is used from now on.');
    expect(page.text).toContain('Without a key');
    delegateTo(workspace, robot);
    page.press('Go on with the set-up').press('Finalize Google Workspace sync');
    expect(page.text).toContain('Google Workspace is connected');
    bringPeopleIn(page).open('Calendars').press('Turn on');
    new CalendarByHand(workspace, ANNA).addHour('Without a key', '2026-03-10T09:00:00.000Z');
    turnOnSync(calendarPanel(workspace, ANNA));
    const book = WorkbookByHand.openedFrom(page.open('Integrations'));
    expect(book.named('Without a key')).toHaveLength(1);
    expect(JSON.stringify(workspace.installed!.record.scriptProperties)).not.toContain('PRIVATE');
  });

  test('when the role is taken away, the page says so', () => {
    inConsole(workspace, ADMIN, 'cloud.grantTokenCreator', {
      serviceAccount: robot.email,
      member: ADMIN,
      granted: false,
    });
    expect(page.open('Connection').text).toContain(ROLE);
  });
});

test('without the scope in its manifest, the page names it [TB6, TK2]', () => {
  const { page, ask } = ownTandem(BUILT);
  expect(ask().text).toContain('Not saved');
  expect(page.text).toContain('cloud-platform');
});
