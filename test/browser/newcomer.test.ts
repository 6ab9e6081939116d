// What somebody who meets Tandem for the first time does, from the Admin console's first page to a synced calendar, by what
// the screens say alone. With PICTURES=<folder> it keeps what it looked at.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { axeProblems, openBrowser, type Browser, type RunningWorkspace } from '../support/browser';
import { adminInstall, type AdminPageTab, Consoles } from '../support/newcomer';
import { OF_OUR_ADD_ON, startProgram } from '../support/program';

const NAME = 'Offer for Lahti';

let browser: Browser<RunningWorkspace>;
let google: Consoles;

async function start(...options: readonly string[]): Promise<void> {
  browser = await openBrowser(await startProgram(...OF_OUR_ADD_ON, ...options));
  google = new Consoles(await browser.openAddress('/'));
}
afterEach(() => browser.close());

async function isWell(tab: AdminPageTab, picture: string): Promise<void> {
  expect(await axeProblems(tab.frame)).toEqual([]);
  await keep(tab.page, picture);
}

async function keep(page: Page, picture: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${picture}.png`) });
}

/** Google is slow to apply the delegation: Finalize says so, and the page looks again by itself. */
async function finalizes(tab: AdminPageTab): Promise<void> {
  await tab.press('Finalize Google Workspace sync');
  await tab.sees('Domain-wide delegation is not set up for Tandem');
  await tab.sees('If that is done already, wait and try again');
  await isWell(tab, 'not-yet');
  await google.page.bringToFront();
  await google.later('1 day');
  await tab.isShownAgain();
  await tab.sees('Not finished yet');
  await tab.press('Finalize Google Workspace sync');
  await tab.sees('Google Workspace is connected');
  await isWell(tab, 'what-is-left');
}

async function bringsPeopleIn(tab: AdminPageTab): Promise<void> {
  await tab.press('Bring your people in');
  await tab.sees(/Anna Virtanen, .* and 36 more/);
  await isWell(tab, 'people-preview');
  await tab.press('Bring 56 people in');
  await tab.sees('Brought in: 56');
  await isWell(tab, 'people');
  const list = await tab.opens('Open the list of people');
  await list.getByRole('row', { name: /noora.saari@havu.example Noora/ }).waitFor();
  await list.close();
  await tab.page.bringToFront();
}

async function turnsCalendarsOn(tab: AdminPageTab): Promise<void> {
  await tab.sees('The next step of the set-up:');
  await tab.press('Turn calendars on');
  await tab.sees('Tandem runs every minute.');
  expect(await tab.inside.getByText('The next step of the set-up:').count()).toBe(0);
  await isWell(tab, 'calendars');
}

/** What Finalize checked, with the evidence, can still be read later. */
async function looksAtChecks(tab: AdminPageTab): Promise<void> {
  await tab.goTo('Integrations');
  await tab.press('Check again');
  await tab.sees('✓ You are an administrator');
  expect(await tab.inside.getByText('✗').count()).toBe(0);
  await isWell(tab, 'checks');
  await tab.inside.getByRole('button', { name: 'Show 1 more' }).nth(1).click();
  await tab.sees('admin@havu.example is a super administrator.');
  await tab.sees('Google gave a token for admin@havu.example.');
  await isWell(tab, 'checks-unfolded');
  await tab.press('Last 30 days');
  await tab.sees('The first day is not over yet.');
}

async function seesWhatCanBeChosen(): Promise<void> {
  await google.inPanel('Choose what is synced');
  await google.panelSays('Which events go to my work system');
  expect(await axeProblems(google.page)).toEqual([]);
  await keep(google.page, 'choices');
  await google.page.getByLabel('Not with one of these in the title').fill('lunch');
  await google.inPanel('See what changes');
  await google.panelSays('No events with “lunch” in the title.');
  expect(await axeProblems(google.page)).toEqual([]);
  await keep(google.page, 'choices-effects');
  const back = google.page.locator('.card-button', { hasText: 'Back' });
  await back.click();
  await google.panelSays('Which events go to my work system');
  await back.click();
}

async function turnsOwnSyncOn(): Promise<void> {
  await google.product('Calendar');
  await google.openPanel();
  await seesWhatCanBeChosen();
  await google.inPanel('Turn on my calendar sync');
  await google.panelSays('Looking at your calendar');
  await google.panelSaysLater('What would happen');
  await google.panelSays('As of a moment ago. Nothing has been changed.');
  expect(await axeProblems(google.page)).toEqual([]);
  await keep(google.page, 'preview');
  await google.inPanel('Start');
  await google.panelSays('Starting');
  await google.panelSaysLater('Written in your work system');
  expect(await axeProblems(google.page)).toEqual([]);
  await keep(google.page, 'on');
}

const event = () => google.page.getByRole('button', { name: new RegExp(`^${NAME}`) });

async function makesAnEvent(): Promise<void> {
  await google.press('Create');
  await google.page.getByLabel('Title').fill(NAME);
  await google.confirm('Save');
  await event().filter({ hasText: '11:00am – 12:00pm' }).waitFor();
  await google.later('1 minute');
  await google.later('1 minute');
}

async function sheet(of: Consoles, title: string): Promise<void> {
  await of.page
    .getByRole('navigation', { name: 'Sheets' })
    .getByRole('link', { name: title, exact: true })
    .click();
}

async function opensActivities(): Promise<void> {
  await google.becomes('Aino Laine');
  await google.product('Sheets');
  await google.follow('Tandem');
  await sheet(google, 'Activities');
  await google.page
    .getByRole('row', { name: /noora\.saari/ })
    .first()
    .waitFor();
}

const row = () => google.page.getByRole('row', { name: new RegExp(NAME) });

async function typesInto(cell: string, text: string): Promise<void> {
  await google.page.getByRole('textbox', { name: 'Name box' }).fill(cell);
  await google.page.keyboard.press('Enter');
  await google.page.keyboard.type(text);
  await google.page.keyboard.press('Enter');
  await row().filter({ hasText: text }).waitFor();
}

async function movesTheRow(): Promise<void> {
  await row().filter({ hasText: '2026-03-03 11:00' }).waitFor();
  await keep(google.page, 'activities');
  const number = (await row().getByRole('rowheader').textContent())!;
  await typesInto(`E${number}`, '2026-03-03 15:00');
  await typesInto(`D${number}`, '2026-03-03 14:00');
  await google.page.getByText('Saving…').waitFor({ state: 'detached' });
  await google.later('1 minute');
  await google.later('1 minute');
}

/** What was written for the event, oldest first: each change once, and nothing in response to our own writes. */
async function journalled(): Promise<string[]> {
  await sheet(google, 'Journal');
  await row().nth(2).waitFor();
  const rows = await row().all();
  return Promise.all(
    rows.map(async (one) =>
      (await one.getByRole('gridcell').allInnerTexts()).slice(2, 4).join(' '),
    ),
  );
}

async function asksWhyAndDeletes(): Promise<void> {
  await google.becomes('Noora Saari');
  await google.product('Calendar');
  await event().filter({ hasText: '2:00pm – 3:00pm' }).click();
  await google.openPanel();
  await google.panelSays('Is this event synced?');
  await google.panelSays('It takes part in your sync');
  await keep(google.page, 'why');
  await google.press('Delete event');
  await google.sees('Event deleted');
  await event().waitFor({ state: 'detached' });
  await google.later('1 minute');
  await google.later('1 minute');
}

async function exportsTheLog(): Promise<void> {
  await google.product('Sheets');
  await google.press('Blank spreadsheet');
  await google.openPanel();
  await google.inPanel('Give Tandem this file');
  await google.confirm('Allow');
  await google.inPanel('Export');
  await google.panelSays(/\d+ rows added/);
  await sheet(google, 'OAuth log events');
  await google.page
    .getByRole('row', { name: / Tandem API call / })
    .first()
    .waitFor();
  await keep(google.page, 'export');
}

const headings = (): Promise<string[]> =>
  google.page
    .getByRole('row', { name: /Application ID/ })
    .getByRole('gridcell')
    .allInnerTexts();

test('from the Marketplace to a synced calendar and an exported log, with what the screens say', async () => {
  await start();
  const tab = await adminInstall(google);
  await tab.seesSteps();
  await isWell(tab, 'set-up');
  await tab.delegates();
  await finalizes(tab);
  await bringsPeopleIn(tab);
  await turnsCalendarsOn(tab);
  await looksAtChecks(tab);

  await google.page.bringToFront();
  await google.becomes('Noora Saari');
  await turnsOwnSyncOn();
  await makesAnEvent();
  await opensActivities();
  await movesTheRow();
  await asksWhyAndDeletes();
  await opensActivities();
  expect(await row().count()).toBe(0);
  expect(await journalled()).toEqual([
    'Work system Created',
    'Google Calendar Updated',
    'Work system Deleted',
  ]);

  await exportsTheLog();
  expect((await headings()).filter((heading) => heading !== '')).toEqual([
    'Date',
    'Application ID',
    'Application name',
    'Event',
    'Description',
    'User',
    'Scope',
    'IP address',
  ]);
});

test('from a fresh start to the first synced event it takes at most twenty clicks, and nothing is pasted', async () => {
  await start();
  const clicks = await countClicks(google.page.context());
  const tab = await adminInstall(google);
  await tab.seesSteps();
  await tab.delegates();
  await clicks.without(async () => {
    await google.page.bringToFront();
    await google.later('1 day');
    await tab.isShownAgain();
  });
  await tab.sees('Already authorized.');
  await tab.press('Finalize Google Workspace sync');
  await tab.press('Bring your people in');
  await tab.press('Bring 56 people in');
  await tab.press('Turn calendars on');
  await tab.sees('Tandem runs every minute.');

  const noora = new Consoles(google.page);
  await noora.page.goto(`${browser.started.url}/u/noora.saari@havu.example/calendar`);
  await noora.openPanel();
  await noora.inPanel('Turn on my calendar sync');
  await clicks.without(() => noora.later('1 minute'));
  await clicks.without(() => noora.later('1 minute'));
  await noora.inPanel('Refresh');
  await noora.inPanel('Start');
  await noora.panelSays('Starting');
  expect(clicks.seen.paste).toBe(0);
  expect(clicks.seen.click).toBeGreaterThan(15);
  expect(clicks.seen.click).toBeLessThanOrEqual(20);

  await clicks.without(() => noora.panelSaysLater('Written in your work system'));
}, 120_000);

interface Clicks {
  readonly seen: { readonly click: number; readonly paste: number };
  /** What happens meanwhile is not counted: the clock is turned by nobody but us. */
  without(work: () => Promise<void>): Promise<void>;
}

/** Counts what a person clicks and pastes, in every tab and frame. */
async function countClicks(context: BrowserContext): Promise<Clicks> {
  const seen = { click: 0, paste: 0 };
  let isCounting = true;
  await context.exposeBinding('countThis', (_source, kind: 'click' | 'paste') => {
    if (isCounting) seen[kind] += 1;
  });
  const listen = (): void => {
    for (const kind of ['click', 'paste'])
      document.addEventListener(
        kind,
        (event) => {
          // A click on a label is followed by one on its field.
          if (event.isTrusted && !(event instanceof MouseEvent && event.detail === 0))
            (globalThis as unknown as { countThis(kind: string): void }).countThis(kind);
        },
        true,
      );
  };
  await context.addInitScript(listen);
  await Promise.all(
    context.pages().flatMap((page) => page.frames().map((frame) => frame.evaluate(listen))),
  );
  return {
    seen,
    async without(work) {
      isCounting = false;
      await work();
      isCounting = true;
    },
  };
}

const USERS = `First Name [Required],Last Name [Required],Email Address [Required],Org Unit Path [Required],Status [READ ONLY],Department
Ilse,Maurer,ilse@weber.example,/,Active,Office
Jonas,Weber,jonas@weber.example,/Workshop,Active,Workshop
`;

const CALENDAR = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//newcomer//EN
BEGIN:VEVENT
UID:frames@weber.example
DTSTAMP:20260301T080000Z
DTSTART:20260303T090000Z
DTEND:20260303T100000Z
SUMMARY:Window frames for the school
END:VEVENT
END:VCALENDAR
`;

test('with your own files, the company’s people are there, with their calendars', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'own-company-'));
  const users = join(folder, 'users.csv');
  const calendar = join(folder, 'jonas.ics');
  writeFileSync(users, USERS);
  writeFileSync(calendar, CALENDAR);
  await start(
    '--users',
    users,
    '--admin',
    'ilse@weber.example',
    '--ics',
    `jonas@weber.example=${calendar}`,
  );
  rmSync(folder, { recursive: true });

  await google.follow('Users');
  await google.page.getByRole('row', { name: /Ilse Maurer/ }).waitFor();
  await google.page.getByRole('row', { name: /Jonas Weber/ }).waitFor();
  await google.becomes('Jonas Weber');
  await google.product('Calendar');
  await google.page.getByRole('button', { name: /^Window frames for the school/ }).waitFor();
});
