// Spreadsheets and their sheets: shared, changed by others, copied, saved, and written by an add-on.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { axeProblems, openConsole, type Browser } from '../support/browser';
import { cell, choose, goTo, saved, shows, SheetPages } from '../support/sheet-pages';
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

/** axe takes longer the more cells there are, and finds the same in each. */
const FEW_CELLS = { rowCount: 8, columnCount: 6 };

let browser: Browser;
let sheets: SheetPages;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stamper-'));
  writeFileSync(join(folder, 'appsscript.json'), JSON.stringify(MANIFEST));
  writeFileSync(join(folder, 'Code.js'), CODE);
  browser = await openConsole({ seed: smallCompany(), script: folder });
  sheets = new SheetPages(browser);
});
afterEach(() => browser.closePages());
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await browser.close();
});

test('sheets are added, renamed, duplicated and deleted at the bottom', async () => {
  const { spreadsheetId } = sheets.make('Tabs', [['first']]);
  const page = await sheets.open(ADMIN, spreadsheetId);
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

test('a colleague with whom it is shared reads the cells and cannot type into them', async () => {
  const { spreadsheetId } = sheets.make('Shared', [['secret']], FEW_CELLS);
  const page = await sheets.open(ADMIN, spreadsheetId);
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
  expect(sheets.valuesOf(spreadsheetId)).toEqual([['secret']]);
  expect(await axeProblems(hers)).toEqual([]);

  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('combobox', { name: 'Role of anna Example' }).selectOption('Remove access');
  await page.getByText('Access removed.').waitFor();
  await hers.getByRole('heading', { name: 'You need access' }).waitFor();
});

test('a stranger cannot open a spreadsheet by its address', async () => {
  const { spreadsheetId } = sheets.make('Private', [['x']]);
  const page = await browser.open(BEN, 'sheets', spreadsheetId);
  await page.getByRole('heading', { name: 'You need access' }).waitFor();
  await page.getByRole('alert').filter({ hasText: 'File not found' }).waitFor();
});

test('a refused change is reported, and the cell has its old value again', async () => {
  const { spreadsheetId, sheets: made } = sheets.make('Protected', [['kept']]);
  sheets.share(spreadsheetId, ANNA, 'writer');
  const range = { sheetId: made[0]!.properties.sheetId, endRowIndex: 1 };
  const protectedRange = { range, editors: { users: [ADMIN] } };
  const requests = [{ addProtectedRange: { protectedRange } }];
  sheets.act(ADMIN, 'sheets.spreadsheets.batchUpdate', { spreadsheetId }, { requests });
  const page = await sheets.open(ANNA, spreadsheetId);
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
  expect(sheets.valuesOf(spreadsheetId)).toEqual([['kept'], ['allowed']]);
});

test('changes by others appear without reloading, even while one is typing', async () => {
  const { spreadsheetId } = sheets.make('Together', [['old', '']]);
  const page = await sheets.open(ADMIN, spreadsheetId);
  await shows(page, 'A1', 'old');
  await goTo(page, 'B1');
  await page.keyboard.type('half a word');
  sheets.write(spreadsheetId, 'A1', [['new']]);
  await shows(page, 'A1', 'new');
  expect(await page.getByRole('textbox', { name: 'Cell content' }).inputValue()).toBe(
    'half a word',
  );
  await page.keyboard.press('Enter');
  await shows(page, 'B1', 'half a word');
});

test('a sheet is saved as text, and a spreadsheet copied, renamed and thrown away', async () => {
  const { spreadsheetId } = sheets.make('Kept', [['a, b', 'c']]);
  const page = await sheets.open(ADMIN, spreadsheetId);
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
  const { spreadsheetId } = sheets.make('Stamps', [['here']], FEW_CELLS);
  const page = await sheets.open(ADMIN, spreadsheetId);
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
