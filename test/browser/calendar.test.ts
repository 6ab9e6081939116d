import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { ANNA, BEN, smallCompany } from '../support/small-company';
import { axeProblems, openConsole, type Browser } from '../support/browser';

/** Records what the add-on receives when a calendar changes. */
const SCRIPT = `
function watch() {
  ScriptApp.newTrigger('onCalendarChange').forUserCalendar('${ANNA}').onEventUpdated().create();
}
function onCalendarChange(e) {
  const events = Calendar.Events.list(e.calendarId, { q: 'Pilates' }).items;
  console.log(events[0].summary + ' is at ' + events[0].start.dateTime);
}`;

let browser: Browser;
let page: Page;
const folder = mkdtempSync(join(tmpdir(), 'calendar-script-'));

beforeAll(async () => {
  const manifest = {
    timeZone: 'UTC',
    runtimeVersion: 'V8',
    dependencies: {
      enabledAdvancedServices: [{ userSymbol: 'Calendar', serviceId: 'calendar', version: 'v3' }],
    },
    oauthScopes: [
      'https://www.googleapis.com/auth/script.scriptapp',
      'https://www.googleapis.com/auth/calendar.readonly',
      'https://www.google.com/calendar/feeds',
    ],
  };
  writeFileSync(join(folder, 'appsscript.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'Code.gs'), SCRIPT);
  browser = await openConsole({ seed: smallCompany(), script: folder });
  page = await browser.open(ANNA, 'calendar');
  await page.locator('.fc-timegrid').waitFor();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** Where a time of day is on the screen. */
async function spot(on: Page, date: string, time: string): Promise<{ x: number; y: number }> {
  const slot = on.locator(`.fc-timegrid-slot-lane[data-time="${time}:00"]`);
  await slot.scrollIntoViewIfNeeded();
  const column = await on.locator(`.fc-timegrid-col[data-date="${date}"]`).boundingBox();
  const line = await slot.boundingBox();
  return { x: column!.x + column!.width / 2, y: line!.y + 3 };
}

const click = async (on: Page, date: string, time: string): Promise<void> => {
  const { x, y } = await spot(on, date, time);
  await on.mouse.click(x, y);
};

async function drag(on: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await on.mouse.move(from.x, from.y);
  await on.mouse.down();
  await on.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await on.mouse.move(to.x, to.y, { steps: 4 });
  await on.mouse.up();
}

const event = (on: Page, name: string | RegExp): Locator =>
  on.locator('.grid').getByRole('button', { name });

/** Drags an event by its upper edge to another time. */
async function moveTo(on: Page, name: string | RegExp, date: string, time: string): Promise<void> {
  const to = await spot(on, date, time);
  const box = await event(on, name).boundingBox();
  await drag(on, { x: box!.x + box!.width / 2, y: box!.y + 9 }, { ...to, y: to.y + 6 });
}

const press = (on: Page, name: string | RegExp) =>
  on.getByRole('button', { name, exact: true }).click();
const says = (on: Page, words: string) => on.getByRole('status').getByText(words).last().waitFor();
const answer = async (scope: string): Promise<void> => {
  const question = page.getByRole('dialog', { name: /recurring event/ });
  await question.getByRole('radio', { name: scope, exact: true }).check();
  await question.getByRole('button', { name: 'OK' }).click();
};
const go = (period: string) => page.getByRole('link', { name: period, exact: true }).click();
const openForm = async (name: string | RegExp): Promise<void> => {
  await event(page, name).click();
  await page.getByRole('link', { name: 'Edit event' }).click();
  await page.getByRole('form', { name: 'Event details' }).waitFor();
};
const weekOf = (on: Page, person: string, date: string) =>
  on.goto(`${browser.started.url}/u/${person}/calendar/week/${date}`);

describe('one event', () => {
  test('is made by a click on the grid', async () => {
    await click(page, '2026-03-04', '13:00');
    const dialog = page.getByRole('dialog', { name: 'New event' });
    await dialog.getByLabel('Title').fill('Lunch');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await event(page, 'Lunch Wednesday, March 4 · 1:00pm – 2:00pm').waitFor();
  });

  test('gets another name', async () => {
    await openForm(/^Lunch/);
    await page.getByLabel('Title').fill('Pilates');
    await page.getByLabel('Location').fill('Gym');
    await press(page, 'Save');
    await event(page, /^Pilates/).click();
    await page.getByRole('dialog', { name: 'Pilates' }).getByText('Gym').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('is dragged to another day and time', async () => {
    await moveTo(page, /^Pilates/, '2026-03-05', '14:00');
    await event(page, /^Pilates Thursday, March 5 · 2:00pm – 3:00pm/).waitFor();
    await says(page, 'Event saved');
  });

  test('is made longer by its lower edge', async () => {
    const to = await spot(page, '2026-03-05', '15:30');
    await event(page, /^Pilates/).hover();
    const box = (await event(page, /^Pilates/).boundingBox())!;
    const edge = { x: box.x + box.width / 2, y: box.y + box.height - 2 };
    await drag(page, edge, { x: edge.x, y: to.y + 10 });
    await event(page, /^Pilates Thursday, March 5 · 2:00pm – 4:00pm/).waitFor();
  });

  test('is unchanged after the page is reloaded, and open again', async () => {
    await event(page, /^Pilates/).click();
    await page.getByRole('dialog', { name: 'Pilates' }).waitFor();
    await page.reload();
    await page.getByRole('dialog', { name: 'Pilates' }).waitFor();
    await page.goBack();
    await page.locator('.fc-timegrid').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});

describe('a series', () => {
  test('begins when an event is made weekly', async () => {
    await openForm(/^Pilates/);
    await page.getByLabel('Repeat').selectOption('Weekly on Thursday');
    await press(page, 'Save');
    await event(page, /^Pilates/).click();
    await page.getByText('Weekly on Thursday').waitFor();
    await page.keyboard.press('Escape');
    await go('Next Week');
    await event(page, /^Pilates Thursday, March 12 · 2:00pm/).waitFor();
  });

  test('lets one event be moved', async () => {
    await moveTo(page, /^Pilates/, '2026-03-13', '10:00');
    await answer('This event');
    await event(page, /^Pilates Friday, March 13 · 10:00am – 12:00pm/).waitFor();
    await go('Next Week');
    await event(page, /^Pilates Thursday, March 19 · 2:00pm/).waitFor();
  });

  test('goes back when the question is dismissed', async () => {
    await moveTo(page, /^Pilates/, '2026-03-20', '10:00');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await event(page, /^Pilates Thursday, March 19 · 2:00pm/).waitFor();
  });

  test('lets one event be deleted, and the deletion be undone', async () => {
    const remove = async () => {
      await event(page, /^Pilates/).click();
      await press(page, 'Delete event');
      await answer('This event');
      await event(page, /^Pilates/).waitFor({ state: 'detached' });
    };
    await remove();
    await press(page, 'Undo');
    await event(page, /^Pilates Thursday, March 19/).waitFor();
    await remove();
    await go('Next Week');
    await event(page, /^Pilates Thursday, March 26/).waitFor();
  });

  test('changes as a whole', async () => {
    await openForm(/^Pilates Thursday, March 26/);
    await page.getByLabel('Title').fill('Pilates class');
    await page.getByLabel('Start time', { exact: true }).fill('15:00');
    await press(page, 'Save');
    await answer('All events');
    await event(page, /^Pilates class Thursday, March 26 · 3:00pm – 5:00pm/).waitFor();
    await weekOf(page, ANNA, '2026-03-05');
    await event(page, /^Pilates class Thursday, March 5 · 3:00pm – 5:00pm/).waitFor();
  });

  test('is split by "This and following events"', async () => {
    await weekOf(page, ANNA, '2026-03-26');
    await event(page, /^Pilates class/).waitFor();
    await moveTo(page, /^Pilates class/, '2026-03-27', '09:00');
    await answer('This and following events');
    await event(page, /^Pilates class Friday, March 27 · 9:00am/).waitFor();
    await go('Next Week');
    await event(page, /^Pilates class Friday, April 3 · 9:00am/).waitFor();
    await weekOf(page, ANNA, '2026-03-05');
    await event(page, /^Pilates class Thursday, March 5 · 3:00pm/).waitFor();
  });
});

describe('colleagues', () => {
  let bens: Page;
  beforeAll(async () => {
    bens = await browser.open(BEN, 'calendar', 'week', '2026-03-02');
  });

  test('are invited, answer, and the organizer sees it', async () => {
    await click(page, '2026-03-03', '10:00');
    await page.getByLabel('Title').fill('Planning');
    await press(page, 'More options');
    await page.getByLabel('Add guests').fill(BEN);
    await page.getByLabel('Add guests').press('Enter');
    await press(page, 'Save');
    await page.getByRole('dialog', { name: /invitation emails/ }).waitFor();
    await press(page, 'Send');
    await event(page, /^Planning/).waitFor();

    await bens.reload();
    await event(bens, /^Planning.*Needs RSVP/).click();
    await bens.getByText(`Organizer: ${ANNA}`).waitFor();
    await bens.getByText(/Only the organizer/).waitFor();
    await bens.getByRole('button', { name: 'Yes' }).click();
    await bens.getByRole('button', { name: 'Yes', pressed: true }).waitFor();

    await page.reload();
    await event(page, /^Planning/).click();
    await page.getByText(`${BEN}, Yes`).waitFor();
    await page.getByText('2 yes').waitFor();
    await page.keyboard.press('Escape');
    expect(browser.started.workspace.state.outbox.map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Invitation: Planning/),
      expect.stringMatching(/^Accepted: Planning/),
    ]);
  });

  test('see only that the person is busy during private events', async () => {
    await click(page, '2026-03-02', '12:00');
    await page.getByLabel('Title').fill('Dentist');
    await press(page, 'More options');
    await page.getByLabel('Visibility').selectOption('Private');
    await press(page, 'Save');
    await event(page, /^Dentist/).waitFor();

    await press(bens, 'Add other calendars');
    await press(bens, 'Subscribe to calendar');
    await bens.getByLabel('Person or calendar').fill('nobody@acme.example');
    await press(bens, 'Add calendar');
    await bens.getByRole('alert').getByText('Not Found').waitFor();
    await bens.getByLabel('Person or calendar').fill(ANNA);
    await press(bens, 'Add calendar');
    await event(bens, /^Pilates class/).waitFor();
    await event(bens, /^Busy Monday, March 2 · 12:00pm/).click();
    await bens.getByText(/its details are hidden/).waitFor();
    expect(await bens.getByText('Dentist').count()).toBe(0);
    await bens.keyboard.press('Escape');
  });

  test('see only free and busy where no more is shared', async () => {
    await press(page, `Options for ${ANNA}`);
    await press(page, 'Share with others');
    const share = page.getByRole('dialog', { name: `Share ${ANNA}` });
    await share
      .getByLabel('Available for acme.example')
      .selectOption('See only free/busy (hide details)');
    expect(await axeProblems(page)).toEqual([]);
    await share.getByRole('button', { name: 'Done' }).click();
    await bens.reload();
    await event(bens, /^Busy Thursday, March 5/).click();
    await bens.getByText(/shares only when they are free or busy/).waitFor();
    expect(await event(bens, /^Pilates class/).count()).toBe(0);
  });
});

describe('kinds of events', () => {
  test('out of office declines new invitations', async () => {
    await click(page, '2026-03-06', '09:00');
    await press(page, 'Out of office');
    await page.getByRole('dialog').getByLabel('All day').check();
    await press(page, 'Save');
    await event(page, /^Out of office/).click();
    await page.getByRole('dialog').getByText('Out of office').last().waitFor();
    await page.keyboard.press('Escape');
  });

  test('an event that lasts all day is made in the row above', async () => {
    await page.locator('.fc-daygrid-day[data-date="2026-03-04"]').click();
    await page.getByLabel('Title').fill('Fair');
    await press(page, 'Save');
    await event(page, /^Fair Wednesday, March 4, /).waitFor();
  });

  test('a calendar of one’s own holds events', async () => {
    await press(page, 'Add other calendars');
    await press(page, 'Create new calendar');
    await page.getByLabel('Name').fill('Training');
    await page.getByRole('dialog').getByRole('button', { name: 'Create calendar' }).click();
    await page.getByRole('checkbox', { name: 'Training' }).waitFor();
    await page.keyboard.press('c');
    await press(page, 'More options');
    await page.getByLabel('Title').fill('Intervals');
    await page.getByLabel('Calendar', { exact: true }).selectOption('Training');
    await press(page, 'Save');
    await event(page, /^Intervals .*, Training/).waitFor();
    await page.getByRole('checkbox', { name: 'Training' }).uncheck();
    await event(page, /^Intervals/).waitFor({ state: 'detached' });
  });
});

test('a script that watches the calendar notices that an event was moved by hand', async () => {
  browser.started.run('watch', { as: ANNA });
  await moveTo(page, /^Pilates class/, '2026-03-05', '11:00');
  await answer('All events');
  await event(page, /^Pilates class Thursday, March 5 · 11:00am/).waitFor();
  await page.getByText(/onCalendarChange of .* once the clock reaches/).waitFor();
  await page.getByRole('button', { name: /Clock of this Workspace/ }).click();
  await press(page, 'Go 1 minute forward');
  await page.getByText(/once the clock reaches/).waitFor({ state: 'detached' });

  const inside = await browser.open(null, 'workspace', 'executions');
  await inside.getByRole('link', { name: 'onCalendarChange' }).click();
  await inside.getByText(/Pilates class is at 2026-03-05T11:00:00/).waitFor();
});

test('the keyboard goes between periods and views and opens events', async () => {
  await page.locator('body').click({ position: { x: 640, y: 10 } });
  await page.keyboard.press('m');
  await page.locator('.fc-dayGridMonth-view').waitFor();
  await page.keyboard.press('n');
  await page.getByRole('heading', { name: 'April 2026', level: 1 }).waitFor();
  await page.keyboard.press('t');
  await page.keyboard.press('w');
  await event(page, /^Planning/).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Planning' }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.fc-event:focus', { hasText: 'Planning' }).waitFor();
  await page.getByRole('gridcell', { description: /^Saturday, March 7, 2026/ }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New event' });
  await dialog.waitFor();
  expect(await dialog.getByLabel('Start date').inputValue()).toBe('2026-03-07');
  await page.keyboard.press('Escape');
});

describe('axe finds nothing serious', () => {
  test.each(['day', 'week', 'month'])('in the %s', async (view) => {
    await page.goto(`${browser.started.url}/u/${ANNA}/calendar/${view}/2026-03-05`);
    await event(page, /^Pilates class/)
      .first()
      .waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });

  test('in a week without events', async () => {
    await weekOf(page, ANNA, '2020-01-06');
    await page.locator('.fc-timeGridWeek-view').waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });

  test('in an event and its form, dark too', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await weekOf(page, ANNA, '2026-03-05');
    await event(page, /^Planning/).click();
    await page.getByRole('dialog', { name: 'Planning' }).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.getByRole('link', { name: 'Edit event' }).click();
    await page.getByLabel('Title').waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });
});

test('a narrow window begins with the day and does not scroll sideways', async () => {
  const narrow = await browser.openAddress(`/u/${ANNA}/calendar`, { width: 360, height: 740 });
  await narrow.locator('.fc-timeGridDay-view').waitFor();
  const width = () => narrow.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBe(360);
  await narrow.getByRole('button', { name: 'Create' }).click();
  await narrow.getByRole('dialog', { name: 'New event' }).waitFor();
  expect(await axeProblems(narrow)).toEqual([]);
  await narrow.getByRole('button', { name: 'More options' }).click();
  await narrow.getByRole('form', { name: 'Event details' }).waitFor();
  expect(await width()).toBe(360);
});
