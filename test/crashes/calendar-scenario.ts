// A person whose calendars were in step; since then everything happened that a run can meet.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import {
  addRow,
  ANNA,
  changeCell,
  companyHost,
  deleteRow,
  eventNamed,
  eventsOf,
  MINUTE_MS,
  momentOf,
  rowsOf,
  setUp,
  turnOn,
} from './company';
import { Panel } from '../support/tandem';
import type { Scenario } from './sweep';

const two = (count: number): string => String(count).padStart(2, '0');

const moment = (day: number, hour: number): string => `2026-03-${two(day)}T${two(hour)}:00:00Z`;

const cell = (day: number, hour: number): string => `2026-03-${two(day)} ${two(hour)}:00`;

function addEvent(workspace: LocalWorkspace, summary: string, day: number): void {
  const body = { summary, start: { dateTime: moment(day, 9) }, end: { dateTime: moment(day, 10) } };
  workspace.act(ANNA, 'calendar.events.insert', { calendarId: 'primary' }, body);
}

const addActivity = (workspace: LocalWorkspace, name: string, day: number): void =>
  addRow(workspace, 'Activities', {
    Name: name,
    Owner: ANNA,
    Start: cell(day, 9),
    End: cell(day, 10),
    'Time zone': 'Etc/UTC',
  });

/** Every week at nine, on the weekday of its first day. */
function addSeries(workspace: LocalWorkspace, summary: string, day: number): void {
  const timeZone = 'Etc/UTC';
  workspace.act(
    ANNA,
    'calendar.events.insert',
    { calendarId: 'primary' },
    {
      summary,
      start: { dateTime: moment(day, 9), timeZone },
      end: { dateTime: moment(day, 10), timeZone },
      recurrence: ['RRULE:FREQ=WEEKLY;COUNT=6'],
    },
  );
}

/** One date of a series, by Google's id. */
function changeDate(workspace: LocalWorkspace, title: string, day: number, body: object): void {
  const { id } = eventNamed(workspace, ANNA, title);
  const eventId = `${id}_202603${two(day)}T090000Z`;
  workspace.act(ANNA, 'calendar.events.patch', { calendarId: 'primary', eventId }, body);
}

/** A row in the place of one date of the row that has this name. */
function addException(workspace: LocalWorkspace, series: string, name: string, day: number): void {
  const row = rowsOf(workspace, 'Activities').find(({ Name }) => Name === series)!;
  addRow(workspace, 'Activities', {
    ...{ Name: name, Series: row['Activity id']!, 'Instead of': `2026-03-${two(day)}` },
    ...{ Start: cell(day, 14), End: cell(day, 15), 'Time zone': 'Etc/UTC' },
  });
}

function rename(workspace: LocalWorkspace, title: string, body: object): void {
  const { id } = eventNamed(workspace, ANNA, title);
  workspace.act(ANNA, 'calendar.events.patch', { calendarId: 'primary', eventId: id }, body);
}

function linked(workspace: LocalWorkspace): void {
  addEvent(workspace, 'Edited in Google', 5);
  addEvent(workspace, 'Deleted in Google', 6);
  addEvent(workspace, 'Edited on both sides', 9);
  addActivity(workspace, 'Edited at work', 10);
  addActivity(workspace, 'Deleted at work', 11);
  addActivity(workspace, 'Left alone', 12);
  addSeries(workspace, 'Series of Google', 2);
  addRow(workspace, 'Activities', {
    ...{ Name: 'Series of work', Owner: ANNA, Repeats: 'weekly, 6 times', 'Time zone': 'Etc/UTC' },
    ...{ Start: cell(3, 9), End: cell(3, 10) },
  });
}

function whatHappened(workspace: LocalWorkspace): void {
  rename(workspace, 'Edited in Google', { summary: 'Edited in Google, again', location: 'Room 4' });
  const { id } = eventNamed(workspace, ANNA, 'Deleted in Google');
  workspace.act(ANNA, 'calendar.events.delete', { calendarId: 'primary', eventId: id });
  rename(workspace, 'Edited on both sides', { summary: 'Edited on both sides, by Google' });
  const edited = (is: string, heading: string, value: string): void =>
    changeCell(workspace, 'Activities', { where: 'Name', is, heading, value });
  edited('Edited on both sides', 'Name', 'Edited on both sides, by work');
  edited('Edited at work', 'End', cell(10, 12));
  deleteRow(workspace, 'Activities', { where: 'Name', is: 'Deleted at work' });
  changeDate(workspace, 'Series of Google', 16, { summary: 'One date, changed in Google' });
  changeDate(workspace, 'Series of Google', 23, { status: 'cancelled' });
  addException(workspace, 'Series of Google', 'One date, changed at work', 30);
  addException(workspace, 'Series of work', 'Another date, changed at work', 17);
  edited('Series of work', 'Repeats', 'weekly, 6 times, except 2026-03-24');
  addEvent(workspace, 'New in Google 1', 16);
  addEvent(workspace, 'New in Google 2', 17);
  addActivity(workspace, 'New at work 1', 18);
  addActivity(workspace, 'New at work 2', 19);
  addEvent(workspace, 'New on both sides', 20);
  addActivity(workspace, 'New on both sides', 20);
}

export interface CalendarOutcome {
  readonly google: readonly string[];
  readonly work: readonly string[];
  /** Title in Google beside name at work, of each pair. */
  readonly pairs: readonly string[];
  readonly problems: readonly string[];
  readonly mails: number;
}

/** What people find, told without ids that chance makes. */
export function calendarOutcome(workspace: LocalWorkspace): CalendarOutcome {
  const events = eventsOf(workspace, ANNA);
  const rows = rowsOf(workspace, 'Activities').filter(
    ({ Owner, Series }) => Owner === ANNA || Series !== '',
  );
  const titles = new Map(events.map(({ id, summary }) => [id, summary]));
  const names = new Map(rows.map((row) => [row['Activity id'], row['Name']]));
  return {
    google: events.map(googleTold).sort(),
    work: rows.map(workTold).sort(),
    pairs: rowsOf(workspace, 'Links')
      .filter((row) => row['User id'] !== '')
      .map((row) => `${titles.get(row['Google event']!)} = ${names.get(row['Activity id']!)}`)
      .sort(),
    problems: rowsOf(workspace, 'Problems').map((row) => JSON.stringify(row)),
    // Administrators may hear of trouble; guests never hear of a sync.
    mails: workspace.state.outbox.filter(({ by }) => by !== 'MailApp').length,
  };
}

const googleTold = ({
  summary,
  location,
  start,
  end,
  status,
  extendedProperties,
  ...series
}: Record<string, unknown>): string =>
  JSON.stringify([
    ...[summary, location, start, end, status, extendedProperties !== undefined],
    ...[series['recurrence'], series['originalStartTime']],
  ]);

const workTold = ({ Name, Start, End, Location, ...row }: Record<string, string>): string =>
  JSON.stringify([
    ...[Name, timeIn(Start), timeIn(End), Location, row['From Google event'] !== ''],
    ...[row['Repeats'], row['Series'] !== '', timeIn(row['Instead of']).slice(0, 10)],
  ]);

/** Sorting may leave a time without its number format. */
const timeIn = (cell = ''): string =>
  /^\d+(\.\d+)?$/.test(cell)
    ? new Date(Math.round((Number(cell) - 25_569) * 1440) * MINUTE_MS)
        .toISOString()
        .slice(0, 16)
        .replace('T', ' ')
    : cell;

/** Entries of the person's journal, told without ids that chance makes. */
const journalOf = (workspace: LocalWorkspace): string[] =>
  rowsOf(workspace, 'Journal')
    .filter(({ Person }) => Person === ANNA)
    .map(({ Where, What, Title, Fields, Before, After }) =>
      [Where, What, Title, Fields, Before, After].join(' | '),
    )
    .sort();

const inStep = (): LocalWorkspace => {
  const { workspace } = companyHost();
  setUp(workspace);
  linked(workspace);
  turnOn(workspace, ANNA);
  workspace.advance(4 * MINUTE_MS);
  return workspace;
};

const scenarioOf = (workspace: LocalWorkspace): Scenario<CalendarOutcome> => ({
  before: momentOf(workspace),
  outcome: calendarOutcome,
  journal: journalOf,
});

export function calendarScenario(
  prepare: (workspace: LocalWorkspace) => void = () => undefined,
): Scenario<CalendarOutcome> {
  const workspace = inStep();
  prepare(workspace);
  whatHappened(workspace);
  return scenarioOf(workspace);
}

/** The person turns their sync off, and does not want the copies that it made. */
export function removalScenario(
  prepare: (workspace: LocalWorkspace) => void,
): Scenario<CalendarOutcome> {
  const workspace = inStep();
  prepare(workspace);
  new Panel(workspace, ANNA, { host: 'CALENDAR' })
    .open()
    .press('Turn off')
    .press('Turn off, remove copies');
  return scenarioOf(workspace);
}
