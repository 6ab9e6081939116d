import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { axeProblems, openConsole, type Browser, until } from '../support/browser';
import { ADMIN, ANNA, BEN, smallCompany } from '../support/small-company';

const MANIFEST = {
  timeZone: 'Europe/Helsinki',
  runtimeVersion: 'V8',
  oauthScopes: ['https://www.googleapis.com/auth/drive.file'],
  dependencies: {
    enabledAdvancedServices: [{ userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' }],
  },
  addOns: {
    common: { name: 'Stamper', logoUrl: 'https://acme.example/stamper.png' },
    sheets: {
      homepageTrigger: { runFunction: 'onHomepage' },
      onFileScopeGrantedTrigger: { runFunction: 'onFileGranted' },
    },
  },
};

const CODE = `
function button(text, run) {
  return CardService.newTextButton().setText(text)
    .setOnClickAction(CardService.newAction().setFunctionName(run));
}
function card(title, widget) {
  return CardService.newCardBuilder()
    .setHeader(CardService.newCardHeader().setTitle(title))
    .addSection(CardService.newCardSection().addWidget(widget))
    .build();
}
function onHomepage(e) {
  return e.sheets.addonHasFileScopePermission
    ? card('Stamps for ' + e.sheets.title, button('Stamp again', 'onStamp'))
    : card('No access yet', button('Ask for this file', 'onAsk'));
}
function onAsk() {
  return CardService.newEditorFileScopeActionResponseBuilder()
    .requestFileScopeForActiveDocument().build();
}
function stamp(e, cell, text) {
  Sheets.Spreadsheets.Values.update(
    { values: [[text]] }, e.sheets.id, cell, { valueInputOption: 'USER_ENTERED' });
}
function onFileGranted(e) {
  stamp(e, 'D1', 'granted');
  return onHomepage(e);
}
function onStamp(e) {
  stamp(e, 'D2', 'stamped');
  return CardService.newActionResponseBuilder()
    .setNotification(CardService.newNotification().setText('Done')).build();
}
`;

let browser: Browser;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stamper-'));
  writeFileSync(join(folder, 'appsscript.json'), JSON.stringify(MANIFEST));
  writeFileSync(join(folder, 'Code.js'), CODE);
  browser = await openConsole({ seed: smallCompany(), script: folder });
});
afterEach(() => browser.closePages());
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await browser.close();
});

/** As somebody’s other tab, or another program, would do it. */
const act = <T>(as: string, method: string, params: object, body?: object): T =>
  browser.started.workspace.act(as, method, params, body ?? null) as T;

interface Created {
  readonly spreadsheetId: string;
  readonly sheets: readonly { readonly properties: { readonly sheetId: number } }[];
}

/** A spreadsheet of the administrator with these values. */
function spreadsheet(title: string, values: readonly (readonly string[])[], grid = {}): Created {
  const made = act<Created>(
    ADMIN,
    'sheets.spreadsheets.create',
    {},
    { properties: { title }, sheets: [{ properties: { title: 'Sheet1', gridProperties: grid } }] },
  );
  write(made.spreadsheetId, 'A1', values);
  return made;
}

const write = (spreadsheetId: string, range: string, values: readonly (readonly string[])[]) =>
  act(
    ADMIN,
    'sheets.spreadsheets.values.update',
    { spreadsheetId, range, valueInputOption: 'USER_ENTERED' },
    { values },
  );

const share = (fileId: string, emailAddress: string, role: string) =>
  act(ADMIN, 'drive.permissions.create', { fileId }, { type: 'user', role, emailAddress });

const valuesOf = (spreadsheetId: string, range = 'Sheet1'): readonly (readonly string[])[] =>
  act<{ values?: string[][] }>(ADMIN, 'sheets.spreadsheets.values.get', { spreadsheetId, range })
    .values ?? [];

async function openSheet(account: string, id: string): Promise<Page> {
  const page = await browser.open(account, 'sheets', id);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('grid').waitFor();
  return page;
}

/** The cell of a name such as `B2`. */
function cell(page: Page, name: string): Locator {
  const [, letter, number] = /^([A-Z])(\d+)$/.exec(name)!;
  return page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: number!, exact: true }) })
    .getByRole('gridcell')
    .nth(letter!.charCodeAt(0) - 65);
}

const shows = (page: Page, name: string, text: string | RegExp): Promise<void> =>
  cell(page, name)
    .filter({ hasText: text === '' ? /^$/ : text })
    .waitFor();

async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Name box' }).fill(name);
  await page.keyboard.press('Enter');
}

async function choose(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

const saved = (page: Page): Promise<void> =>
  page.getByText('Saving…').waitFor({ state: 'detached' });

test('a blank spreadsheet is named, filled by typing and pasting, and gains and loses rows', async () => {
  const page = await browser.open(ADMIN, 'sheets');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByText('No spreadsheets yet').waitFor();
  await page.getByRole('button', { name: 'Blank spreadsheet' }).click();
  await page.getByRole('grid').waitFor();
  const title = page.getByRole('textbox', { name: 'Spreadsheet title' });
  await title.fill('Crew');
  await title.press('Enter');

  await goTo(page, 'A1');
  for (const row of [
    ['Name', 'Hours'],
    ['Zoe', '7.50'],
    ['Adam', '12%'],
  ]) {
    await page.keyboard.type(row[0]!);
    await page.keyboard.press('Tab');
    await page.keyboard.type(row[1]!);
    await page.keyboard.press('Enter');
  }
  await shows(page, 'B2', /^7.5$/);
  await shows(page, 'B3', '12%');

  await page.evaluate(`navigator.clipboard.writeText('Mia\\t3\\nBo\\t"4"')`);
  await goTo(page, 'A4');
  await page.keyboard.press('Control+v');
  await shows(page, 'B5', '4');

  await goTo(page, 'A2');
  await choose(page, 'Insert', 'Insert 1 row above');
  await shows(page, 'A3', 'Zoe');
  await shows(page, 'A2', '');
  await choose(page, 'Edit', 'Delete 1 row');
  await shows(page, 'A2', 'Zoe');

  await page.getByRole('link', { name: 'All spreadsheets' }).click();
  await page.getByRole('row', { name: /Crew.*me/ }).waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('link', { name: 'Crew' }).click();
  await shows(page, 'A5', 'Bo');
  expect(await axeProblems(page)).toEqual([]);
});

test('copied cells keep their formulas, and cut ones leave their place', async () => {
  const { spreadsheetId } = spreadsheet('Copies', [['=1', 'b'], ['c']]);
  const page = await openSheet(ADMIN, spreadsheetId);
  await shows(page, 'A1', '1');
  await cell(page, 'A1').click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+c');
  await goTo(page, 'D4');
  await page.keyboard.press('Control+v');
  await shows(page, 'E4', 'b');
  await cell(page, 'D4').click();
  expect(await page.getByRole('textbox', { name: 'Content of the active cell' }).inputValue()).toBe(
    '=1',
  );
  await cell(page, 'A2').click();
  await page.keyboard.press('Control+x');
  await goTo(page, 'B2');
  await page.keyboard.press('Control+v');
  await shows(page, 'B2', 'c');
  await shows(page, 'A2', '');
  expect(valuesOf(spreadsheetId)[1]).toEqual(['', 'c']);
});

test('sheets are added, renamed, duplicated and deleted at the bottom', async () => {
  const { spreadsheetId } = spreadsheet('Tabs', [['first']]);
  const page = await openSheet(ADMIN, spreadsheetId);
  const tabs = page.getByRole('navigation', { name: 'Sheets' });
  await page.getByRole('button', { name: 'Add sheet' }).click();
  await tabs.getByRole('link', { name: 'Sheet2' }).and(page.locator('[aria-current]')).waitFor();
  await choose(page, 'Actions for Sheet2', 'Rename');
  await page.getByRole('textbox', { name: 'Sheet name' }).fill('Sheet1');
  await page.getByRole('button', { name: 'OK' }).click();
  await page.getByRole('alert').filter({ hasText: 'already exists' }).waitFor();
  await page.getByRole('textbox', { name: 'Sheet name' }).fill('Plan');
  await page.getByRole('button', { name: 'OK' }).click();
  await tabs.getByRole('link', { name: 'Plan' }).waitFor();
  await page.reload();
  await tabs.getByRole('link', { name: 'Plan' }).and(page.locator('[aria-current]')).waitFor();
  await choose(page, 'Actions for Sheet1', 'Duplicate');
  await tabs.getByRole('link', { name: 'Copy of Sheet1' }).waitFor();
  await shows(page, 'A1', 'first');
  await choose(page, 'Actions for Plan', 'Delete');
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await tabs.getByRole('link', { name: 'Plan' }).waitFor({ state: 'detached' });
});

test('a column is sorted, and a filter hides rows without touching them', async () => {
  const rows = [
    ['Name', 'Unit'],
    ['Zoe', 'Tech'],
    ['Adam', 'Sales'],
    ['Mia', 'Tech'],
  ];
  const { spreadsheetId } = spreadsheet('Order', rows);
  const page = await openSheet(ADMIN, spreadsheetId);
  await shows(page, 'A4', 'Mia');
  await goTo(page, 'A1');
  await choose(page, 'Data', 'Create a filter');
  await choose(page, 'Data', 'Sort sheet by column A (A to Z)');
  await shows(page, 'A2', 'Adam');
  await shows(page, 'A4', 'Zoe');
  await goTo(page, 'B1');
  await choose(page, 'Data', 'Filter by column B');
  await page.getByRole('checkbox', { name: 'Tech' }).uncheck();
  await page.getByRole('button', { name: 'OK' }).click();
  await page.getByRole('rowheader', { name: '3', exact: true }).waitFor({ state: 'detached' });
  await shows(page, 'A2', 'Adam');
  expect(valuesOf(spreadsheetId)).toHaveLength(4);
  await choose(page, 'Data', 'Remove filter');
  await shows(page, 'A3', 'Mia');
});

test('bold and number formats are seen at once, and editing begins with what was entered', async () => {
  const { spreadsheetId } = spreadsheet('Formats', [['1234.5']]);
  const page = await openSheet(ADMIN, spreadsheetId);
  await shows(page, 'A1', '1234.5');
  await cell(page, 'A1').click();
  await choose(page, 'Format', 'Currency');
  await shows(page, 'A1', '$1,234.50');
  await page.keyboard.press('Control+b');
  await saved(page);
  await until(
    page,
    `getComputedStyle(document.getElementById('active-cell')).fontWeight === '700'`,
  );
  await page.keyboard.press('F2');
  expect(await page.getByRole('textbox', { name: 'Cell content' }).inputValue()).toBe('1234.5');
  await page.keyboard.press('Escape');
  await shows(page, 'A1', '$1,234.50');
});

test('Escape and Tab leave the grid, because Tab alone moves among its cells', async () => {
  const { spreadsheetId } = spreadsheet('Keys', [['a', 'b']]);
  const page = await openSheet(ADMIN, spreadsheetId);
  await cell(page, 'A1').click();
  await page.keyboard.press('Tab');
  await until(page, `document.getElementById('active-cell').dataset.x === '1'`);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Add sheet' }).and(page.locator(':focus')).waitFor();
});

test('a colleague with whom it is shared reads the cells and cannot type into them', async () => {
  const { spreadsheetId } = spreadsheet('Shared', [['secret']]);
  const page = await openSheet(ADMIN, spreadsheetId);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('heading', { name: 'People with access' }).waitFor();
  await page.getByRole('textbox', { name: 'Add people' }).fill(ANNA);
  await page.getByRole('combobox', { name: 'Role' }).selectOption('Viewer');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByText(`Shared with ${ANNA}.`).waitFor();

  const hers = await browser.open(ANNA, 'sheets');
  await hers.getByRole('row', { name: /Shared.*admin Example/ }).waitFor();
  await hers.getByRole('link', { name: 'Shared' }).click();
  await shows(hers, 'A1', 'secret');
  await hers.getByText('View only').waitFor();
  await cell(hers, 'A1').click();
  await hers.keyboard.type('mine');
  await hers.keyboard.press('Enter');
  await hers.keyboard.press('Delete');
  await shows(hers, 'A1', 'secret');
  expect(valuesOf(spreadsheetId)).toEqual([['secret']]);
  expect(await axeProblems(hers)).toEqual([]);

  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('combobox', { name: 'Role of anna Example' }).selectOption('Remove access');
  await page.getByText('Access removed.').waitFor();
  await hers.getByRole('heading', { name: 'You need access' }).waitFor();
});

test('a stranger cannot open a spreadsheet by its address', async () => {
  const { spreadsheetId } = spreadsheet('Private', [['x']]);
  const page = await browser.open(BEN, 'sheets', spreadsheetId);
  await page.getByRole('heading', { name: 'You need access' }).waitFor();
  await page.getByRole('alert').filter({ hasText: 'File not found' }).waitFor();
});

test('a refused change is reported, and the cell has its old value again', async () => {
  const { spreadsheetId, sheets } = spreadsheet('Protected', [['kept']]);
  share(spreadsheetId, ANNA, 'writer');
  const range = { sheetId: sheets[0]!.properties.sheetId, endRowIndex: 1 };
  const protectedRange = { range, editors: { users: [ADMIN] } };
  const requests = [{ addProtectedRange: { protectedRange } }];
  act(ADMIN, 'sheets.spreadsheets.batchUpdate', { spreadsheetId }, { requests });
  const page = await openSheet(ANNA, spreadsheetId);
  await shows(page, 'A1', 'kept');
  await cell(page, 'A1').click();
  await page.keyboard.type('lost');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'protected' }).waitFor();
  await shows(page, 'A1', 'kept');
  await cell(page, 'A2').click();
  await page.keyboard.type('allowed');
  await page.keyboard.press('Enter');
  await saved(page);
  await page.getByRole('alert').waitFor({ state: 'detached' });
  expect(valuesOf(spreadsheetId)).toEqual([['kept'], ['allowed']]);
});

test('changes by others appear without reloading, even while one is typing', async () => {
  const { spreadsheetId } = spreadsheet('Together', [['old', '']]);
  const page = await openSheet(ADMIN, spreadsheetId);
  await shows(page, 'A1', 'old');
  await goTo(page, 'B1');
  await page.keyboard.type('half a word');
  write(spreadsheetId, 'A1', [['new']]);
  await shows(page, 'A1', 'new');
  expect(await page.getByRole('textbox', { name: 'Cell content' }).inputValue()).toBe(
    'half a word',
  );
  await page.keyboard.press('Enter');
  await shows(page, 'B1', 'half a word');
});

test('the last of ten thousand rows is a key away and can be changed', async () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => [
    `row ${at + 1}`,
    ...Array.from({ length: 10 }, (__, column) => String(at * column)),
  ]);
  const { spreadsheetId } = spreadsheet('Many', rows, {
    rowCount: 10_000,
    columnCount: 11,
    frozenRowCount: 1,
  });
  const page = await openSheet(ADMIN, spreadsheetId);
  await shows(page, 'A2', /^row 2$/);
  await cell(page, 'A2').click();
  await page.keyboard.press('Control+End');
  await shows(page, 'A10000', 'row 10000');
  await shows(page, 'A1', /^row 1$/);
  await page.keyboard.type('the end');
  await page.keyboard.press('Enter');
  await shows(page, 'K10000', 'the end');
  await goTo(page, 'C5000');
  await shows(page, 'A5000', 'row 5000');
  expect(valuesOf(spreadsheetId, 'K10000')).toEqual([['the end']]);
});

test('a sheet is saved as text, and a spreadsheet copied, renamed and thrown away', async () => {
  const { spreadsheetId } = spreadsheet('Kept', [['a, b', 'c']]);
  const page = await openSheet(ADMIN, spreadsheetId);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    choose(page, 'File', 'Download as comma-separated values (.csv)'),
  ]);
  expect(download.suggestedFilename()).toBe('Kept - Sheet1.csv');
  await choose(page, 'File', 'Make a copy');
  await page.getByRole('button', { name: 'Make a copy' }).click();
  await page.waitForURL((url) => !url.pathname.includes(spreadsheetId));
  await shows(page, 'A1', 'a, b');
  await page.getByRole('link', { name: 'All spreadsheets' }).click();
  await choose(page, 'Actions for Copy of Kept', 'Rename');
  await page.getByRole('textbox', { name: 'Name' }).fill('Thrown');
  await page.getByRole('button', { name: 'OK' }).click();
  await choose(page, 'Actions for Thrown', 'Move to trash');
  await page.getByRole('button', { name: 'Move to trash' }).click();
  await page.getByText('Thrown moved to trash.').waitFor();
  await page.getByRole('link', { name: 'Thrown' }).waitFor({ state: 'detached' });
});

test('an add-on asks for the open file and then writes into it as one watches', async () => {
  const { spreadsheetId } = spreadsheet('Stamps', [['here']]);
  const page = await openSheet(ADMIN, spreadsheetId);
  await page.getByRole('button', { name: 'Get add-ons' }).click();
  await page.getByRole('button', { name: 'Install' }).click();
  await page.getByRole('button', { name: 'Uninstall' }).waitFor();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Stamper', exact: true }).click();
  await page.getByText('No access yet').waitFor();
  await page.getByRole('button', { name: 'Ask for this file' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Allow' }).click();
  await page.getByText('Stamps for Stamps').waitFor();
  await shows(page, 'D1', 'granted');
  await page.getByRole('button', { name: 'Stamp again' }).click();
  await shows(page, 'D2', 'stamped');
  expect(await axeProblems(page)).toEqual([]);
});
