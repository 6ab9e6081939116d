// Severa's article, the part in the Cloud console: a service account of the organization's own, its P12 key, and the switch at the end.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import {
  delegateTo,
  makeJson,
  makeP12,
  makeServiceAccount,
  saveKey,
  sentOfP12,
  sentOfText,
} from '../support/own-key';
import {
  ADMIN,
  adminInstall,
  ANNA,
  bringPeopleIn,
  calendarPanel,
  DAY_MS,
  MINUTE_MS,
  NOORA,
  promptWorkspace,
  readyForCalendars,
  turnOnSync,
} from '../support/set-up';
import { AdminPage, inConsole } from '../support/tandem';

/** A line from the middle of a private key, by which any part of it would be found. */
const canaryOf = (sent: string): string =>
  (JSON.parse(sent) as { private_key: string }).private_key.split('\n')[9]!;

/** Everything that Tandem shows, writes, logs or mails, but for the properties in which a key is kept. */
const leavings = ({ state, engine, installed }: LocalWorkspace): string =>
  JSON.stringify([
    engine.executions.map(({ logs, error }) => [logs, error]),
    ...[state.sheets, state.calendar, state.outbox, state.reports, state.drive],
    ...[installed!.record.userProperties, installed!.record.cache],
  ]);

/** As whom tokens were issued, newest last. */
const clientsInUse = ({ state }: LocalWorkspace): string[] =>
  Object.values(state.oauth.accessTokens)
    .filter(({ impersonated }) => impersonated)
    .map(({ clientId }) => clientId);

describe('with a P12 key, before Tandem is finalized', () => {
  const workspace = promptWorkspace();
  const robot = makeServiceAccount(workspace);
  const p12 = makeP12(workspace, robot);
  const page = new AdminPage(workspace, ADMIN);
  let sent: string;

  test('the steps offer to use an own service account [S8, S16, D23, D26]', () => {
    adminInstall(workspace);
    page.open().press('Use your own service account');
    expect(page.text).toContain('Service account email');
    expect(page.text).toContain('leave out Project → Editor');
    expect(page.buttons()).toContain('Open service accounts');
  });

  test('the file opens with its password alone, and only the key is sent [S12, S17, S18, TB4]', () => {
    expect(() => sentOfP12(p12.bytes, 'secret')).toThrow('wrong-password');
    sent = sentOfP12(p12.bytes, p12.password);
    expect(sent).not.toContain(p12.password);
    expect(JSON.parse(sent)).toMatchObject({ client_id: robot.clientId });
  });

  test('a P12 file does not say whose key it is: the address is asked for, and compared by Google [S16, S24]', () => {
    saveKey(page, sent);
    expect(page.text).toContain('Not saved');
    expect(page.text).toContain('type the service account’s address as well');
    saveKey(page, sent, 'sync@elsewhere.iam.gserviceaccount.com');
    expect(page.text).toContain('Compare the address with the one in Google’s console');
    expect(page.text).toContain('sync@elsewhere.iam.gserviceaccount.com');
  });

  test('with its address it is saved, and shown by a fingerprint [S16, S17, D17, TK6]', () => {
    saveKey(page, sent, robot.email);
    expect(page.notice).toBe('Your own service account is used from now on.');
    expect(page.text).toContain(`Your organization’s own\n${robot.email}`);
    expect(page.text).toMatch(/Key\n[0-9a-f]{8}…\nCreated on 2 March 2026, added on 2 March 2026/);
  });

  test('its client ID and the scopes are shown for the delegation, although the file was never asked for them [S13, S14]', () => {
    page.press('Go on with the set-up');
    expect(page.text).toContain(`Client ID\n${robot.clientId}`);
    page.press('Finalize Google Workspace sync');
    expect(page.text).toContain('Domain-wide delegation is not set up for Tandem');
    delegateTo(workspace, robot);
    page.press('Retry finalize');
    expect(page.text).toContain('Google Workspace is connected');
  });

  test('the toggle at the end turns calendars on, and they are reached with this account alone [S2, S18, S23]', () => {
    bringPeopleIn(page).open('Calendars').press('Turn on');
    expect(page.notice).toBe('Calendar sync is on.');
    new CalendarByHand(workspace, ANNA).addHour('With our own key', '2026-03-10T09:00:00.000Z');
    turnOnSync(calendarPanel(workspace, ANNA));
    const names = WorkbookByHand.openedFrom(page.open('Integrations'))
      .rows('Activities')
      .map(({ Name }) => Name);
    expect(names).toContain('With our own key');
    expect(new Set(clientsInUse(workspace))).toEqual(new Set([robot.clientId]));
  });

  test('the page Connection says whose account it is and what withdrawing it would stop [D26]', () => {
    page.open('Connection');
    expect(page.text).toContain('Calendar sync and availability stop for everybody.');
    expect(page.text).toContain('People, log exports and the workbook go on');
    expect(page.text).toContain('Google gave a token for admin@havu.example.');
  });

  test('nothing of the key is on a card, in a log, a sheet, a mail, an error or the cache [Att1, Att2, D17]', () => {
    const canary = canaryOf(sent);
    expect(canary).toHaveLength(64);
    expect(JSON.stringify(workspace.installed!.record.scriptProperties)).toContain(canary);
    expect(leavings(workspace)).not.toContain(canary);
  });

  test('a second key is used from then on; one can go back to the one before it, and remove it [TB12]', () => {
    const json = makeJson(workspace, robot);
    page.press('Add a new key');
    saveKey(page, sentOfText(JSON.stringify(json)));
    const [second] = [String(json['private_key_id']).slice(0, 8)];
    expect(page.text).toContain(`Key\n${second}…`);
    expect(page.text).toContain('Key before it');
    page.press('Use the key before it');
    expect(page.text).toContain(`Key before it\n${second}…`);
    page.press('Use the key before it').press('Remove the key before it');
    expect(page.text).toContain(`Key\n${second}…`);
    expect(page.text).not.toContain('Key before it');
    inConsole(workspace, ADMIN, 'cloud.deleteKey', {
      serviceAccount: robot.email,
      keyId: p12.keyId,
    });
    new CalendarByHand(workspace, ANNA).addHour('With the second key', '2026-03-11T09:00:00.000Z');
    workspace.advance(70 * MINUTE_MS);
    const names = WorkbookByHand.openedFrom(page.open('Integrations')).named('With the second key');
    expect(names).toHaveLength(1);
  });

  test('the Journal says who changed the service account, and names the key by its fingerprint [Inv25]', () => {
    const said = JSON.stringify(WorkbookByHand.openedFrom(page).rows('Journal'));
    expect(said).toContain(`Google is reached as ${robot.email}, with the key`);
    expect(said).not.toContain(canaryOf(sent));
  });

  test('a key that is 90 days old is pointed out [TB12]', () => {
    page.open('Connection');
    expect(page.text).not.toContain('days old');
    workspace.advance(90 * DAY_MS, { runDueTriggers: false });
    page.open('Connection');
    expect(page.text).toContain('This key is 90 days old');
  });
});

describe('an organization that is in use', () => {
  const page = readyForCalendars();
  const { workspace } = page;
  const robot = makeServiceAccount(workspace);
  const before = new Set(clientsInUse(workspace));

  test('goes on with the account it has until the new one is delegated [TB9]', () => {
    page.open('Connection').press('Use your own service account');
    saveKey(page, sentOfText(JSON.stringify(makeJson(workspace, robot))));
    expect(page.notice).toBe('Saved. It is used as soon as you have delegated it.');
    expect(page.text).toContain('Not used yet');
    turnOnSync(calendarPanel(workspace, NOORA));
    expect(new Set(clientsInUse(workspace))).toEqual(before);
    page.press('Use it now');
    expect(page.notice).toBe('Google does not know the delegation yet.');
  });

  test('changes over by a button, and everybody’s sync goes on [S14, TB9]', () => {
    delegateTo(workspace, robot);
    page.press('Use it now');
    expect(page.notice).toBe('Your own service account is used from now on.');
    expect(page.text).not.toContain('Not used yet');
    new CalendarByHand(workspace, NOORA).addHour('After the change', '2026-03-11T09:00:00.000Z');
    workspace.advance(5 * MINUTE_MS);
    expect(
      WorkbookByHand.openedFrom(page.open('Integrations')).named('After the change'),
    ).toHaveLength(1);
    expect(clientsInUse(workspace)).toContain(robot.clientId);
  });

  test('takes it back after a question, and goes on with the publisher’s [D26]', () => {
    page.open('Connection').press('Remove it');
    expect(page.text).toContain('the publisher’s. If that is not delegated');
    page.press('Remove it and its keys');
    expect(page.notice).toBe('Removed. Delete the key in Google’s console as well.');
    expect(page.text).toContain('Of Tandem’s publisher');
    const kept = JSON.stringify(workspace.installed!.record.scriptProperties);
    expect(kept.match(/BEGIN PRIVATE KEY/g)).toHaveLength(1);
  });
});
