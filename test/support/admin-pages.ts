import type { Locator, Page } from 'playwright-core';
import type { MemberRecord, UserRecord } from '../../emulator/workspace/state/directory';
import { axeProblems, type Browser } from './browser';
import { ADMIN } from './small-company';

/** The Admin console, driven by the small company's super administrator, and the state of the company. */
export class AdminPages {
  /** The open window. Close it after each test. */
  page!: Page;

  constructor(private readonly browser: Browser) {}

  async open(...path: readonly string[]): Promise<Page> {
    this.page = await this.browser.open(ADMIN, 'admin', ...path);
    return this.page;
  }

  openUser(email: string): Promise<Page> {
    return this.open('users', this.userOf(email).id);
  }

  button(name: string, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name, exact: true });
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  row(text: string): Locator {
    return this.page.getByRole('row').filter({ hasText: text });
  }

  region(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Waits until the page says something. */
  says(text: string): Promise<void> {
    return this.page.getByText(text).first().waitFor();
  }

  /**
   * Calls a method of the Directory API as the super administrator, for what happened before the console was opened.
   */
  act(method: string, params: object, body?: object): unknown {
    return this.browser.started.workspace.act(ADMIN, `directory.${method}`, params, body ?? null);
  }

  /** Adds an org unit below the root. */
  addOrgUnit(name: string): void {
    this.act('orgunits.insert', { customerId: 'my_customer' }, { name, parentOrgUnitPath: '/' });
  }

  userOf(email: string): UserRecord {
    const { users } = this.browser.started.workspace.state.directory;
    return Object.values(users).find(({ primaryEmail }) => primaryEmail === email)!;
  }

  members(groupEmail: string): readonly MemberRecord[] {
    const { groups } = this.browser.started.workspace.state.directory;
    return Object.values(groups).find(({ email }) => email === groupEmail)!.members;
  }
}

/** Follows a link. */
export const follow = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('link', { name }).click();

/** Presses a button. */
export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).click();

/** Expects that everybody can use the page, and that nothing of it is cut off. */
export async function expectSound(page: Page): Promise<void> {
  expect(await axeProblems(page)).toEqual([]);
  const width = await page.evaluate<number>('document.documentElement.scrollWidth');
  expect(width).toBeLessThanOrEqual(page.viewportSize()!.width);
}
