/** The sheets in which Tandem keeps what it knows about an organization. People may move their columns, but not rename the headings. */
import { tableForm } from '../sheets/table';

const ANY_WAY = 'Both ways, Only from the work system, Only from Google Calendar or Not at all';

export const SETTINGS = tableForm({
  title: 'Settings',
  headings: { name: 'Setting', value: 'Value', meaning: 'What you can write here' },
  key: ['name'],
  widths: { name: 260, value: 260, meaning: 480 },
  firstRows: [
    [
      'When both sides changed the same',
      'The newest change wins',
      'The newest change wins, Google Calendar wins or The work system wins',
    ],
    [
      'Private events',
      'Copy only that the time is taken',
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
    ['Include the client ID in the event’s description', 'No', 'No or Yes'],
    [
      'Title of events that Tandem makes',
      '{title}',
      '{title} exactly once; {type} and {reference} around it if you like',
    ],
    [
      'Description of events that Tandem makes',
      '{notes}',
      '{notes} exactly once; {type} and {reference} around it if you like',
    ],
    [
      'New events that Tandem makes are shown as',
      'As the activity says',
      'As the activity says, Always busy or Always free',
    ],
    [
      'Visibility of new events that Tandem makes',
      'As the calendar has it',
      'As the calendar has it, Public or Private',
    ],
    [
      'Changes of titles',
      'Both ways',
      'Both ways, Only from the work system or Only from Google Calendar',
    ],
    ['Changes of notes', 'Both ways', ANY_WAY],
    ['Changes of locations', 'Both ways', ANY_WAY],
    ['Changes of guests', 'Only from Google Calendar', 'Only from Google Calendar or Not at all'],
    [
      'Who may connect people',
      'Only each person, for themself',
      'Only each person, for themself or Administrators too, for work appointments',
    ],
    ['Keep the journal for (days)', 180, '7 to 3650'],
    ['Keep runs for (days)', 30, '7 to 3650'],
  ],
});

/** Of columns that hold dates and times: serial numbers in the spreadsheet's own zone. */
const DATE_TIME = 'yyyy-mm-dd hh:mm';

export const CONNECTIONS = tableForm({
  title: 'Connections',
  headings: {
    email: 'Email',
    state: 'Calendar sync',
    consentedAt: 'Agreed at',
    consentVersion: 'Agreed to version',
    offAt: 'Turned off at',
    zone: 'Time zone',
    lastRunAt: 'Last run',
    freshAt: 'In step until',
    failure: 'Problem',
    userId: 'Google id',
    addresses: 'Other addresses',
    workState: 'Activities carried over',
    seal: 'Seal',
    progress: 'Progress',
    conflicts: 'Conflicts not dismissed',
    choices: 'Own choices',
    connectedBy: 'Connected by',
    toldAt: 'Told at',
    knownAs: 'Known at work as',
  },
  key: ['userId'],
  widths: { email: 240, consentedAt: 180, zone: 120, lastRunAt: 180, freshAt: 180, userId: 180 },
});

export const LINKS = tableForm({
  title: 'Links',
  headings: {
    userId: 'User id',
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
  key: ['userId', 'googleId', 'workId'],
  isHidden: true,
});

export const JOURNAL_ROWS = tableForm({
  title: 'Journal',
  headings: {
    at: 'When',
    person: 'Person',
    side: 'Where',
    operation: 'What',
    title: 'Title',
    change: 'Change',
    fields: 'Fields',
    before: 'Before',
    after: 'After',
    conflict: 'Conflict',
    isCut: 'Shortened',
    id: 'Id',
    run: 'Run',
    key: 'Key',
    instant: 'When (UTC)',
    pair: 'Other id',
  },
  formats: { at: DATE_TIME },
  widths: { at: 140, person: 240, side: 130, operation: 90, title: 240, change: 520 },
  hidden: ['fields', 'before', 'after', 'conflict', 'isCut', 'id', 'run', 'key', 'instant', 'pair'],
  isFiltered: true,
});

export const RUNS = tableForm({
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
    kind: 'Kind of problem',
    instant: 'Started (UTC)',
  },
  formats: { startedAt: DATE_TIME, endedAt: DATE_TIME, freshAt: DATE_TIME },
  widths: {
    startedAt: 140,
    endedAt: 140,
    job: 110,
    outcome: 200,
    counts: 360,
    failure: 360,
    freshAt: 140,
  },
  hidden: ['id', 'kind', 'instant'],
  isFiltered: true,
});

export const PROBLEMS_ROWS = tableForm({
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
  key: ['about'],
  widths: { about: 240, said: 320, cure: 360, firstSeenAt: 180, lastSeenAt: 180 },
});
