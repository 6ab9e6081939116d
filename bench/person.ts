/** One person in a company, from their first event to a synced calendar. */
import type { JsonObject } from '../emulator/workspace/api-method';
import type { Execution } from '../emulator/runtime/execution';
import {
  ADMIN,
  calendarPanel,
  finalizedCompany,
  personAt,
  rowsOf,
  turnOnCalendars,
  type Company,
} from './company';
import { runsDuring } from './tally';

export const PERSON = personAt(1);

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** The preview of ten thousand entries takes a few minutes. */
const PREVIEW_MS = 4 * MINUTE_MS;

/** A small company in which calendars are on, but nobody's is synced yet. */
export function smallCompany(): Company {
  const company = turnOnCalendars(finalizedCompany(5));
  // What Tandem looks at once a day is no part of anybody's sync.
  company.workspace.advance(2 * MINUTE_MS);
  return company;
}

/** Adds single events to the person's calendar, one every hour from now on. */
export function addEvents({ workspace }: Company, count: number): void {
  for (let index = 0; index < count; index++) {
    const start = workspace.clock.now() + (index + 1) * HOUR_MS;
    workspace.act(
      PERSON,
      'calendar.events.insert',
      { calendarId: 'primary' },
      {
        summary: `Event ${index}`,
        start: { dateTime: new Date(start).toISOString() },
        end: { dateTime: new Date(start + HOUR_MS / 2).toISOString() },
      },
    );
  }
}

/** Adds activities of the person to the workbook, as if somebody typed them. */
export function addActivities({ workspace, workbookId }: Company, count: number): void {
  const at = (index: number): string =>
    new Date(workspace.clock.now() + (index + 1) * HOUR_MS)
      .toISOString()
      .slice(0, 16)
      .replace('T', ' ');
  const values = Array.from({ length: count }, (_, index) => [
    `Row ${index}`,
    'Appointment',
    PERSON,
    at(index),
    at(index),
  ]);
  workspace.act(
    ADMIN,
    'sheets.spreadsheets.values.append',
    { spreadsheetId: workbookId, range: 'Activities', valueInputOption: 'USER_ENTERED' },
    { values } as unknown as JsonObject,
  );
}

/** Of a hundred entries, sixty are single, ten are weekly series, and three dates of each series are somewhere else. */
const SERIES_OF_TEN = 1;
const EXCEPTIONS = 3;
const DAY_MS = 86_400_000;

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Adds as many events as this, series and exceptions among them. */
export function addSeriesEvents(company: Company, count: number): void {
  const { workspace } = company;
  const series = (count / 10) * SERIES_OF_TEN;
  addEvents(company, count - series * (1 + EXCEPTIONS));
  for (let index = 0; index < series; index += 1) {
    const day = workspace.clock.now() + (index % 7) * DAY_MS;
    const { id } = workspace.act(
      PERSON,
      'calendar.events.insert',
      { calendarId: 'primary' },
      {
        summary: `Series ${index}`,
        start: { dateTime: `${dayOf(day)}T09:00:00Z`, timeZone: 'UTC' },
        end: { dateTime: `${dayOf(day)}T09:30:00Z`, timeZone: 'UTC' },
        recurrence: ['RRULE:FREQ=WEEKLY'],
      },
    ) as { readonly id: string };
    for (let week = 1; week <= EXCEPTIONS; week += 1) {
      const date = dayOf(day + week * 7 * DAY_MS);
      workspace.act(
        PERSON,
        'calendar.events.patch',
        { calendarId: 'primary', eventId: `${id}_${date.replace(/-/g, '')}T090000Z` },
        {
          start: { dateTime: `${date}T14:00:00Z`, timeZone: 'UTC' },
          end: { dateTime: `${date}T14:30:00Z`, timeZone: 'UTC' },
        },
      );
    }
  }
}

/** The same as rows of the workbook. */
export function addSeriesActivities(company: Company, count: number): void {
  const { workspace, workbookId } = company;
  const series = (count / 10) * SERIES_OF_TEN;
  addActivities(company, count - series * (1 + EXCEPTIONS));
  const values: string[][] = [];
  const [headings = []] = rowsOf(company, 'Activities');
  const row = (cells: Readonly<Record<string, string>>): void =>
    void values.push(headings.map((heading) => cells[String(heading)] ?? ''));
  for (let index = 0; index < series; index += 1) {
    const day = workspace.clock.now() + (index % 7) * DAY_MS;
    const own = { Name: `Series ${index}`, Type: 'Appointment', Owner: PERSON };
    const on = (at: number, hour: string) => ({
      Start: `${dayOf(at)} ${hour}:00`,
      End: `${dayOf(at)} ${hour}:30`,
    });
    row({ ...own, ...on(day, '09'), Repeats: 'weekly', 'Activity id': `series-${index}` });
    for (let week = 1; week <= EXCEPTIONS; week += 1) {
      const at = day + week * 7 * DAY_MS;
      row({ ...own, ...on(at, '14'), Series: `series-${index}`, 'Instead of': dayOf(at) });
    }
  }
  workspace.act(
    ADMIN,
    'sheets.spreadsheets.values.append',
    { spreadsheetId: workbookId, range: 'Activities', valueInputOption: 'USER_ENTERED' },
    { values } as unknown as JsonObject,
  );
}

/** The person turns the sync on, and reads the preview. */
export function readPreview(company: Company): ReturnType<typeof calendarPanel> {
  const panel = calendarPanel(company, PERSON).open();
  panel.press('Turn on my calendar sync');
  company.workspace.advance(PREVIEW_MS);
  panel.press('Refresh');
  return panel;
}

/**
 * The executions of the first sync that did something, from the person's "Start" to its end.
 *
 * @param panel shows the preview.
 * @throws Error when it does not finish within an hour and a half.
 */
export function firstSync(
  company: Company,
  pairs: number,
  panel = readPreview(company),
): readonly Execution[] {
  const runs = runsDuring(company.workspace, () => {
    // A run may come while the button is pressed.
    panel.press('Start');
    for (let minutes = 0; !isInStep(company, pairs); minutes += 1) {
      if (minutes > 90) throw new Error('The first sync does not finish.');
      company.workspace.advance(MINUTE_MS);
    }
  });
  // Another run may begin within the last minute: it finds everything done and is no part of the sync.
  const last = runs.map(wrote).lastIndexOf(true);
  const counted = runs
    .slice(0, last + 1)
    .filter(({ calls }) => calls.some(({ method }) => method === 'urlfetch.fetch'));
  if (counted.length === 0) throw new Error('No run of the first sync was seen.');
  return counted;
}

const WRITE = /^(sheets\..*(update|append|batchUpdate)|calendar\.events\.(?!list|get|instances))/i;

const wrote = ({ calls }: Execution): boolean => calls.some(({ method }) => WRITE.test(method));

/** Whether there are as many pairs as there should be, and a cursor to continue from. */
function isInStep({ workspace, workbookId }: Company, pairs: number): boolean {
  const valuesOf = (range: string): unknown[][] =>
    (
      workspace.act(ADMIN, 'sheets.spreadsheets.values.get', {
        spreadsheetId: workbookId,
        range,
      }) as { readonly values?: unknown[][] }
    ).values ?? [];
  const [headings = [], ...connections] = valuesOf('Connections');
  const progress = headings.indexOf('Progress');
  const isDone = connections.some((row) => row[0] === PERSON && Boolean(row[progress]));
  return isDone && valuesOf('Links!B:B').length === pairs + 1;
}

/** The ids of the events in the person's calendar that are not cancelled. */
export function eventIds({ workspace }: Company): string[] {
  const ids: string[] = [];
  let pageToken: string | undefined;
  do {
    const page = workspace.act(PERSON, 'calendar.events.list', {
      calendarId: 'primary',
      maxResults: 2_500,
      fields: 'nextPageToken,items(id)',
      ...(pageToken !== undefined && { pageToken }),
    }) as { readonly items?: readonly { readonly id: string }[]; readonly nextPageToken?: string };
    ids.push(...(page.items ?? []).map(({ id }) => id));
    pageToken = page.nextPageToken;
  } while (pageToken !== undefined);
  return ids;
}

export const rename = ({ workspace }: Company, ids: readonly string[], summary: string): void => {
  for (const eventId of ids)
    workspace.act(PERSON, 'calendar.events.patch', { calendarId: 'primary', eventId }, { summary });
};
