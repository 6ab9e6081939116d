/** One person of a company, from their first event to a calendar in step. */
import type { JsonObject } from '../emulator/workspace/api-method';
import type { Execution } from '../emulator/runtime/execution';
import { ADMIN, calendarPanel, finalized, personAt, withCalendars, type Company } from './company';
import { runsDuring } from './tally';

export const PERSON = personAt(1);

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** The preview of ten thousand entries needs some minutes. */
const PREVIEW_MS = 4 * MINUTE_MS;

/** A small company in which calendars are on, and nobody's is synced yet. */
export const smallCompany = (): Company => withCalendars(finalized(5));

/** Single events in the person's calendar, an hour each, from now on. */
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

/** Rows of activities of the person in the workbook, as somebody types them. */
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

/** The person turns it on, looks at what will happen, and says go. */
export function sayGo(company: Company): void {
  const panel = calendarPanel(company, PERSON).open();
  panel.press('Turn on my calendar sync');
  company.workspace.advance(PREVIEW_MS);
  panel.press('Refresh').press('Start');
}

/**
 * The executions of the first sync, from the person's "Start" to its end: those that did something.
 *
 * @throws Error when it does not end within an hour and a half.
 */
export function firstSync(company: Company, pairs: number): readonly Execution[] {
  sayGo(company);
  return untilInStep(company, pairs);
}

export function untilInStep(company: Company, pairs: number): readonly Execution[] {
  const runs = runsDuring(company.workspace, () => {
    for (let minutes = 0; !isInStep(company, pairs); minutes += 1) {
      if (minutes > 90) throw new Error('The first sync does not come to its end.');
      company.workspace.advance(MINUTE_MS);
    }
  });
  return runs.filter(({ calls }) => calls.some(({ method }) => method === 'urlfetch.fetch'));
}

/** As many pairs as there should be, and a cursor to go on from. */
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

/** Events in the person's calendar that are not cancelled. */
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
