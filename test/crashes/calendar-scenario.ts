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
function calendarOutcome(workspace: LocalWorkspace): CalendarOutcome {
  const events = eventsOf(workspace, ANNA);
  const rows = rowsOf(workspace, 'Activities');
  const titles = new Map(events.map(({ id, summary }) => [id, summary]));
  const names = new Map(rows.map((row) => [row['Activity id'], row['Name']]));
  return {
    google: events.map(googleTold).sort(),
    work: rows.map(workTold).sort(),
    pairs: rowsOf(workspace, 'Links')
      .filter((row) => row['Email'] !== '')
      .map((row) => `${titles.get(row['Google event']!)} = ${names.get(row['Activity id']!)}`)
      .sort(),
    problems: rowsOf(workspace, 'Problems').map((row) => JSON.stringify(row)),
    mails: workspace.state.outbox.length,
  };
}

const googleTold = ({
  summary,
  location,
  start,
  end,
  status,
  extendedProperties,
}: Record<string, unknown>): string =>
  JSON.stringify([summary, location, start, end, status, extendedProperties !== undefined]);

const workTold = ({ Name, Start, End, Location, ...row }: Record<string, string>): string =>
  JSON.stringify([Name, Start, End, Location, row['From Google event'] !== '']);

/** Entries of the person's journal, told without ids that chance makes. */
const journalOf = (workspace: LocalWorkspace): string[] =>
  rowsOf(workspace, 'Journal')
    .filter(({ Person }) => Person === ANNA)
    .map(({ Where, What, Title, Fields, Before, After }) =>
      [Where, What, Title, Fields, Before, After].join(' | '),
    )
    .sort();

export function calendarScenario(): Scenario<CalendarOutcome> {
  const { workspace } = companyHost();
  setUp(workspace);
  linked(workspace);
  turnOn(workspace, ANNA);
  workspace.advance(4 * MINUTE_MS);
  whatHappened(workspace);
  return { before: momentOf(workspace), outcome: calendarOutcome, journal: journalOf };
}
