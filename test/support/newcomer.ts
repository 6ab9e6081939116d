// The steps of somebody who meets Tandem for the first time, in a browser, guided only by what the screens say.
// build/screenshots.mjs takes the pictures for the documents in the same steps.
import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';

/** Minutes within which a request takes effect. */
const PATIENCE = 6;

/** Google's products in one tab. */
export class Consoles {
  constructor(readonly page: Page) {}

  follow = (name: string | RegExp): Promise<void> =>
    this.page.getByRole('link', { name, exact: true }).first().click();
  press = (name: string | RegExp): Promise<void> =>
    this.page.getByRole('button', { name, exact: true }).click();
  sees = (words: string | RegExp): Promise<void> => this.page.getByText(words).first().waitFor();
  confirm = (name: string): Promise<void> =>
    this.page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

  get panel(): Locator {
    return this.page.getByRole('complementary', { name: 'Tandem' });
  }

  async product(name: string): Promise<void> {
    await this.press('Google apps');
    await this.page
      .getByRole('navigation', { name: 'Google apps' })
      .getByRole('link', { name })
      .click();
  }

  async becomes(name: string): Promise<void> {
    await this.press(/^Account: /);
    await this.page.getByRole('searchbox', { name: 'Find an account' }).fill(name);
    await this.page
      .getByRole('navigation', { name: 'Switch account' })
      .getByRole('link', { name })
      .first()
      .click();
    await this.page.getByRole('button', { name: new RegExp(`^Account: ${name}`) }).waitFor();
  }

  /** Turns the clock forward and waits until it shows the new time: by then, triggers that came due have run. */
  async later(step: '1 minute' | '1 day'): Promise<void> {
    const clock = this.page.getByRole('button', { name: /\d .*Clock of this Workspace$/ });
    const before = (await clock.textContent())!;
    await clock.click();
    await this.press(`Go ${step} forward`);
    await clock.filter({ hasNotText: before }).waitFor();
  }

  async openPanel(): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Side panel' })
      .getByRole('button', { name: 'Tandem' })
      .click();
    await this.panel.getByRole('heading').nth(1).waitFor();
  }

  inPanel = (name: string): Promise<void> =>
    this.panel.getByRole('button', { name, exact: true }).click();
  panelSays = (words: string | RegExp): Promise<void> =>
    this.panel.getByText(words).first().waitFor();

  /** Turns the clock forward minute by minute, pressing Refresh in the panel each time, until the panel says this. */
  async panelSaysLater(words: string | RegExp): Promise<void> {
    for (let minute = 0; minute < PATIENCE; minute++) {
      await this.later('1 minute');
      await this.inPanel('Refresh');
      await this.panel.getByRole('article').and(this.page.locator('[aria-busy=true]')).waitFor({
        state: 'detached',
      });
      if (await isSeen(this.panel.getByText(words).first())) return;
    }
    throw new Error(`The panel never said ${words}: ${await this.panel.innerText()}`);
  }
}

/** Whether it appears: cards take a moment to be drawn. */
const isSeen = (what: Locator): Promise<boolean> =>
  what.waitFor({ timeout: 2_000 }).then(
    () => true,
    () => false,
  );

/** Tandem's own Admin page, in its tab. */
export class AdminPageTab {
  constructor(readonly page: Page) {}

  get inside(): FrameLocator {
    return this.page.frameLocator('iframe');
  }

  /** The frame itself, for checks of all of it. */
  get frame(): Frame {
    return this.page.frames().at(-1)!;
  }

  press = (name: string | RegExp): Promise<void> =>
    this.inside.getByRole('button', { name, exact: true }).click();
  sees = (words: string | RegExp): Promise<void> => this.inside.getByText(words).first().waitFor();
  goTo = (place: string): Promise<void> =>
    this.inside.getByRole('navigation').getByRole('button', { name: place, exact: true }).click();

  /** Presses a button that opens a new tab. */
  async opens(name: string): Promise<Page> {
    const [tab] = await Promise.all([this.page.waitForEvent('popup'), this.press(name)]);
    return tab;
  }

  /** The page that opens after the Admin install. */
  seesSteps = (): Promise<void> => this.sees('Step 4. Finalize');

  /** Google's form opens filled in. */
  async delegates(): Promise<void> {
    const tab = await this.opens('Open domain-wide delegation');
    await tab.getByRole('button', { name: 'Authorize' }).click();
    await tab.getByRole('row', { name: /Tandem.*calendar/ }).waitFor();
    await tab.close();
    await this.isShownAgain();
  }

  /** What a browser tells a tab that comes to the front; a headless one shows all of its tabs all the time. */
  async isShownAgain(): Promise<void> {
    await this.page.bringToFront();
    await this.frame.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  }
}

/** Admin console → Marketplace apps → Install app → Tandem → Admin install, for everyone; then the link to Tandem's own page. */
export async function adminInstall(
  google: Consoles,
  atListing: () => Promise<void> = async () => undefined,
): Promise<AdminPageTab> {
  await google.follow('Google Workspace Marketplace apps');
  await google.follow('Install app');
  await google.follow(/^Tandem/);
  await google.page.getByRole('link', { name: 'Admin install' }).waitFor();
  await atListing();
  await google.follow('Admin install');
  await google.press('Continue');
  await google.page.getByLabel('Everyone at your organization').check();
  await google.press('Continue');
  await google.page.getByRole('checkbox', { name: /I agree to the application's Terms/ }).check();
  await google.press('Finish');
  await google.sees('Tandem has been installed');
  const [tab] = await Promise.all([
    google.page.waitForEvent('popup'),
    google.follow('Set up Tandem'),
  ]);
  return new AdminPageTab(tab);
}
