/** The sheets of the workbook: their headings are for people, who may move them but not rename them. */
import type { Rows, SheetForm } from './spreadsheet';
import { fieldsOf, type TableForm } from './table';

const form = <F extends string>(table: TableForm<F>): TableForm<F> => table;

const WHEN = 'yyyy-mm-dd hh:mm';

export type FieldOf<T> = T extends TableForm<infer F> ? F : never;

export const SETTINGS = form({
  title: 'Settings',
  headings: { name: 'Setting', value: 'Value', meaning: 'What you can write here' },
  widths: { name: 260, value: 260, meaning: 480 },
});

export const ACTIVITY_TYPES = form({
  title: 'Activity types',
  headings: {
    id: 'Type id',
    name: 'Name',
    isDefault: 'Default',
    isPersonal: 'Personal',
    isTask: 'Project task',
  },
});

export const PEOPLE = form({
  title: 'People',
  headings: {
    email: 'Email',
    givenName: 'First name',
    familyName: 'Last name',
    isActive: 'Active',
    title: 'Title',
    department: 'Department',
    manager: 'Manager',
    phone: 'Phone',
    orgUnitPath: 'Org unit',
    googleId: 'Google id',
    isOurs: 'Added by Tandem',
    id: 'Person id',
  },
  widths: {
    email: 240,
    title: 160,
    department: 140,
    manager: 240,
    orgUnitPath: 160,
    googleId: 180,
  },
});

/** `end` of whole days is the last day, as people say it. */
export const ACTIVITIES = form({
  title: 'Activities',
  headings: {
    name: 'Name',
    type: 'Type',
    owner: 'Owner',
    start: 'Start',
    end: 'End',
    isAllDay: 'All day',
    zone: 'Time zone',
    location: 'Location',
    notes: 'Notes',
    isBusy: 'Busy',
    isTentative: 'Tentative',
    participants: 'Participants',
    externalId: 'From Google event',
    id: 'Activity id',
  },
  formats: { start: WHEN, end: WHEN },
  widths: { name: 220, owner: 220, start: 130, end: 130, zone: 120, externalId: 200 },
});

export const CONNECTIONS = form({
  title: 'Connections',
  headings: {
    email: 'Email',
    state: 'Calendar sync',
    consentedAt: 'Agreed at',
    consentVersion: 'Agreed to version',
    zone: 'Time zone',
    lastRunAt: 'Last run',
    freshAt: 'In step until',
    failure: 'Problem',
    googleId: 'Google id',
    workState: 'Activities carried over',
    seal: 'Seal',
    progress: 'Progress',
  },
  widths: { email: 240, consentedAt: 180, zone: 120, lastRunAt: 180, freshAt: 180, googleId: 180 },
});

export const LINKS = form({
  title: 'Links',
  headings: {
    email: 'Email',
    googleId: 'Google event',
    googleVersion: 'Google version',
    workId: 'Activity id',
    workVersion: 'Activity version',
    origin: 'Origin',
    generation: 'Generation',
    isOneWay: 'One way',
    isBehind: 'Behind',
    base: 'Agreed',
    moreBase: 'Agreed, continued',
  },
  isHidden: true,
});

export const JOURNAL_ROWS = form({
  title: 'Journal',
  headings: {
    at: 'When',
    person: 'Person',
    side: 'Where',
    operation: 'What',
    title: 'Title',
    fields: 'Fields',
    before: 'Before',
    after: 'After',
    conflict: 'Conflict',
    isCut: 'Shortened',
    id: 'Id',
    run: 'Run',
    key: 'Key',
  },
  widths: { at: 180, person: 220, title: 220, before: 240, after: 240, run: 180 },
});

export const RUNS = form({
  title: 'Runs',
  headings: {
    startedAt: 'Started',
    endedAt: 'Ended',
    job: 'Job',
    outcome: 'Outcome',
    counts: 'Counts',
    failure: 'Problem',
    freshAt: 'In step until',
    id: 'Run id',
  },
  widths: { startedAt: 180, endedAt: 180, counts: 200, freshAt: 180, id: 220 },
});

export const PROBLEMS_ROWS = form({
  title: 'Problems',
  headings: {
    about: 'About',
    said: 'What is wrong',
    cure: 'What to do',
    count: 'Times in a row',
    firstSeenAt: 'First seen',
    lastSeenAt: 'Last seen',
    isQuarantined: 'Left alone',
    kind: 'Kind',
    failure: 'Evidence',
    version: 'Version',
  },
  widths: { about: 240, said: 320, cure: 360, firstSeenAt: 180, lastSeenAt: 180 },
});

const TABLES: readonly TableForm<string>[] = [
  SETTINGS,
  ACTIVITY_TYPES,
  PEOPLE,
  ACTIVITIES,
  CONNECTIONS,
  JOURNAL_ROWS,
  RUNS,
  PROBLEMS_ROWS,
  LINKS,
];

/** What a new workbook holds below its headings, by title. */
export const FIRST_ROWS: Readonly<Record<string, Rows>> = {
  [SETTINGS.title]: [
    [
      'When both sides changed the same',
      'The newest change wins',
      'The newest change wins, Google Calendar wins or The work system wins',
    ],
    [
      'Private events',
      'Copy everything',
      'Copy everything, Copy only that the time is taken or Leave out',
    ],
    ['Focus time and out of office', 'Leave out', 'Leave out or Copy only that the time is taken'],
    [
      'Activity types sent to Google Calendar',
      'All',
      'All, None, or names from the sheet Activity types with commas between them',
    ],
    [
      'Type of new activities',
      '',
      'A name from the sheet Activity types; empty for the default type there',
    ],
  ],
  [ACTIVITY_TYPES.title]: [
    ['appointment', 'Appointment', true, false, false],
    ['meeting', 'Meeting', false, false, false],
    ['personal', 'Personal', false, true, false],
    ['task', 'Project task', false, false, true],
  ],
};

/** Google's id of a sheet in a workbook that we made: one that was made again later has another. */
export const sheetIdOf = ({ title }: Pick<SheetForm, 'title'>): number =>
  TABLES.findIndex((table) => table.title === title);

const byColumn = <T>(
  fields: readonly string[],
  values: Readonly<Partial<Record<string, T>>>,
): Readonly<Record<number, T>> =>
  Object.fromEntries(
    fields.flatMap((field, column): [number, T][] => {
      const value = values[field];
      return value === undefined ? [] : [[column, value]];
    }),
  );

/** What a new workbook is made of. */
export const SHEET_FORMS: readonly SheetForm[] = TABLES.map((table) => {
  const fields = fieldsOf(table);
  return {
    title: table.title,
    headings: fields.map((field) => table.headings[field]!),
    ...(table.formats ? { formats: byColumn(fields, table.formats) } : {}),
    ...(table.widths ? { widths: byColumn(fields, table.widths) } : {}),
    ...(FIRST_ROWS[table.title] ? { firstRows: FIRST_ROWS[table.title]! } : {}),
    ...(table.isHidden ? { isHidden: true } : {}),
  };
});
