// The request that asks a colleague to set Tandem up: its link is an address like any other, so whoever has it gains nothing by it.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import { INSTALL } from '../../src/install/names';
import {
  ADMIN,
  adminInstall,
  ANNA,
  DAY_MS,
  delegate,
  NOORA,
  preparedWorkspace,
  promptWorkspace,
} from '../support/set-up';
import { WorkbookByHand } from '../support/by-hand';
import { AdminPage } from '../support/tandem';
import { GRACE, JOHANNA, KAISA } from './company';

const mailsIn = ({ state }: LocalWorkspace) => state.outbox.filter(({ by }) => by === 'MailApp');
const requestsIn = ({ installed }: LocalWorkspace): string[] =>
  Object.keys(installed!.record.scriptProperties).filter((key) => key.startsWith('request.'));

/** Asks as a button of the page does. */
const ask = (workspace: LocalWorkspace, as: string, to: string): string =>
  String(
    workspace.run('adminPage', {
      as,
      surface: 'webapp',
      parameters: [INSTALL.send, { to: [to] }],
    }).value,
  );

const opened = (workspace: LocalWorkspace, as: string): AdminPage =>
  new AdminPage(workspace, as).open();

describe('Anna asks her administrator', () => {
  const workspace = promptWorkspace();
  ask(workspace, ANNA, ADMIN);
  const [mail] = mailsIn(workspace);

  test('the link in the mail is the page’s own address: there is no secret in it to steal or to replay [Att13]', () => {
    const links = mail!.body.match(/https:\/\/\S+/g)!;
    expect(links).toHaveLength(2);
    for (const link of links) expect(link).not.toMatch(/[?&#]|[\w-]{60,}/);
  });

  test.each([JOHANNA, NOORA])(
    '%s, who has the mail, finds nothing ready to finalize [Att13]',
    (as) => {
      expect(opened(workspace, as).text).not.toContain('Ready to finalize');
      expect(opened(workspace, as).buttons()).not.toContain('Finalize Google Workspace sync');
    },
  );

  test.each([GRACE, KAISA])('%s reads nothing of it [Att13] [Att3]', (as) => {
    expect(opened(workspace, as).text).not.toMatch(/havu|Anna|Aino/);
  });

  test.each([
    ['of another domain', GRACE],
    ['of nobody', 'root@havu.example.evil.example'],
    ['of two', `${ADMIN},${GRACE}`],
    ['with a header of its own', `${ADMIN}\r\nBcc: ${GRACE}`],
  ])('nobody is made to write to an address %s [Att13] [Att10]', (_, to) => {
    const before = mailsIn(workspace).length;
    ask(workspace, JOHANNA, to);
    expect(mailsIn(workspace)).toHaveLength(before);
  });

  test('after two weeks it has expired: the link leads to what everybody sees, and asking anew works [Att13]', () => {
    workspace.advance(15 * DAY_MS, { runDueTriggers: false });
    expect(opened(workspace, ADMIN).text).not.toContain('Ready to finalize');
    const anna = opened(workspace, ANNA);
    expect(anna.text).not.toContain('Waiting for your administrator');
    ask(workspace, ANNA, ADMIN);
    expect(opened(workspace, ADMIN).text).toContain('Ready to finalize');
  });

  test('once it was used, the link leads to the organization that is set up, and to nothing for anybody else [Att13]', () => {
    adminInstall(workspace);
    delegate(workspace);
    opened(workspace, ADMIN).press('Finalize Google Workspace sync');
    expect(requestsIn(workspace)).toEqual([]);
    expect(opened(workspace, ADMIN).text).toContain('Google Workspace is connected');
    for (const as of [ANNA, JOHANNA, NOORA])
      expect(opened(workspace, as).text).not.toMatch(/Ready to finalize|Waiting for/);
  });

  test('an old page of the asker that is still open asks nobody any more [Att13] [Att7]', () => {
    const before = mailsIn(workspace).length;
    expect(ask(workspace, ANNA, ADMIN)).toContain('this page is for its Workspace administrators');
    expect([mailsIn(workspace).length, requestsIn(workspace)]).toEqual([before, []]);
  });
});

describe('two tabs of one administrator', () => {
  const workspace = preparedWorkspace();
  const [first, second] = [opened(workspace, ADMIN), opened(workspace, ADMIN)];

  test('both finalize: there is one workbook, one runner and one record', () => {
    first.press('Finalize Google Workspace sync');
    second.press('Finalize Google Workspace sync');
    for (const tab of [first, second]) expect(tab.text).toContain('Google Workspace is connected');
    const { record } = workspace.installed!;
    expect(record.triggers.filter(({ handler }) => handler === 'runSyncs')).toHaveLength(1);
    expect(Object.keys(record.scriptProperties).filter((key) => /^tenant\./.test(key))).toEqual([
      'tenant.C01havu7k',
    ]);
    expect(Object.keys(workspace.state.sheets.spreadsheets)).toHaveLength(1);
  });

  test('both bring the people in: everybody is there once', () => {
    first.open('People').press('Look at what will happen');
    second.open('People').press('Bring 56 people in');
    first.press('Bring 56 people in');
    expect(second.text).toContain('Brought in: 56');
    const emails = WorkbookByHand.openedFrom(first)
      .rows('People')
      .map(({ Email }) => Email);
    expect([emails.length, new Set(emails).size]).toEqual([56, 56]);
  });

  test('one pauses, the other, which still shows the buttons of before, changes nothing by that', () => {
    const [one, other] = [opened(workspace, ADMIN), opened(workspace, ADMIN)];
    one.press('Pause');
    other.press('Pause');
    expect(other.text).toContain('Tandem is paused');
    one.open().press('Resume');
    expect(one.text).toContain('Google Workspace is connected');
  });
});
