import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ANNA, smallCompany } from '../support/small-company';
import { axeProblems, openConsole, type Browser } from '../support/browser';

const GALLERY = join(__dirname, '../fixtures/widget-gallery');

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openConsole({ seed: smallCompany(), script: GALLERY });
  page = await browser.open(ANNA, 'calendar');
});
afterAll(() => browser.close());

const panel = () => page.getByRole('complementary', { name: 'Widget gallery' });
const press = (name: string) => panel().getByRole('button', { name, exact: true }).click();
const sees = (words: string | RegExp) => panel().getByText(words).first().waitFor();
const toastSays = (words: string) => page.getByRole('status').getByText(words).last().waitFor();
const fresh = async () => {
  await panel().getByRole('button', { name: 'Menu of Widget gallery' }).click();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await sees('Opened in CALENDAR');
};

describe('the side panel', () => {
  test('is empty until a person gets the add-on from the Marketplace', async () => {
    const rail = page.getByRole('navigation', { name: 'Side panel' });
    await rail.getByRole('button', { name: 'Get add-ons' }).waitFor();
    expect(await rail.getByRole('button').count()).toBe(1);
    await rail.getByRole('button', { name: 'Get add-ons' }).click();
    await page.getByRole('button', { name: 'Install' }).click();
    await page.getByText('Installed by you').waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    await rail.getByRole('button', { name: 'Widget gallery' }).click();
    await sees('Opened in CALENDAR');
    await sees('Time zone: Europe/Helsinki');
  });

  test('says hello from its footer', async () => {
    await press('Say hello');
    await toastSays(`Hello ${ANNA}`);
  });

  test('has the card’s and the add-on’s own actions in its menu', async () => {
    const menu = panel().getByRole('button', { name: 'Menu of Widget gallery' });
    await menu.click();
    await page.getByRole('button', { name: 'From the menu' }).click();
    await toastSays('Menu');
    await menu.click();
    await page.getByRole('button', { name: 'About the gallery' }).click();
    await sees('Every widget there is.');
    await fresh();
  });

  test('shows texts with their markup and nothing that runs', async () => {
    await press('Texts');
    await sees('Decorated text that is long enough');
    expect(await panel().locator('b').textContent()).toBe('bold');
    expect(await panel().locator('script').count()).toBe(0);
    await press('Act');
    await toastSays('Acted');
    await press('A row to press');
    await toastSays('Pressed');
  });

  test('tells an add-on of a switch only while it is on', async () => {
    const lights = panel().getByRole('switch', { name: 'A switch' });
    await lights.click();
    await toastSays('lights {"lights":{"stringInputs":{"value":["on"]}}}');
    await lights.click();
    await toastSays('lights {}');
  });

  test('collapses a section', async () => {
    expect(await panel().getByText('First hidden').isVisible()).toBe(false);
    await press('Show 2 more');
    expect(await panel().getByText('Second hidden').isVisible()).toBe(true);
    await fresh();
  });

  test('does not run an action before its required fields are valid, and keeps what was typed', async () => {
    await press('Inputs');
    await press('Send');
    await sees('This field is required.');
    await panel().getByLabel('Name').fill('Anna');
    await panel().getByLabel('Mail').fill('no address');
    await press('Send');
    await sees('Enter an email address.');
    await panel().getByLabel('Mail').fill('anna@example.com');
    await panel().getByLabel('Notes').fill('Two\nlines');
    await press('Send');
    await sees(/Sent: /);
    const sent = JSON.parse(
      (await panel()
        .getByText(/Sent: /)
        .textContent())!.slice(6),
    ) as object;
    expect(sent).toEqual({
      name: { stringInputs: { value: ['Anna'] } },
      mail: { stringInputs: { value: ['anna@example.com'] } },
      notes: { stringInputs: { value: ['Two\nlines'] } },
      day: { dateInput: { msSinceEpoch: String(Date.UTC(2026, 2, 2)) } },
      hour: { timeInput: { hours: 9, minutes: 30 } },
      moment: {
        dateTimeInput: {
          hasDate: true,
          hasTime: true,
          msSinceEpoch: String(Date.UTC(2026, 2, 2, 9)),
        },
      },
    });
    expect(await panel().getByLabel('Name').inputValue()).toBe('Anna');
  });

  test('shows an add-on’s suggestions', async () => {
    await panel().getByLabel('Name').fill('A');
    await panel().locator('datalist option[value=Ben]').waitFor({ state: 'attached' });
    await fresh();
  });

  test('sends every kind of choice', async () => {
    await press('Choices');
    await panel().getByRole('checkbox', { name: 'Blue' }).check();
    await panel().getByRole('radio', { name: 'Blue' }).check();
    await panel().getByLabel('list').selectOption('Blue');
    await panel().getByRole('combobox', { name: 'several' }).fill('Bl');
    await panel().getByRole('option', { name: 'Blue' }).last().click();
    await press('Send choices');
    await sees(/several/);
    const chosen = JSON.parse(
      (await panel()
        .getByText(/stringInputs/)
        .textContent())!,
    ) as Record<string, { stringInputs: { value: string[] } }>;
    expect(
      Object.fromEntries(Object.entries(chosen).map(([k, v]) => [k, v.stringInputs.value])),
    ).toEqual({
      boxes: ['red', 'blue'],
      radio: ['blue'],
      switches: ['red'],
      list: ['blue'],
      several: ['red', 'blue'],
    });
    await fresh();
  });

  test('describes a missing picture, and says which item of a grid was pressed', async () => {
    await press('Pictures');
    await panel().getByRole('img', { name: 'A picture that is missing' }).waitFor();
    await press('Second item');
    await toastSays('Item two');
    await press('Star');
    await toastSays('Star');
    await fresh();
  });

  test('goes deeper, back and to the root', async () => {
    await press('Moves');
    await sees('Depth 1');
    await press('Deeper');
    await sees('Depth 2');
    await panel().getByRole('button', { name: 'Back', exact: true }).first().click();
    await sees('Depth 1');
    await press('Other link');
    await toastSays('This link was not opened');
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      press('Allowed link'),
    ]);
    expect(opened.url()).toMatch(/^(https:\/\/example\.com|about:blank|chrome-error)/);
    await opened.close();
    await press('To the root');
    await sees('Opened in CALENDAR');
  });

  test('shows an error as Google does, and leads to the execution that failed', async () => {
    await press('Trouble');
    await press('Throw');
    await sees('Something went wrong with the add-on');
    await panel().getByText('Show details').click();
    await sees('The gallery broke on purpose');
    await panel().getByRole('link', { name: 'See this execution' }).click();
    await page.getByRole('heading', { name: 'onThrow' }).waitFor();
    await page.getByRole('log').getByText('about to throw').waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Widget gallery' }).click();
    await sees('Opened in CALENDAR');
  });

  test('drops widgets beyond a hundred, and the log says so', async () => {
    await press('Trouble');
    await press('Too many widgets');
    await sees('Line 0-59');
    expect(await panel().getByText('Line 1-0').count()).toBe(0);
    const { executions } = browser.started.workspace.engine;
    expect(
      executions
        .at(-1)!
        .logs.map(({ message }) => message)
        .join(),
    ).toMatch(/100 widgets/);
    await fresh();
  });

  test('refuses anything that is not a card', async () => {
    await press('Trouble');
    await press('No card');
    await sees('Something went wrong with the add-on');
    await press('Reload');
    await press('Trouble');
    await press('Ask for another account');
    await panel().getByRole('heading', { name: 'Sign in to Example CRM' }).waitFor();
    await press('Reload');
    await sees('Opened in CALENDAR');
  });

  test.each(['Texts', 'Inputs', 'Choices', 'Pictures'])(
    'has nothing that axe finds serious: %s',
    async (name) => {
      await press(name);
      await panel().getByRole('heading', { name }).first().waitFor();
      expect(await axeProblems(page)).toEqual([]);
      await fresh();
    },
  );

  test('asks again after a person took access away', async () => {
    const { workspace } = browser.started;
    const { clientId } = workspace.installed!.record;
    const user = Object.values(workspace.state.directory.users).find(
      (one) => one.primaryEmail === ANNA,
    )!;
    delete workspace.state.oauth.grants[`${clientId} ${user.id}`];
    await panel().getByRole('button', { name: 'Menu of Widget gallery' }).click();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await press('Authorize access');
    const consent = page.getByRole('dialog', { name: /Widget gallery wants access/ });
    await consent.getByRole('checkbox', { name: /Select all/ }).check();
    await consent.getByRole('button', { name: 'Continue' }).click();
    await sees('Opened in CALENDAR');
  });

  test('offers a card about the open event above the homepage, and shows it when pressed', async () => {
    const { id } = browser.started.workspace.act(
      ANNA,
      'calendar.events.insert',
      { calendarId: 'primary' },
      {
        summary: 'Review',
        start: { dateTime: '2026-03-02T09:00:00Z' },
        end: { dateTime: '2026-03-02T10:00:00Z' },
      },
    ) as { id: string };
    const address = ['u', ANNA, 'calendar', 'day', '2026-03-02', 'event', ANNA, id];
    await page.goto(`${browser.started.url}/${address.map(encodeURIComponent).join('/')}`);
    await page.getByRole('button', { name: 'Widget gallery' }).click();
    await sees('Opened in CALENDAR');
    await panel()
      .getByRole('button', { name: /About this event/ })
      .click();
    await sees(`Event ${id} of ${ANNA}`);
  });
});
