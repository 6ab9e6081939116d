// What people do in Google Calendar and in the workbook themselves.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import type { JsonObject } from '../../emulator/workspace/api-method';
import { ADMIN_ACTIONS } from '../../emulator/workspace/admin-actions';
import { findPrincipal } from '../../emulator/workspace/directory/accounts';
import type { AdminPage } from './tandem';

interface Entry {
  readonly id: string;
  readonly summary?: string;
  readonly status?: string;
  readonly visibility?: string;
  readonly start: { readonly dateTime?: string; readonly date?: string };
  readonly end: { readonly dateTime?: string; readonly date?: string };
}

/** Somebody's own calendar, as they use it themselves. */
export class CalendarByHand {
  constructor(
    private readonly workspace: LocalWorkspace,
    readonly person: string,
  ) {}

  add(event: object): string {
    return (this.call('insert', {}, event) as { readonly id: string }).id;
  }

  /** Adds an event of an hour, in UTC. */
  addHour(summary: string, start: string, more: object = {}): string {
    const end = new Date(Date.parse(start) + 3_600_000).toISOString();
    return this.add({
      summary,
      start: { dateTime: start },
      end: { dateTime: end },
      ...more,
    });
  }

  change(eventId: string, body: object): void {
    this.call('patch', { eventId }, body);
  }

  remove(eventId: string): void {
    this.call('delete', { eventId });
  }

  /** All events with this title; a series counts once. */
  titled(summary: string): readonly Entry[] {
    return this.all().filter((event) => event.summary === summary);
  }

  all(): readonly Entry[] {
    const { items } = this.call('list', { maxResults: 2500 }) as { readonly items: Entry[] };
    return items;
  }

  /** The dates of a series that take place, in order. */
  instances(eventId: string): readonly Entry[] {
    const { items } = this.call('instances', { eventId, maxResults: 2500 }) as {
      readonly items: readonly Entry[];
    };
    return [...items].sort((one, other) =>
      (one.start.dateTime ?? one.start.date!) < (other.start.dateTime ?? other.start.date!)
        ? -1
        : 1,
    );
  }

  /** “This and following events”. */
  changeFrom(instanceId: string, change: JsonObject | null): void {
    const actor = findPrincipal(this.workspace.state.directory, this.person)!;
    ADMIN_ACTIONS['calendar.splitSeries']!(this.workspace, actor, {
      calendarId: 'primary',
      eventId: instanceId,
      change,
      sendUpdates: 'none',
    });
  }

  private call(method: string, params: object, body: object | null = null): unknown {
    return this.workspace.act(
      this.person,
      `calendar.events.${method}`,
      { calendarId: 'primary', ...params },
      body,
    );
  }
}

export type RowText = Readonly<Record<string, string>>;

/** The organization's workbook as opened by a person: rows by their headings. */
export class WorkbookByHand {
  constructor(
    private readonly workspace: LocalWorkspace,
    private readonly person: string,
    readonly id: string,
  ) {}

  /** Opens the workbook that the Admin page links to. */
  static openedFrom(page: AdminPage): WorkbookByHand {
    page.open('Integrations').press('Open');
    const id = /spreadsheets\/d\/([^/]+)/.exec(page.opened ?? '')?.[1];
    if (!id) throw new Error(`No spreadsheet: ${page.opened}`);
    return new WorkbookByHand(page.workspace, page.person, id);
  }

  /** The rows as the cells show them. */
  rows(sheet: string): readonly RowText[] {
    const [headings = [], ...rows] = this.grid(sheet);
    return rows.map((cells) =>
      Object.fromEntries(headings.map((heading, column) => [heading, cells[column] ?? ''])),
    );
  }

  /** Activities with this name. */
  named(name: string): readonly RowText[] {
    return this.rows('Activities').filter((row) => row['Name'] === name);
  }

  /** Types a new row below the others. */
  add(sheet: string, cells: RowText): void {
    const [headings = []] = this.grid(sheet);
    this.call(
      'values.append',
      { range: sheet, valueInputOption: 'USER_ENTERED' },
      { values: [headings.map((heading) => cells[heading] ?? '')] },
    );
  }

  /** Overwrites cells of the row with this value in this column. */
  change(sheet: string, [column, value]: readonly [string, string], cells: RowText): void {
    const [headings = []] = this.grid(sheet);
    const row = this.at(sheet, column, value);
    for (const [heading, text] of Object.entries(cells)) {
      const letter = String.fromCharCode(65 + headings.indexOf(heading));
      this.call(
        'values.update',
        { range: `${sheet}!${letter}${row + 1}`, valueInputOption: 'USER_ENTERED' },
        { values: [[text]] },
      );
    }
  }

  /** Deletes the row with this value in this column. */
  remove(sheet: string, [column, value]: readonly [string, string]): void {
    const startIndex = this.at(sheet, column, value);
    const sheetId = this.sheetIdOf(sheet);
    const range = { sheetId, dimension: 'ROWS', startIndex, endIndex: startIndex + 1 };
    this.call('batchUpdate', {}, { requests: [{ deleteDimension: { range } }] });
  }

  /** Sorts all rows below the headings by a column. */
  sort(sheet: string, column: string): void {
    const [headings = []] = this.grid(sheet);
    const range = { sheetId: this.sheetIdOf(sheet), startRowIndex: 1 };
    const sortSpecs = [{ dimensionIndex: headings.indexOf(column), sortOrder: 'ASCENDING' }];
    this.call('batchUpdate', {}, { requests: [{ sortRange: { range, sortSpecs } }] });
  }

  private sheetIdOf(sheet: string): number {
    const { sheets } = this.call('get', {}) as {
      readonly sheets: readonly { properties: { title: string; sheetId: number } }[];
    };
    return sheets.find(({ properties }) => properties.title === sheet)!.properties.sheetId;
  }

  /** The row's place, counted from 0 and including the headings. */
  private at(sheet: string, column: string, value: string): number {
    const index = this.rows(sheet).findIndex((row) => row[column] === value);
    if (index < 0) throw new Error(`No row in ${sheet} has ${value} in ${column}.`);
    return index + 1;
  }

  private grid(sheet: string): readonly (readonly string[])[] {
    const { values = [] } = this.call('values.get', { range: sheet }) as {
      readonly values?: readonly (readonly string[])[];
    };
    return values;
  }

  private call(method: string, params: object, body: object | null = null): unknown {
    return this.workspace.act(
      this.person,
      `sheets.spreadsheets.${method}`,
      { spreadsheetId: this.id, ...params },
      body,
    );
  }
}
