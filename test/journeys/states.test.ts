// Every state of an organization's set-up (mission 1.7, G7), each reached by what people do, and each known by its own heading and way on.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import { WorkbookByHand } from '../support/by-hand';
import {
  ADMIN,
  adminInstall,
  ANNA,
  bringPeopleIn,
  DAY_MS,
  delegate,
  MINUTE_MS,
  PETRI,
  passHours,
  promptWorkspace,
} from '../support/set-up';
import { AdminPage, principal } from '../support/tandem';

const workspace = promptWorkspace();
const page = new AdminPage(workspace, ADMIN);
const colleague = new AdminPage(workspace, ANNA);
const deputy = new AdminPage(workspace, PETRI);

const inTrash = ({ state }: LocalWorkspace, trashed: boolean): unknown =>
  workspace.act(ADMIN, 'drive.files.update', { fileId: workbookId(state) }, { trashed });

const workbookId = ({ sheets }: LocalWorkspace['state']): string =>
  Object.keys(sheets.spreadsheets)[0]!;

/** Twenty triggers of an older version: Google lets the account have no runner. */
function fillTriggers(): void {
  const { userId: ownerUserId } = principal(workspace, ADMIN);
  for (let index = 0; index < 20; index++)
    workspace.installed!.record.triggers.push({
      ...{ uid: `-old${index}`, handler: 'ofAnEarlierVersion', ownerUserId, surface: 'webapp' },
      ...{ createdAt: workspace.clock.now(), nextRunAt: null, fired: true },
      source: { kind: 'one-shot', at: workspace.clock.now() },
    });
}

const emptyTriggers = (): void => {
  const { record } = workspace.installed!;
  record.triggers = record.triggers.filter(({ handler }) => handler !== 'ofAnEarlierVersion');
};

interface Step {
  readonly state: string;
  /** What somebody does, and on whose page the state then shows. */
  reach(): AdminPage;
  readonly says: string;
  /** The way on; null where there is nothing to press. */
  readonly button: string | null;
}

/** In the order in which an organization goes through them. */
const STEPS: readonly Step[] = [
  {
    state: 'not installed [H5]',
    reach: () => colleague.open(),
    says: 'Not installed\nGoogle Workspace',
    button: 'Install',
  },
  {
    state: 'asked for the role: step 1, the question [H6, G7]',
    reach: () => colleague.press('Install'),
    says: 'Are you a Workspace administrator?',
    button: 'I am an administrator',
  },
  {
    state: 'choosing a colleague: step 1b [H19, G7]',
    reach: () => colleague.press('Ask an administrator'),
    says: 'Who administers your Google Workspace?',
    button: 'Find',
  },
  {
    state: 'request sent: step 1b [H21, G7]',
    reach: () => colleague.press('Find', { who: ['petri'] }).press(`Ask Petri Salo (${PETRI})`),
    says: `Asked\n${PETRI}`,
    button: 'Take the request back',
  },
  {
    state: 'waiting for the colleague, who can still be changed [H30, G7, G9]',
    reach: () =>
      colleague
        .open()
        .press('Change sync account')
        .press('Find', { who: [ADMIN] })
        .press(`Ask ${ADMIN}`),
    says: `Asked\n${ADMIN}`,
    button: 'Change sync account',
  },
  {
    state: 'ready to finalize, for the asked one alone [G2, G7]',
    reach: () => page.open(),
    says: 'Ready to finalize\nGoogle Workspace',
    button: 'Finalize',
  },
  {
    state: 'installing: step 2, open the Marketplace [H8, G7]',
    reach: () => page.press('Finalize'),
    says: 'Step 1. Install from the Marketplace',
    button: 'Open Google Workspace Marketplace',
  },
  {
    state: 'an error that keeps it from being finalized: step 3 [H15, H33, G7]',
    reach: () => page.press('Finalize Google Workspace sync'),
    says: 'Tandem has not been properly installed in Google Workspace',
    button: 'Back to step 1',
  },
  {
    state: 'finalizing that broke off [H38]',
    reach() {
      adminInstall(workspace);
      delegate(workspace);
      fillTriggers();
      page.press('Retry finalize');
      emptyTriggers();
      return page.open();
    },
    says: 'Finalizing was begun but not finished.',
    button: 'Finalize Google Workspace sync',
  },
  {
    state: 'complete [H16, G7]',
    reach: () => page.press('Finalize Google Workspace sync'),
    says: 'Google Workspace is connected',
    button: 'Bring your people in',
  },
  {
    state: 'deploying: the first people are on their way [G6]',
    reach: () => page.open(),
    says: '… Bring your people in',
    button: 'Bring your people in',
  },
  {
    state: 'active [G13]',
    reach() {
      bringPeopleIn(page).open('Calendars').press('Turn on');
      workspace.advance(2 * MINUTE_MS);
      return page.open('Integrations');
    },
    says: 'Google Workspace is connected\nGo to People',
    button: 'Pause',
  },
  {
    state: 'degraded: something is not as it should be [G14]',
    reach() {
      inTrash(workspace, true);
      passHours(workspace, 2);
      return page.open('Integrations');
    },
    says: 'Not as it should be\n… The workbook is in the trash',
    button: 'Check again',
  },
  {
    state: 'active again, once it is put right',
    reach() {
      inTrash(workspace, false);
      passHours(workspace, 2);
      return page.open('Integrations');
    },
    says: 'Google Workspace is connected\nGo to People',
    button: 'Pause',
  },
  {
    state: 'broken: nothing works until somebody acts [S14]',
    reach() {
      workspace.act(PETRI, 'directory.users.patch', { userKey: ADMIN }, { suspended: true });
      return deputy.open();
    },
    says: 'Tandem is not working',
    button: 'Change sync account',
  },
  {
    state: 'paused [C22]',
    reach() {
      workspace.act(PETRI, 'directory.users.patch', { userKey: ADMIN }, { suspended: false });
      return page.open('Integrations').press('Pause');
    },
    says: 'Tandem is paused',
    button: 'Resume',
  },
  {
    state: 'active after the pause',
    reach: () => page.press('Resume'),
    says: 'Google Workspace is connected',
    button: 'Pause',
  },
  {
    state: 'cooling down, after a change of the environment was begun [C20, C21]',
    reach: () =>
      page
        .open('Connection')
        .press('Disconnect Google Workspace')
        .press('Disconnect', { besides: ['environment'] })
        .open('Integrations'),
    says: 'Google Workspace is disconnected\nSince\n',
    button: 'Connect anyway',
  },
  {
    state: 'disconnected, a day later [C21, C22]',
    reach() {
      workspace.advance(DAY_MS, { runDueTriggers: false });
      return page.open('Integrations');
    },
    says: 'Google Workspace is disconnected\nSince\n',
    button: 'Connect again',
  },
  {
    state: 'connected again, by any administrator who finalizes [H30, C20]',
    reach: () => page.press('Connect again').press('Finalize Google Workspace sync'),
    says: 'Google Workspace is connected',
    button: null,
  },
];

test.each(STEPS)('$state', ({ reach, says, button }) => {
  const shown = reach();
  expect(shown.text).toContain(says);
  if (button !== null) expect(shown.buttons()).toContain(button);
});

test('the time to wait before production is connected is told while it cools down, and no longer [C21]', () => {
  page
    .open('Connection')
    .press('Disconnect Google Workspace')
    .press('Disconnect', { besides: ['environment'] });
  expect(page.open('Integrations').text).toMatch(
    /Wait until\n\d+ March 2026, \d\d:\d\d UTC\n24 hours left/,
  );
  workspace.advance(DAY_MS - 60_000, { runDueTriggers: false });
  expect(page.open('Integrations').text).toContain('Less than 1 hour left');
  workspace.advance(DAY_MS, { runDueTriggers: false });
  expect(page.open('Integrations').text).not.toContain('Wait until');
});

test('nothing was lost on the way: the people are those of the beginning [H38]', () => {
  page.press('Connect again').press('Finalize Google Workspace sync');
  expect(WorkbookByHand.openedFrom(page.open('Integrations')).rows('People')).toHaveLength(56);
});
