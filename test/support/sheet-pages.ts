// The Sheets of the console in a browser, and spreadsheets as other people and programs change them.
import type { Locator, Page } from 'playwright-core';
import type { Browser } from './browser';
import { ADMIN } from './small-company';

interface Created {
  readonly spreadsheetId: string;
  readonly sheets: readonly { readonly properties: { readonly sheetId: number } }[];
}

/** Spreadsheets of the small company. */
export class SheetPages {
  constructor(private readonly browser: Browser) {}

  /** As somebody’s other tab, or another program, would do it. */
  act<T>(as: string, method: string, params: object, body?: object): T {
    return this.browser.started.workspace.act(as, method, params, body ?? null) as T;
  }

  /** A spreadsheet of the administrator with these values. */
  make(title: string, values: readonly (readonly string[])[], grid = {}): Created {
    const sheets = [{ properties: { title: 'Sheet1', gridProperties: grid } }];
    const made = this.act<Created>(
      ADMIN,
      'sheets.spreadsheets.create',
      {},
      { properties: { title }, sheets },
    );
    this.write(made.spreadsheetId, 'A1', values);
    return made;
  }

  write(spreadsheetId: string, range: string, values: readonly (readonly string[])[]): void {
    this.act(
      ADMIN,
      'sheets.spreadsheets.values.update',
      { spreadsheetId, range, valueInputOption: 'USER_ENTERED' },
      { values },
    );
  }

  share(fileId: string, emailAddress: string, role: string): void {
    this.act(ADMIN, 'drive.permissions.create', { fileId }, { type: 'user', role, emailAddress });
  }

  valuesOf(spreadsheetId: string, range = 'Sheet1'): readonly (readonly string[])[] {
    const params = { spreadsheetId, range };
    return (
      this.act<{ values?: string[][] }>(ADMIN, 'sheets.spreadsheets.values.get', params).values ??
      []
    );
  }

  async open(account: string, id: string): Promise<Page> {
    const page = await this.browser.open(account, 'sheets', id);
    await allowClipboard(page);
    await page.getByRole('grid').waitFor();
    return page;
  }
}

export const allowClipboard = (page: Page): Promise<void> =>
  page.context().grantPermissions(['clipboard-read', 'clipboard-write']);

/** The cell of a name such as `B2`. */
export function cell(page: Page, name: string): Locator {
  const [, letter, number] = /^([A-Z])(\d+)$/.exec(name)!;
  return page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: number!, exact: true }) })
    .getByRole('gridcell')
    .nth(letter!.charCodeAt(0) - 65);
}

/** Waits until the cell shows this. */
export const shows = (page: Page, name: string, text: string | RegExp): Promise<void> =>
  cell(page, name)
    .filter({ hasText: text === '' ? /^$/ : text })
    .waitFor();

export async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Name box' }).fill(name);
  await page.keyboard.press('Enter');
}

/** Chooses from a menu. */
export async function choose(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

export const saved = (page: Page): Promise<void> =>
  page.getByText('Saving…').waitFor({ state: 'detached' });
