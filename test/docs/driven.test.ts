// What the documents tell people to press is pressed, in their order, in a company of the local Workspace.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import { WorkbookByHand } from '../support/by-hand';
import {
  ADMIN,
  adminInstall,
  delegate,
  MINUTE_MS,
  NOORA,
  PETRI,
  promptWorkspace,
} from '../support/set-up';
import { AdminPage, offeredTandem, Panel, type Screen } from '../support/tandem';
import { boldIn, textOf } from './documents';

let workspace: LocalWorkspace;
let admin: AdminPage;
let panel: Panel;
beforeAll(() => {
  workspace = promptWorkspace();
});

/** What stands in bold between the marks of this name: the buttons to press. */
function told(document: string, name: string): string[] {
  const found = new RegExp(`<!-- drive:${name} -->(.*?)<!-- drive:end -->`, 's').exec(textOf(document));
  const buttons = boldIn(found![1]!);
  expect(buttons.length).toBeGreaterThan(0);
  return buttons;
}

/** Presses them; an ellipsis stands for any number. `before` does what people do elsewhere, or wait for. */
function follow(
  screen: Screen,
  buttons: readonly string[],
  before: Readonly<Record<string, () => void>> = {},
): void {
  for (const button of buttons) {
    before[button]?.();
    const pattern = new RegExp(`^${button.split('…').map(escaped).join('.+')}$`);
    const found = screen.buttons().find((text) => pattern.test(text));
    screen.press(found ?? button);
  }
}

const escaped = (text: string): string => text.replace(/[?.*+()]/g, '\\$&');

const wait = (): void => void workspace.advance(2 * MINUTE_MS);

test('installing, as the administrators’ document tells it, ends with an organization that is set up [H2-H16]', () => {
  adminInstall(workspace);
  admin = new AdminPage(workspace, ADMIN).open();
  follow(admin, told('docs/administrators.md', 'install'), {
    'Finalize Google Workspace sync': () => void delegate(workspace),
  });
  expect(admin.text).toContain('Google Workspace is connected');
  expect(admin.text).toContain('Every minute');
});

test('bringing people in, as it is told, fills the workbook [TC12]', () => {
  follow(admin, told('docs/administrators.md', 'people'));
  expect(admin.text).toContain('In step with Google');
  for (const button of ['Sync all users', 'Look at what a run would do', 'Why?'])
    expect(admin.buttons()).toContain(button);
});

test('turning calendars on, as it is told, turns them on for the organization and for nobody [S23, S26]', () => {
  follow(admin.open('Integrations'), told('docs/administrators.md', 'calendars'));
  expect(admin.buttons()).toEqual(expect.arrayContaining(['Turn off for everybody', 'Save']));
  expect(admin.text).toContain('Nobody yet');
});

test('a person who does what their document tells has their sync on [S25-S28]', () => {
  panel = new Panel(workspace, NOORA, { host: 'CALENDAR' }).open();
  const buttons = told('docs/people.md', 'turn-on');
  expect(buttons.pop()).toBe('Not now');
  follow(panel, buttons, { Refresh: wait });
  wait();
  panel.press('Refresh');
  expect(panel.text).toContain('On since');
  expect(panel.buttons()).toEqual(
    expect.arrayContaining(['Sync soon', 'What is synced', 'Turn off']),
  );
});

test('and off again, as it is told [D3]', () => {
  follow(panel, told('docs/people.md', 'turn-off'));
  wait();
  panel.press('Refresh');
  expect(panel.buttons()).toContain('Turn on my calendar sync');
});

test('the log is exported as it is told [H29]', () => {
  const { spreadsheetId } = workspace.act(ADMIN, 'sheets.spreadsheets.create') as unknown as {
    spreadsheetId: string;
  };
  const sheets = new Panel(workspace, ADMIN, { host: 'SHEETS', sheets: { id: spreadsheetId } });
  follow(sheets.open(), told('docs/administrators.md', 'export'), {
    Export: () => void sheets.allowFile(),
  });
  expect(sheets.text).toContain('In the sheet OAuth log events');
  expect(sheets.buttons()).toContain('Compare the whole log');
});

describe('the sync account is changed as it is told [H31]:', () => {
  const takeOver = (): AdminPage => {
    const page = new AdminPage(workspace, PETRI).open();
    follow(page, told('docs/administrators.md', 'take-over'));
    return page;
  };

  test('without the workbook nothing changes', () => {
    expect(takeOver().text).toContain('You need the workbook first');
    expect(admin.open('Integrations').text).toContain(`Sync account\n${ADMIN}`);
  });

  test('with it, the deputy takes over', () => {
    const { id } = WorkbookByHand.openedFrom(admin);
    const sheets = new Panel(workspace, PETRI, { host: 'SHEETS', sheets: { id } }).open();
    follow(sheets, told('docs/administrators.md', 'hand-over'));
    sheets.allowFile();
    expect(takeOver().text).toContain('Google Workspace is connected');
    expect(admin.open('Integrations').text).toContain(`Sync account\n${PETRI}`);
  });
});

test('where Google allows only hourly runs, they are hourly, and the card says so [D15]', () => {
  const hourly = offeredTandem({
    settings: { propagation: 'immediate', webAppMayTriggerEveryMinute: false },
  });
  adminInstall(hourly);
  delegate(hourly);
  const page = new AdminPage(hourly, ADMIN).open();
  expect(page.press('Finalize Google Workspace sync').text).toContain('Every hour');
});
