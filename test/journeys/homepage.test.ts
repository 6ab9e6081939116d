// What the add-on shows when its panel is opened: at once, for it asks nobody.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import {
  ADMIN,
  ANNA,
  bringPeopleIn,
  calendarPanel,
  finalize,
  NOORA,
  preparedWorkspace,
  turnOnSync,
} from '../support/set-up';
import { Panel } from '../support/tandem';

/** Services of Apps Script that answer where the script runs: every other call goes to somebody's server. */
const LOCAL = /^(execution|session|properties|cache|lock|script|html|utilities)\./;

/** What the script called while the panel was opened. */
function opening(workspace: LocalWorkspace, person: string, context: 'CALENDAR' | 'SHEETS') {
  const panel = new Panel(workspace, person, { host: context, ...FILE[context] }).open();
  const { calls, error } = workspace.engine.executions[workspace.engine.executions.length - 1]!;
  expect(error).toBeNull();
  return { panel, remote: calls.map(({ method }) => method).filter((one) => !LOCAL.test(one)) };
}

const FILE = { CALENDAR: {}, SHEETS: { sheets: { id: 'a-file-not-given-to-tandem' } } };

describe('before anybody set it up', () => {
  const workspace = preparedWorkspace();

  test('everybody sees what Tandem is and who sets it up, with a link to the Admin page [H4]', () => {
    const { panel, remote } = opening(workspace, ANNA, 'CALENDAR');
    expect(panel.text).toContain('A Workspace administrator sets it up once');
    expect(panel.buttons()).toEqual(['Open the Admin page']);
    panel.press('Open the Admin page');
    expect(panel.opened).toMatch(/^https:\/\/script\.google\.com\/.*\/exec$/);
    expect(remote).toEqual([]);
  });

  test('the homepage of every other host says the same', () => {
    const { execution, rendered } = workspace.run('onHomepage', { as: ANNA, surface: 'addon' });
    expect(execution.error).toBeNull();
    expect(JSON.stringify(rendered?.value)).toContain('Open the Admin page');
    expect(execution.calls.every(({ method }) => LOCAL.test(method))).toBe(true);
  });
});

describe('after it was set up, the card of Calendar comes without a remote call', () => {
  const workspace = preparedWorkspace();
  const admin = bringPeopleIn(finalize(workspace));

  test.each([
    ['while the organization’s sync is off', () => {}, 'Off for your organization'],
    [
      'while the person’s own is off',
      () => void admin.open('Calendars').press('Turn on'),
      'Turn on my calendar sync',
    ],
    [
      'while it is looked at what would happen',
      () => void calendarPanel(workspace).press('Turn on my calendar sync'),
      'Looking at your calendar',
    ],
    ['with the preview', () => void workspace.advance(60_000), 'What would happen'],
    ['while it starts', () => void calendarPanel(workspace).press('Start'), 'Starting'],
    ['while it is on', () => void workspace.advance(60_000), '✓ On'],
    ['and later, when opening it is a wish to look', () => workspace.advance(60_000 * 10), '✓ On'],
  ])('%s', (_, before, text) => {
    before();
    const { panel, remote } = opening(workspace, NOORA, 'CALENDAR');
    expect(panel.text).toContain(text);
    expect(remote).toEqual([]);
  });
});

test('the card of Sheets reads neither the log nor the file', () => {
  const { remote } = opening(preparedWorkspace(), ADMIN, 'SHEETS');
  expect(remote).toEqual([]);
});

test('the open event is read once, with the person’s own right', () => {
  const workspace = preparedWorkspace();
  bringPeopleIn(finalize(workspace)).open('Calendars').press('Turn on');
  turnOnSync(calendarPanel(workspace));
  const { items } = workspace.act(NOORA, 'calendar.events.list', { calendarId: 'primary' }) as {
    readonly items: readonly { readonly id: string }[];
  };
  const calendar = { calendarId: NOORA, eventId: items[0]!.id };
  new Panel(workspace, NOORA, { host: 'CALENDAR', calendar }).open();
  const { calls } = workspace.engine.executions[workspace.engine.executions.length - 1]!;
  expect(calls.map(({ method }) => method).filter((one) => !LOCAL.test(one))).toEqual([
    'calendar.events.get',
  ]);
});
