// Cells: typed, pasted, moved, sorted, formatted.
import { axeProblems, openConsole, type Browser, until } from '../support/browser';
import {
  allowClipboard,
  cell,
  choose,
  goTo,
  saved,
  shows,
  SheetPages,
} from '../support/sheet-pages';
import { ADMIN, smallCompany } from '../support/small-company';

let browser: Browser;
let sheets: SheetPages;
beforeAll(async () => {
  browser = await openConsole({ seed: smallCompany() });
  sheets = new SheetPages(browser);
});
afterEach(() => browser.closePages());
afterAll(() => browser.close());

test('a blank spreadsheet is named, filled by typing and pasting, and gains and loses rows', async () => {
  const page = await browser.open(ADMIN, 'sheets');
  await allowClipboard(page);
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
});

test('copied cells keep their formulas, and cut ones leave their place', async () => {
  const { spreadsheetId } = sheets.make('Copies', [['=1', 'b'], ['c']]);
  const page = await sheets.open(ADMIN, spreadsheetId);
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
  expect(sheets.valuesOf(spreadsheetId)[1]).toEqual(['', 'c']);
});

test('a column is sorted, and a filter hides rows without touching them', async () => {
  const rows = [
    ['Name', 'Unit'],
    ['Zoe', 'Tech'],
    ['Adam', 'Sales'],
    ['Mia', 'Tech'],
  ];
  const { spreadsheetId } = sheets.make('Order', rows);
  const page = await sheets.open(ADMIN, spreadsheetId);
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
  expect(sheets.valuesOf(spreadsheetId)).toHaveLength(4);
  await choose(page, 'Data', 'Remove filter');
  await shows(page, 'A3', 'Mia');
});

test('bold and number formats are seen at once, and editing begins with what was entered', async () => {
  const { spreadsheetId } = sheets.make('Formats', [['1234.5']]);
  const page = await sheets.open(ADMIN, spreadsheetId);
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
  const { spreadsheetId } = sheets.make('Keys', [['a', 'b']]);
  const page = await sheets.open(ADMIN, spreadsheetId);
  await cell(page, 'A1').click();
  await page.keyboard.press('Tab');
  await until(page, `document.getElementById('active-cell').dataset.x === '1'`);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Add sheet' }).and(page.locator(':focus')).waitFor();
});

test('the last of ten thousand rows is a key away and can be changed', async () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => [
    `row ${at + 1}`,
    ...Array.from({ length: 10 }, (__, column) => String(at * column)),
  ]);
  const { spreadsheetId } = sheets.make('Many', rows, {
    rowCount: 10_000,
    columnCount: 11,
    frozenRowCount: 1,
  });
  const page = await sheets.open(ADMIN, spreadsheetId);
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
  expect(sheets.valuesOf(spreadsheetId, 'K10000')).toEqual([['the end']]);
});
